"""Texts of several lengths and the language that each is in: "ru", "en", or the name of a third one."""

RUSSIAN = [
    "я",
    "Итоги",
    "СРОЧНО",
    "Нет войне",
    "Иванов И. И.",
    "Москва, 5 мая",
    "COVID-19 в Москве",
    "Apple показала iPhone 20 Pro",
    "Открыть файл README.md",
    "Солнечно, +20",
    "Президент болгарской академии наук приехал",
    "Київ меняет названия улиц, пишут газеты",
    "Рядом с музеем откроют новую станцию метро",
    "Врачи советуют пить больше воды и чаще гулять.",
    "Об этом сообщает газета Frankfurter Allgemeine Zeitung.",
    "Дед рассказал, что в тот год снег сошёл только в мае, а река вскрылась и того позже.",
    "Онъ сказалъ, что всѣ жители города видѣли пожаръ, и что Россія этого не забудетъ.",
    "Компания Microsoft выпустила Windows Server, Visual Studio Code и Azure DevOps для рынка Казахстана.",
    (
        "Городской совет принял бюджет на следующий год. Денег на больницы станет больше, но мэр считает, что этого мало. "
        "Окончательное голосование пройдёт в декабре, до него депутаты обещают встретиться с жителями окраин."
    ),
]

ENGLISH = [
    "a",
    "Notes",
    "BREAKING",
    "No war",
    "St. John, J. J.",
    "Paris, 5 May",
    "COVID-19 in Berlin",
    "https://example.org/news",
    "readme.txt",
    "Sunny, 20 °C",
    "Angela Merkel meets Emmanuel Macron in Paris",
    "Don’t stop, it’s a reflex, he’s fine",
    "A new underground station opens near the museum",
    "Doctors advise people to drink more water.",
    "This was reported by the daily Frankfurter Allgemeine Zeitung.",
    "My grandfather said that the snow melted only in May that year, and the river opened even later.",
    "The word «правда» means truth in Russian, and the newspaper took it for its name.",
    "ALL PASSENGERS MUST LEAVE THE TRAIN AT THE NEXT STATION",
    (
        "The city council has passed the budget for next year. Hospitals will get more money, but the mayor finds it too "
        "little. The last vote is due in December; before it the councillors promise to meet people from the outskirts."
    ),
]

OTHERS = {
    "Ukrainian": [
        "Поруч із музеєм відкриють нову станцію метро",
        "Лікарі радять пити більше води та частіше гуляти на свіжому повітрі.",
        "Міська рада ухвалила бюджет на наступний рік. Грошей на лікарні стане більше, але мер вважає, що цього замало.",
    ],
    "Belarusian": [
        "Побач з музеем адкрыюць новую станцыю метро, паведаміў кіраўнік горада.",
        "Дзед расказваў, што ў той год снег сышоў толькі ў траўні, а рака ўскрылася яшчэ пазней.",
    ],
    "Bulgarian": [
        "Край музея ще отворят нова станция на метрото",
        "Лекарите съветват хората да пият повече вода и да се разхождат по-често.",
        "Общинският съвет прие бюджета за следващата година. Парите за болниците ще бъдат повече, но кметът ги смята за малко.",
    ],
    "Serbian": [
        "Поред музеја ће се отворити нова станица метроа, каже градоначелник.",
        "Лекари саветују људима да пију више воде и да чешће шетају.",
    ],
    "Macedonian": ["Лекарите ги советуваат луѓето да пијат повеќе вода и почесто да шетаат на чист воздух."],
    "Kazakh": [
        "Мұражайдың жанында жаңа метро стансасы ашылады",
        "Дәрігерлер адамдарға суды көбірек ішуге және жиі серуендеуге кеңес береді.",
    ],
    "German": [
        "Neben dem Museum wird eine neue Station eröffnet",
        "Ärzte raten den Menschen, mehr Wasser zu trinken und öfter spazieren zu gehen.",
        (
            "Der Stadtrat hat den Haushalt für das nächste Jahr beschlossen. Die Krankenhäuser bekommen mehr Geld, der "
            "Bürgermeister hält es aber für zu wenig."
        ),
    ],
    "French": [
        "Une nouvelle station de métro va ouvrir près du musée",
        "Les médecins conseillent de boire plus d'eau et de marcher plus souvent.",
    ],
    "Spanish": [
        "Una nueva estación de metro abrirá junto al museo",
        "Los médicos aconsejan beber más agua y pasear más a menudo.",
    ],
    "Italian": ["I medici consigliano di bere più acqua e di passeggiare più spesso all'aria aperta."],
    "Portuguese": ["Os médicos aconselham as pessoas a beber mais água e a passear mais vezes ao ar livre."],
    "Polish": [
        "Obok muzeum powstanie nowa stacja metra",
        "Lekarze radzą pić więcej wody i częściej spacerować na świeżym powietrzu.",
    ],
    "Czech": ["Lékaři radí lidem, aby pili více vody a častěji chodili na procházky."],
    "Turkish": ["Doktorlar insanlara daha fazla su içmelerini ve daha sık yürümelerini öneriyor."],
    "Dutch": ["Artsen raden mensen aan om meer water te drinken en vaker te wandelen."],
    "Finnish": ["Lääkärit neuvovat ihmisiä juomaan enemmän vettä ja kävelemään useammin."],
    "Serbian or Croatian": ["Liječnici savjetuju ljudima da piju više vode i da češće šeću na svježem zraku."],
    "Chinese": ["你好", "医生建议人们多喝水，多到户外散步。市议会昨天通过了明年的预算。"],
    "Japanese": ["医師たちは、もっと水を飲み、もっと散歩するように勧めています。"],
    "Korean": ["의사들은 물을 더 많이 마시고 더 자주 산책하라고 조언한다."],
    "Arabic": ["ينصح الأطباء الناس بشرب المزيد من الماء والمشي أكثر في الهواء الطلق."],
    "Greek": ["Οι γιατροί συμβουλεύουν τους ανθρώπους να πίνουν περισσότερο νερό."],
    "Hebrew": ["הרופאים מייעצים לאנשים לשתות יותר מים וללכת יותר."],
    "Georgian": ["ექიმები ხალხს მეტი წყლის დალევას და უფრო ხშირად სეირნობას ურჩევენ."],
    "Russian written in Latin letters": [
        "Vrachi sovetuyut pit bolshe vody i chashche gulyat na svezhem vozdukhe, soobshchila gazeta."
    ],
}
