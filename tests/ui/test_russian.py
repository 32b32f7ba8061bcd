"""What the library says in English is said in Russian on a Russian page: every finding, and why a source is refused."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import summarizer
from summarizer import FetchError, ModelError
from summarizer.checks import checks_for
from summarizer.ingest import _containers, _recognise
from summarizer.source import addresses, binary, replies
from ui.locales import WORDS
from ui.russian import russian, told
from ui.words import errors, findings, hints

LIBRARY = Path(summarizer.__file__).parent


def name_of(check) -> str:
    return check.__name__.rpartition(".")[2]


REFUSING = ("source", "ingest", "language", "memory", "glossary", "tasks", "safe_xml.py")
REFUSED = ("127.0.0.1", "169.254.1.1", "224.0.0.1", "10.0.0.1", "240.0.0.1")
ERRORS = ("FetchError", "FormatError", "NoArticleError", "LanguageError", "UsageError")
# Said at the command line alone, or of what the page does not do.
GAP = "□"
ELSEWHERE = (
    f"terms are not written into {GAP}",
    "accept them into a CSV or TSV file",
    f"cannot make {GAP}: {GAP}",
    "choose another name or folder",
    f"there is no memory {GAP}",
    "a TMX file is taken in with svodka project import",
    "svodka project new makes one",
    "a digest model writes its own sentences, there are none to shorten",
    "leave --compress out",
    f"{GAP} {GAP}",  # what these say is in tables, below
    f"{GAP}, which can read files or fill the memory",
)


def shapes(node: ast.expr | None, names: dict[str, list[ast.expr]]) -> Iterator[str]:
    """What an expression can say, a gap for every value; names are looked up in their function and module."""
    match node:
        case ast.Constant(value=str(said)):
            yield said
        case ast.JoinedStr(values=values):
            yield "".join(v.value if isinstance(v, ast.Constant) else GAP for v in values)
        case ast.IfExp(body=one, orelse=other):
            yield from (*shapes(one, names), *shapes(other, names))
        case ast.Name(id=name):
            yield from (said for value in names.get(name, []) for said in shapes(value, names))
        case ast.Call(func=ast.Attribute(value=value, attr="format")):
            yield from (said.replace("{count}", GAP).replace("{total}", GAP) for said in shapes(value, names))


def calls(files: list[Path], called: tuple[str, ...]) -> Iterator[tuple[ast.Call, dict[str, list[ast.expr]]]]:
    """Calls of these names, each with what the names in its module and function stand for."""
    for file in files:
        module = ast.parse(file.read_text(encoding="utf-8"))
        constants = assigned(module.body)
        for function in (node for node in ast.walk(module) if isinstance(node, ast.FunctionDef)):
            names = constants | assigned(ast.walk(function))
            for node in ast.walk(function):
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") in called:
                    yield node, names


def assigned(nodes) -> dict[str, list[ast.expr]]:
    found: dict[str, list[ast.expr]] = {}
    for node in nodes:
        for target in node.targets if isinstance(node, ast.Assign) else ():
            found.setdefault(getattr(target, "id", ""), []).append(node.value)
    return found


@cache
def finding_shapes() -> set[str]:
    files = sorted(LIBRARY.rglob("*.py"))
    return {said for call, names in calls(files, ("Finding",)) for said in shapes(call.args[1], names)}


@cache
def error_shapes() -> set[str]:
    files = [file for name in REFUSING for file in sorted([LIBRARY / name, *(LIBRARY / name).rglob("*.py")])]
    found = calls([file for file in files if file.is_file()], ERRORS)
    return {said for call, names in found for part in call.args[:2] for said in shapes(part, names)}


@pytest.mark.parametrize("said", sorted(finding_shapes()))
def test_every_finding_of_the_library_has_a_russian_form(said):
    assert russian(said.replace(GAP, "a font"))


@pytest.mark.parametrize("said", sorted(error_shapes() - set(ELSEWHERE)))
def test_every_reason_why_a_source_is_refused_has_a_russian_form(said):
    message = said.replace(GAP, "a font")
    assert told(FetchError(message), "ru")[0] != message


KINDS = {
    *(kind for what, _ in replies._STATUS.values() for kind in [f"https://example.org/ answered 404: {what}"]),
    *(f"https://example.org/ is {kind}, not an article" for kind in replies._NO_DOCUMENTS.values()),
    *(f"letter.bin is {magic.name}, not a text" for magic in binary._MAGIC),
    *(f"letter.xml is {kind}, not an article" for kind in [*_recognise._XML_NAMES.values(), _recognise._OTHER_XML]),
    *(f"letter.zip is {name}" for _, name in _containers._OTHER_MIMETYPES),
    *(f"letter.zip is {name}" for _, name, _ in _containers._OTHER_ENTRIES),
    *(f"letter.doc {what}" for _, what, _ in _containers._OLE2_STREAMS),
    *(hint for _, _, hint in (*_containers._OTHER_ENTRIES, *_containers._OLE2_STREAMS)),
    *(hint for _, hint in replies._STATUS.values()),
    *(magic.hint for magic in binary._MAGIC),
    *(f"example.org leads to 10.0.0.1, {kind}" for _, kind in addresses._NETWORKS),
    *(f"example.org leads to 10.0.0.1, {addresses.why_refused(at)}" for at in REFUSED),
    "a.tmx, line 1: declares XML entities (lol), which can read files or fill the memory",
    "a.tmx, line 7: refers to the XML entity lol, which can read files or fill the memory",
    "the text is in Ukrainian",
}


@pytest.mark.parametrize("message", sorted(KINDS))
def test_every_kind_of_file_answer_or_address_has_a_russian_name(message):
    said, _ = told(FetchError(message), "ru")
    assert said != message
    assert " is " not in said


def test_every_check_of_a_translation_has_a_name_to_filter_by():
    assert {
        name for check in checks_for("translate") if (name := f"draft.check.{name_of(check)}") not in WORDS
    } == set()


def test_enough_was_found_to_be_held_to():
    assert len(finding_shapes()) > 30
    assert len(error_shapes()) > 150
    assert set(ELSEWHERE) <= error_shapes()


@pytest.mark.parametrize("table", [findings.SAID, findings.REASONS, errors.SAID, hints.SAID])
def test_a_russian_form_has_no_value_that_the_english_one_lacks(table):
    for english, words in table.items():
        assert words.format(**{part.split("}")[0]: "9" for part in english.split("{")[1:]})


@pytest.mark.parametrize(
    ("message", "words"),
    [
        (
            "“2005” of the draft is not in the source, which has 1983, 2015",
            "«2005» в переводе, а в источнике: 1983, 2015",
        ),
        (
            "40 of 44 sentences translated; left as they were: 3 under the confidence floor, 1 code",
            "переведено предложений: 40 из 44; оставлено как есть: 3 — уверенность ниже порога, 1 — код",
        ),
        ("44 of 44 sentences translated", "переведено предложений: 44 из 44"),
        (
            "the source denies: “not; at all”; the draft has no denial",
            "в источнике отрицание: «not; at all»; в переводе его нет",
        ),
        ("nobody ever said this", ""),
        ("44 of 44 sentences translated; nobody ever said this", ""),
    ],
)
def test_values_stay_in_their_places(message, words):
    assert russian(message) == words


def test_an_error_is_told_with_its_hint_in_the_readers_language():
    error = FetchError("https://example.org/a answered 404: there is no such page", "check the link")
    assert told(error, "ru") == ("https://example.org/a ответил 404: такой страницы нет", "проверьте ссылку")
    assert told(error, "en") == (str(error), "check the link")


def test_what_has_no_russian_form_is_told_as_it_is():
    assert told(ModelError("the tiny model fell over", "look"), "ru") == ("the tiny model fell over", "look")
