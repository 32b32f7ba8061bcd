"""Words and phrases of the English rules: patterns only."""

OPENERS = (
    "however|moreover|meanwhile|in addition|additionally|furthermore|nevertheless|nonetheless|still|for example|"
    "for instance|in fact|of course|on the other hand|at the same time|in turn|therefore|thus|as a result|also|besides|"
    "notably|indeed|interestingly|by contrast|in contrast|similarly|likewise|to be sure|that said|even so|naturally|"
    "in particular|in this regard|in this connection|to recall|as is known|accordingly|consequently|in other words|"
    "for (?:his|her|its|their) part|as usual|by the way|incidentally|what's more|apart from that|in any case"
)
BARE_OPENERS = "but|and|yet"
EMPTY_FRAMES = (
    r"(?:it (?:is|was|should be|must be|'s) (?:also )?(?:worth (?:noting|recalling|mentioning)|noted|important to note|"
    r"recalled|remembered)|note|(?:the )?(?:fact|point|thing) is) that"
)
ASIDES = (
    "however|of course|meanwhile|in turn|moreover|nevertheless|nonetheless|therefore|in fact|indeed|by the way|"
    "incidentally|though|for (?:his|her|its|their) part|as is known|in addition|furthermore|at the same time|"
    "on the other hand"
)
# behind an aside: the comma there belongs to them
CLAUSE_WORDS = "but|and|or|so|which|who|whose|where|when|while|because|although|though|if|as|since|that|unless|until"
# at the head of a sentence: the comma behind their clause stays
CLAUSE_HEADS = (
    "when|if|while|although|though|after|before|as|since|because|once|until|unless|in|on|at|with|by|for|from|under|"
    "during|despite|without|given|according|following|like|unlike|to"
)
SAID = "(?:said|says|say|added|adds|announced|confirmed|noted|stated|explained|claimed|warned|insisted|admitted|wrote)"
_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
DAY = (
    rf"(?:(?:late |early |earlier )?(?:on )?(?:{_DAYS})(?: (?:morning|afternoon|evening|night))?|yesterday|today|"
    r"earlier this week|this week|last week|earlier in the day)"
)
_SORT = (
    "statement|interview|press release|news release|blog post|tweet|email|e-mail|message|memo|post|telephone interview|"
    "phone interview|press conference|news conference|media briefing|press briefing|news briefing|briefing|report"
)
OUTLET = (
    r"(?:(?:the )?(?:BBC(?: [A-Z]\w+)*|CNN|NBC|ABC|CBS|MSNBC|NPR|Fox|AP|AFP|TASS|ITV|RT|PBS|HBO|Reuters|Interfax|"
    r"Bloomberg|Associated Press|Agence France-Presse|RIA Novosti|Izvestia|Kommersant|Vedomosti|RBC|TIME|Sky|Xinhua|"
    r"MailOnline|Daily Mail Australia|Daily Mail Online|USA Today|Politico|(?:[A-Z][\w.]+ ){1,3}"
    r"(?:News|Times|Post|Journal|Mail|Herald|Tribune|Telegraph|Mirror|Star|Radio|TV|Magazine|Online|Today|Gazette|"
    r"Chronicle|Standard|Express|Observer|Independent)|Guardian|Telegraph|Independent|Economist)(?: News| TV| Radio)?"
    r"(?:'s (?:[A-Z]\w+ ?){1,3})?|reporters|journalists|the media|the press)"
)
TALK = (
    rf"(?:in (?:a|an|his|her|its|their) (?:[a-z]+ )?(?:{_SORT})(?: (?:with|to|for|on) {OUTLET})?|"
    rf"at (?:a|an|the) (?:[a-z]+ )?(?:{_SORT}))"
)
AGENCY = (
    r"(?:the )?(?:Reuters|AP|AFP|TASS|Interfax|RIA Novosti|Bloomberg|Associated Press|Agence France-Presse|Xinhua|"
    r"dpa|PA)(?: news agency)?"
)
CREDIT = r"(?:Reuters|AP|AFP|CNN|TASS|Interfax|RIA Novosti|Bloomberg|UPI|PA|Xinhua|BBC|CNN Student News)"
PAST = (
    "went|came|took|gave|made|saw|got|left|found|lost|won|held|kept|led|met|paid|ran|sold|sent|spent|stood|began|became|"
    "brought|built|bought|caught|chose|drove|fell|felt|flew|grew|heard|knew|rose|shot|sat|spoke|struck|swept|tore|"
    "thought|threw|wore|wrote|broke|drew|fought|hung|hid|rode|sank|stole|swore|taught|understood"
)
FINITE = "is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|does|did|said|says|told"
# in datelines behind the town
LANDS = (
    "Afghanistan|Argentina|Belgium|Brazil|Egypt|Ethiopia|Germany|Greece|Haiti|Hungary|Iraq|Ireland|Israel|Italy|Japan|"
    "Kenya|Lebanon|Libya|Malaysia|Mexico|Nepal|Nigeria|North Korea|Pakistan|Poland|Portugal|Saudi Arabia|Somalia|"
    "South Africa|South Korea|South Sudan|Sweden|Switzerland|Syria|Taiwan|Thailand|Tunisia|Turkey|Ukraine|"
    "United Arab Emirates|Venezuela|Vietnam|Yemen|Zimbabwe"
)
