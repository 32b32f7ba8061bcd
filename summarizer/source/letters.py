"""How Russian letters follow each other, as costs in whole bits: what tells one single-byte encoding from another.

Counted on 3.7 million words of Russian press (2026-11): minus log2 of the share of each letter after the letter of the
row, in hexadecimal, 15 and rarer as `f`. Rows and columns stand in the order of `ALPHABET`, whose space stands for the
edge of a word.
"""

ALPHABET = " абвгдеёжзийклмнопрстуфхцчшщъыьэюя"

_ROWS = (
    "f553556f754b465443535577858efef697",  # between words
    "2b64756a65774443b64449966678fffb65",  # а
    "5497da39ac4f74952c45c4f7fda563aa76",  # б
    "23b89939f84f7585385576babb7bc48ef7",  # в
    "54bac54eef4f84a71c3a75fffadffefbbf",  # г
    "43b69727793f7574375584da979fb67bb7",  # д
    "287554697695544387344a877677fffc99",  # е
    "2fa576df65f98432fa462fe6feaeffffff",  # ё
    "736bb316cf3f6bb36bc8f6ffa8ffff9bbf",  # ж
    "3274646a8c4f77544a59c5fcacefa59ea6",  # з
    "2685664c8545545468544b95658afffd64",  # и
    "0b99a69ffbbf78757b936fcb766dfefffb",  # й
    "32c7bd5c7b3f85a72c4544dc7dcffdecff",  # к
    "33cd89376d2f86c63c9695eefbfff73c54",  # л
    "2389bc3aee3f876535b7d4aebcfff589b6",  # м
    "43a97638ba3f6bd43ca5557b69bbe47da6",  # н
    "3a53446a6675544476444a888679fffa87",  # о
    "74ebcd3aff5f95c8172a95ea9ddff6adf8",  # п
    "528667397c3f7865297654999a8df57ca6",  # р
    "4585c848de4f346645742599a76fc85da4",  # с
    "3384e93afe3f78752a45a5ccc8fde64cb7",  # т
    "2656536f479a455594444ea79466fff949",  # у
    "448e7e38fb2fa4c82747545cdebff89bcd",  # ф
    "14d7da69fc6fa8862c6797bcfcefeec9ef",  # х
    "5498bc2ff91f59b96986c6eebffff5eecd",  # ц
    "63ebfe25bf3f6794ad9c26eafc6fff7eff",  # ч
    "62e6ff26ff2f54945a9956efdfffff6acf",  # ш
    "a3feff13ff2ffff6dfaff6ffffffff6fff",  # щ
    "7eeeee13eebeeeeeeeeeeeeeeeeeebeb71",  # ъ
    "2f64773f98847446f7655df3e86dfffff9",  # ы
    "1f7a8767f68f5f63aaf46f9b8a57ffff56",  # ь
    "7ca798efe8e73565e7561c6bbf9ffffdfd",  # э
    "195a74cf65bd8686db662ffc74b3fffe8f",  # ю
    "1f64955f76c97655d8764ff67797ffff68",  # я
)

COST = {
    (before, after): int(bits, 16)
    for before, row in zip(ALPHABET, _ROWS, strict=True)
    for after, bits in zip(ALPHABET, row, strict=True)
}

RARE_MARKS = frozenset("‚‹›§©®™°•·\xad´")
MARKS = frozenset("«»„“”‘’–—…№\xa0") | RARE_MARKS
NEVER_AFTER_LETTER = frozenset("«„‚‹–—№§©®°•")
NEVER_BEFORE_LETTER = frozenset("»›…–—№§©®™°•")
NEIGHBOURS = frozenset("іїєґўІЇЄҐЎ")  # Ukrainian and Belarusian, which stand in Russian press as names
