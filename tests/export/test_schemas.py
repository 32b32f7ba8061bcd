"""What we export keeps to the schemas of OASIS, whatever the document; tests/data/schemas/README.md says whose they are."""

import io
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from cases import DRAFT
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from summarizer.document import Block, Document, Mark, Sentence
from summarizer.export import export_format
from summarizer.job import Finding, Job, Passage, Result

SCHEMAS = Path(__file__).parents[1] / "data/schemas"
# Our own: of the attributes of the xml namespace, the two that the schemas refer to.
XML_ATTRIBUTES = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace">
<xs:attribute name="lang" type="xs:language"/><xs:attribute name="space"><xs:simpleType><xs:restriction base="xs:NCName">
<xs:enumeration value="default"/><xs:enumeration value="preserve"/></xs:restriction></xs:simpleType></xs:attribute></xs:schema>"""
FILES = {"xliff": "xliff-core-1.2-strict.xsd", "xliff2": "xliff-core-2.0.xsd"}


class Offline(etree.Resolver):
    def resolve(self, url, public, context):
        return self.resolve_string(XML_ATTRIBUTES, context) if url.endswith("xml.xsd") else None


@cache
def schema(name):
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(Offline())
    return etree.XMLSchema(etree.parse(SCHEMAS / FILES[name], parser))


def valid(name, data):
    schema(name).assertValid(etree.parse(io.BytesIO(data)))


@pytest.mark.parametrize("name", FILES)
def test_a_draft_is_valid(name):
    valid(name, export_format(name).render(DRAFT))


@pytest.mark.parametrize("name", FILES)
def test_the_schema_is_no_empty_promise(name):
    with pytest.raises(etree.DocumentInvalid):
        valid(
            name, export_format(name).render(DRAFT).replace(b"<source>", b"<sauce>").replace(b"</source>", b"</sauce>")
        )


TEXT = st.text(
    st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from(" \t\n\r\u00a0\u200f😀<&\0")), max_size=12
)
SPANS = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12), st.sampled_from(["bold", "italic", "link", "code"])), max_size=4)  # fmt: skip
FINDINGS = st.lists(st.builds(Finding, st.just("numbers"), TEXT, st.sampled_from([None, 0, 1]), st.sampled_from(["note", "warning", "error"])), max_size=3)  # fmt: skip


@st.composite
def results(draw):
    texts = draw(st.lists(TEXT, min_size=1, max_size=3))
    blocks, sentences, passages, at = [], [], [], 0
    for number, text in enumerate(texts):
        spans = ((min(a, b), min(max(a, b), len(text)), kind) for a, b, kind in draw(SPANS))
        marks = tuple(Mark(a, b, kind, "https://example.org") for a, b, kind in spans if a < b)
        kind = draw(st.sampled_from(["title", "heading", "paragraph", "item", "quote", "code", "cell"]))
        blocks.append(Block(kind, at, at + len(text), 0, "ru", marks))
        sentences.append(Sentence(at, at + len(text), number))
        origin = draw(st.sampled_from(["source", "model", "memory", "person"]))
        passages.append(
            Passage(draw(TEXT), (number,), number, origin=origin, approved=draw(st.booleans()), alternatives=("x",))
        )
        at += len(text) + 2
    document = Document(
        text="\n\n".join(texts), lang="ru", blocks=tuple(blocks), sentences=tuple(sentences), origin=draw(TEXT)
    )
    return Result(job=Job(to="en"), document=document, passages=tuple(passages), findings=tuple(draw(FINDINGS)))


@pytest.mark.parametrize("name", FILES)
@settings(max_examples=40, deadline=None)
@given(result=results())
def test_every_document_is_valid(name, result):
    valid(name, export_format(name).render(result))


@pytest.mark.parametrize("name", FILES)
def test_a_unit_has_one_source_and_one_target_and_says_its_state_and_origin(name):
    others = replace(DRAFT, passages=tuple(replace(one, alternatives=("Другое",)) for one in DRAFT.passages))
    root = etree.fromstring(export_format(name).render(others))
    units = root.findall(".//{*}trans-unit" if name == "xliff" else ".//{*}unit")
    assert [(len(unit.findall(".//{*}source")), len(unit.findall(".//{*}target"))) for unit in units] == [(1, 1)] * 6
    assert b"alt-trans" not in export_format(name).render(others)
    where = "{*}target" if name == "xliff" else "{*}segment"
    said = {tuple(sorted(set(unit.find(where).attrib.items()))) for unit in units}
    assert (
        said
        == {
            "xliff": {(("state", "needs-review-translation"), ("state-qualifier", "mt-suggestion"))},
            "xliff2": {(("state", "translated"), ("subState", "svodka:model"))},
        }[name]
    )
    assert [note.text for note in units[2].findall(".//{*}note")] == ["the draft lacks 40,000"]


@pytest.mark.parametrize("name", FILES)
def test_an_article_without_sentences_is_valid(name):
    empty = Document(text="", lang="en", blocks=(), sentences=())
    valid(name, export_format(name).render(Result(job=Job(to="ru"), document=empty, passages=())))


REQUIRED = {"creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang", "datatype"}


@settings(max_examples=40, deadline=None)
@given(result=results())
def test_every_memory_has_what_tmx_1_4_requires_in_its_order(result):
    root = etree.fromstring(export_format("tmx").render(result))
    assert [child.tag for child in root] == ["header", "body"]
    assert root.get("version") == "1.4"
    assert set(root[0].attrib) == REQUIRED
    for unit in root.iter("tu"):
        assert [child.tag for child in unit if child.tag != "prop"] == ["tuv", "tuv"]
        assert [child.tag for child in unit][-2:] == ["tuv", "tuv"]
        assert [variant.get("{http://www.w3.org/XML/1998/namespace}lang") for variant in unit.iter("tuv")] == [
            "ru",
            "en",
        ]
        for segment in unit.iter("seg"):
            assert segment.getparent()[:] == [segment]
            codes = [(code.tag, code.get("i")) for code in segment]
            opened = [number for tag, number in codes if tag == "bpt"]
            assert len(set(opened)) == len(opened)
            assert sorted(opened) == sorted(number for tag, number in codes if tag == "ept")
            assert all(codes.index(("bpt", number)) < codes.index(("ept", number)) for number in opened)
