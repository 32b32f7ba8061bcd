"""The translation memory: what is confirmed is found again, and TMX goes in and out."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from summarizer.errors import FormatError
from summarizer.memory import tokens
from summarizer.memory.figures import adapted
from summarizer.memory.matching import Around, Match, Pair
from summarizer.memory.units import Memory

EN_RU, RU_EN = Pair("en", "ru"), Pair("ru", "en")


@pytest.fixture
def memory(tmp_path):
    with Memory(tmp_path / "memory.db") as memory:
        yield memory


def scores(memory, text, pair=EN_RU):
    return [(match.score, match.target) for match in memory.search(pair, text)]


def test_the_same_sentence_is_a_full_match(memory):
    memory.add(EN_RU, "The bridge is open.", "Мост открыт.")
    assert memory.search(EN_RU, "The bridge is open.") == (
        Match("The bridge is open.", "Мост открыт.", 100, "project"),
    )


def test_between_the_same_neighbours_it_is_more_than_that(memory):
    memory.add(EN_RU, "It is old.", "Он стар.", Around("The bridge is open.", "Nobody was hurt."))
    memory.add(EN_RU, "It is old.", "Она стара.", Around("The ship is here.", ""))
    found = memory.search(EN_RU, "It is old.", Around("The bridge is open.", "Nobody was hurt."))
    assert [(match.score, match.target) for match in found] == [(101, "Он стар."), (100, "Она стара.")]


@pytest.mark.parametrize(
    ("known", "asked", "score"),
    [
        ("The bridge is open", "The bridge is open.", 98),  # punctuation
        ("THE BRIDGE IS OPEN.", "The bridge is open.", 98),
        ("The old bridge is open again today.", "The old bridge is closed again today.", 85),
        ("The old bridges are open again today.", "The old bridge is open again today.", 78),  # an ending counts half
        ("It carries 40 cars.", "It carries 41 cars.", 99),
    ],
)
def test_a_score_says_how_much_is_the_same(memory, known, asked, score):
    memory.add(EN_RU, known, "Перевод: 40.")
    assert [match.score for match in memory.search(EN_RU, asked)] == [score]


def test_russian_endings_cost_less_than_other_words(memory):
    memory.add(RU_EN, "Президент подписал новый закон о связи.", "The president signed a new law.")
    ((ending, _),) = scores(memory, "Президент подписала новый закон о связи.", RU_EN)
    ((word, _),) = scores(memory, "Президент подписал старый закон о связи.", RU_EN)
    assert (ending, word) == (91, 83)


@pytest.mark.parametrize(
    ("source", "match", "target", "wanted"),
    [
        ("It has 50 cars.", "It has 40 cars.", "В нём 40 машин.", "В нём 50 машин."),
        ("It has 50,000 cars.", "It has 40,000 cars.", "В нём 40\u00a0000 машин.", "В нём 50\u00a0000 машин."),
        ("It grew 2.5 per cent in 2020.", "It grew 1.5 per cent in 2019.", "Рост 1,5 % в 2019.", "Рост 2,5 % в 2020."),
        ("It has 50 cars.", "It has 40 cars.", "В нём сорок машин.", None),
        ("It has 5 of 6.", "It has 4 of 4.", "4 из 4.", None),
        ("It has 50 cars.", "It has 40 cars and 3 vans.", "40 и 3.", None),
        ("No figures.", "No figures!", "Нет цифр.", "Нет цифр."),
    ],
)
def test_figures_are_put_to_those_of_the_sentence_at_hand(source, match, target, wanted):
    assert adapted(source, match, target) == wanted


def test_other_directions_and_unlike_sentences_are_not_offered(memory):
    memory.add(EN_RU, "The bridge is open.", "Мост открыт.")
    assert scores(memory, "The bridge is open.", RU_EN) == []
    assert scores(memory, "Nobody was hurt on Monday.") == []


def test_a_corrected_sentence_takes_the_place_of_the_old_one(memory):
    memory.add(EN_RU, "The bridge is open.", "Мост открыт.")
    memory.add(EN_RU, "The bridge is open.", "Мост уже открыт.")
    assert scores(memory, "The bridge is open.") == [(100, "Мост уже открыт.")]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(["bridge", "river", "open", "closed", "again", "car", "day", "old", "new", "city"]),
        min_size=4,
        max_size=12,
    ),
    st.data(),
)
def test_whatever_is_like_by_the_floor_is_among_the_candidates(words, data):
    other = list(words)
    for _ in range(len(words) * 3 // 10):
        other[data.draw(st.integers(0, len(words) - 1))] = data.draw(st.sampled_from(["x", "yesterday", "car"]))
    one, two = tokens.stems(words), tokens.stems(other)
    assert set(tokens.prefix(one, 0.7)) & set(tokens.prefix(two, 0.7))


def test_a_unit_too_long_by_what_the_first_shared_stems_leave_is_not_looked_at_but_all_others_are(memory):
    """The candidates are those of a search through all units, whatever their lengths."""
    words = [f"слово{letter}" for letter in "абвгдежзик"]
    for length in range(1, 15):
        memory.add(RU_EN, " ".join((words * 2)[:length]), f"{length} words")
    found = memory.search(RU_EN, " ".join(words), limit=20)
    assert {match.target for match in found} == {f"{length} words" for length in range(7, 15)}


def test_an_index_in_an_older_order_is_made_anew(tmp_path):
    with Memory(tmp_path / "memory.db") as memory:
        memory.add(EN_RU, "The old bridge is open again today.", "Старый мост снова открыт.")
        memory._connection.execute("UPDATE posting SET stem = stem + 1")
        assert scores(memory, "The old bridge is closed again today.") == []
        memory._connection.execute("PRAGMA user_version = 0")
    with Memory(tmp_path / "memory.db") as memory:
        assert scores(memory, "The old bridge is closed again today.") == [(85, "Старый мост снова открыт.")]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.lists(
            st.sampled_from(["the", "of", "bridge", "river", "open", "closed", "government", "again"]),
            min_size=1,
            max_size=9,
        ),
        min_size=1,
        max_size=12,
    )
)
def test_nothing_that_is_like_by_the_floor_is_missed(tmp_path_factory, sentences):
    from rapidfuzz.distance import Levenshtein

    asked, *known = [" ".join(words) for words in sentences]
    shapes = {text: tokens.shape(tokens.stems(tokens.words(text))) for text in (asked, *known)}
    alike = {text for text in known if Levenshtein.normalized_similarity(shapes[asked], shapes[text]) >= 0.7}
    with Memory(tmp_path_factory.mktemp("floor") / "memory.db") as memory:
        memory.add_all(EN_RU, ((text, "x") for text in known), "test")
        stems = tokens.stems(tokens.words(asked))
        rows = dict(memory._connection.execute("SELECT number, source FROM unit"))
        assert {rows[number] for number in memory._index.alike(stems)} == alike


TMX = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header creationtool="X" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="en" datatype="html"/>
<body>
<tu tuid="7" creationdate="20240101T000000Z"><note>a note</note><prop type="x-domain">roads</prop>
<tuv xml:lang="en-US"><seg>The <bpt i="1" type="bold">&lt;b&gt;</bpt>bridge<ept i="1">&lt;/b&gt;</ept> is <hi>open</hi>.</seg></tuv>
<tuv xml:lang="RU"><seg><bpt i="1" type="bold">&lt;b&gt;</bpt>Мост<ept i="1">&lt;/b&gt;</ept> открыт.</seg></tuv></tu>
<tu><tuv xml:lang="de"><seg>Brücke</seg></tuv><tuv xml:lang="fr"><seg>Pont</seg></tuv></tu>
</body></tmx>
"""


def units_of(data):
    return [etree.tostring(unit, method="c14n") for unit in etree.fromstring(data).iter("tu")]


def test_units_of_other_programs_are_found_without_their_codes(memory):
    assert memory.import_tmx(TMX.encode(), "roads.tmx") == (1, 1)
    assert scores(memory, "The bridge is open.") == [(100, "Мост открыт.")]
    assert scores(memory, "Мост открыт.", RU_EN) == [(100, "The bridge is open.")]


def test_what_comes_in_goes_out_as_it_was(memory):
    memory.import_tmx(TMX.encode(), "roads.tmx")
    assert units_of(b"".join(memory.export_tmx())) == [
        unit.replace(b"\n</tu>", b"</tu>") for unit in units_of(TMX.encode())
    ]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.text(min_size=1), st.text(min_size=1)), max_size=5))
def test_confirmed_sentences_survive_export_and_import_whatever_is_in_them(tmp_path_factory, pairs):
    folder = tmp_path_factory.mktemp("tmx")
    with Memory(folder / "a.db") as one, Memory(folder / "b.db") as two:
        for source, target in pairs:
            one.add(EN_RU, source, target)
        data = b"".join(one.export_tmx())
        if len(one):
            two.import_tmx(data, "a.tmx")
        assert units_of(b"".join(two.export_tmx())) == units_of(data)


# The sample document that appendix A of TMX 1.4b prints (Copyright LISA 1997-2005), typed in.
SAMPLE = """<?xml version="1.0"?>
<!-- Example of TMX document -->
<tmx version="1.4">
 <header creationtool="XYZTool" creationtoolversion="1.01-023" datatype="PlainText" segtype="sentence" adminlang="en-us"
  srclang="EN" o-tmf="ABCTransMem" creationdate="20020101T163812Z" creationid="ThomasJ" changedate="20020413T023401Z"
  changeid="Amity" o-encoding="iso-8859-1">
  <note>This is a note at document level.</note>
  <prop type="RTFPreamble">{\\rtf1\\ansi\\tag etc...{\\fonttbl}</prop>
  <ude name="MacRoman" base="Macintosh"><map unicode="#xF8FF" code="#xF0" ent="Apple_logo" subst="[Apple]"/></ude>
 </header>
 <body>
  <tu tuid="0001" datatype="Text" usagecount="2" lastusagedate="19970314T023401Z">
   <note>Text of a note at the TU level.</note>
   <prop type="x-Domain">Computing</prop>
   <prop type="x-Project">P&#x00E6;gasus</prop>
   <tuv xml:lang="EN" creationdate="19970212T153400Z" creationid="BobW">
    <seg>data (with a non-standard character: &#xF8FF;).</seg>
   </tuv>
   <tuv xml:lang="FR-CA" creationdate="19970309T021145Z" creationid="BobW" changedate="19970314T023401Z" changeid="ManonD">
    <prop type="Origin">MT</prop>
    <seg>donn&#xE9;es (avec un caract&#xE8;re non standard: &#xF8FF;).</seg>
   </tuv>
  </tu>
  <tu tuid="0002" srclang="*all*">
   <prop type="Domain">Cooking</prop>
   <tuv xml:lang="EN"><seg>menu</seg></tuv>
   <tuv xml:lang="FR-CA"><seg>menu</seg></tuv>
   <tuv xml:lang="FR-FR"><seg>menu</seg></tuv>
  </tu>
 </body>
</tmx>
"""


def test_the_sample_of_the_specification_is_kept_as_it_is_and_found_where_it_has_our_languages(memory):
    assert memory.import_tmx(SAMPLE.encode(), "sample.tmx") == (0, 2)
    assert memory.import_tmx(SAMPLE.replace('"FR-CA"', '"ru-RU"').encode(), "sample.tmx") == (2, 0)
    assert units_of(b"".join(memory.export_tmx()))[:2] == units_of(SAMPLE.encode())
    found = memory.search(EN_RU, "data (with a non-standard character: \uf8ff).")
    assert [match.target for match in found] == ["données (avec un caractère non standard: \uf8ff)."]


LAUGHS = '<!DOCTYPE tmx [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><tmx version="1.4"><body>&b;</body></tmx>'
OUTSIDE = '<!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/passwd">]><tmx version="1.4"><body>&x;</body></tmx>'


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "roads.tmx, line 1: "),
        (b"no xml", "roads.tmx, line 1: "),
        (TMX.replace("</body>", "</tu>").encode(), "roads.tmx, line 9: "),
        (TMX.encode("cp1251", "replace"), "roads.tmx, line 7: "),
        (TMX.replace(' xml:lang="RU"', "").encode(), "roads.tmx, line 7: a <tuv> does not say its language"),
        (TMX.replace("<seg>Brücke</seg>", "").encode(), "roads.tmx, line 8: a <tuv> has no <seg>"),
        (b"<html/>", "roads.tmx, line 1: it is no TMX: it begins with <html>"),
        (TMX.replace('tmx version="1.4"', 'tmx version="9"').encode(), "TMX '9' is not known"),
        (b'<tmx version="1.4"><body/></tmx>', "roads.tmx holds no units"),
        (LAUGHS.encode(), "roads.tmx, line 1: declares XML entities (a)"),
        (TMX.replace("is <hi>", "is &nbsp;<hi>").encode(), "roads.tmx, line 6: refers to the XML entity &nbsp;"),
        (TMX.replace("<tuv", "<ktuv").replace("</tuv", "</ktuv").encode(), "roads.tmx, line 5: a unit has no <tuv>"),
        (TMX.replace("?>", "?>", 1).replace("UTF-8", "utf-17").encode(), "roads.tmx, line 1: "),
        (OUTSIDE.encode(), "roads.tmx, line 1: declares XML entities (x)"),
    ],
)
def test_a_bad_file_is_refused_with_the_line_and_nothing_is_taken_in(memory, data, message):
    with pytest.raises(FormatError) as caught:
        memory.import_tmx(data, "roads.tmx")
    assert message in str(caught.value)
    assert len(memory) == 0


def test_a_file_that_is_no_memory_is_refused(tmp_path):
    (tmp_path / "memory.db").write_bytes(b"something else entirely, and longer than a header" * 10)
    with pytest.raises(FormatError, match=r"memory\.db"):
        Memory(tmp_path / "memory.db")
