"""XLIFF that comes back: read as the specifications print it, refused with line and reason, nothing overwritten unseen."""

import pytest
from project_files import drafted

from summarizer.errors import FormatError
from summarizer.export import export_format
from summarizer.memory import take_in
from summarizer.memory.returned import Left
from summarizer.memory.returned_xliff import read

# From Sample_AlmostEverything_1.2_strict.xlf, which OASIS prints beside XLIFF 1.2 (Copyright OASIS 2007), typed in; the
# ids are those of a project.
SAMPLE_1_2 = """<?xml version="1.0" encoding="utf-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">
   <file original="String" source-language="en-us" datatype="plaintext" target-language="en-us">
      <header><skl><internal-file form="String" crc="NMTOKEN">String</internal-file></skl></header>
      <body>
         <trans-unit id="s1" approved="yes" translate="yes" reformat="coord font" xml:space="default">
            <source xml:lang="en-us">Text <g id="_1_ski_040">text</g>TEXT<bpt id="_1_ski_139">code<sub>Text</sub>
               </bpt>TEXT<ept id="_1_ski_238">code</ept>TEXT<ph id="_1_ski_337"/>TEXT<it id="_1_ski_436" pos="open">code</it>TEXT<mrk mtype="x-test">text</mrk>
               <x id="_1_ski_535"/>TEXT<bx id="_1_ski_634"/>TEXT<ex id="_1_ski_733"/>TEXT.</source>
            <target state="needs-translation" xml:lang="en-us">Text <g id="_1_ski_832">text</g>TEXT<bpt id="_1_ski_931">code</bpt>TEXT<ept id="_1_ski_1030">code</ept>TEXT<ph id="_1_ski_1129"/>TEXT<it id="_1_ski_1228" pos="open">code</it>TEXT<mrk mtype="x-test">text</mrk>
               <x id="_1_ski_1327"/>TEXT<bx id="_1_ski_1426"/>TEXT<ex id="_1_ski_1525"/>TEXT.</target>
            <alt-trans match-quality="String" origin="String">
               <source xml:lang="en-us">Text</source>
               <target state="needs-translation" xml:lang="en-us">Text</target>
            </alt-trans>
         </trans-unit>
         <trans-unit id="s2">
            <source>
               <mrk mtype="protected">XLIFF
               </mrk>stands for
               <mrk mtype="protected">XML Localisation Interchange File Format
               </mrk>.
            </source>
            <target>
               <mrk mtype="protected">XLIFF
               </mrk>in any language stands for
               <mrk mtype="protected">XML Localisation Interchange File Format
               </mrk>.
            </target>
         </trans-unit>
      </body>
   </file>
</xliff>
"""
# The units that XLIFF 2.1, 4.8.1 and 4.8.2, prints (Copyright OASIS Open 2018), typed in; the ids are those of a project.
SAMPLE_2_1 = """<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="fr"><file id="f1">
<unit id="s1">
  <segment>
    <source>First sentence.</source>
    <target>Première phrase.</target>
  </segment>
  <ignorable>
    <source> </source>
  </ignorable>
  <segment>
    <source>Second sentence.</source>
  </segment>
</unit>
<unit id="s2">
  <segment id="1">
    <source>Sentence A.</source>
    <target order="5">Phrase A.</target>
  </segment>
  <ignorable>
    <source> </source>
  </ignorable>
  <segment id="2">
    <source>Sentence B.</source>
    <target order="1">Phrase B.</target>
  </segment>
  <ignorable>
    <source> </source>
  </ignorable>
  <segment id="3">
    <source>Sentence C.</source>
    <target order="3">Phrase C.</target>
  </segment>
</unit></file></xliff>
"""


def texts(sample):
    return [
        (one.number, " ".join(one.source.split()), " ".join(one.text.split()))
        for one in read(sample.encode(), "a.xlf").targets
    ]


def test_native_codes_and_alternatives_of_xliff_1_2_are_no_text():
    plain = "Text textTEXTTEXTTEXTTEXTTEXTtext TEXTTEXTTEXT."
    assert texts(SAMPLE_1_2) == [
        (0, plain, ""),  # it needs translation, and its target is its source still
        (1, "XLIFF stands for XML Localisation Interchange File Format .", "XLIFF in any language stands for XML Localisation Interchange File Format ."),
    ]  # fmt: skip


def test_segments_of_xliff_2_that_another_program_cut_are_put_together_in_their_order():
    assert texts(SAMPLE_2_1) == [
        (0, "First sentence. Second sentence.", "Première phrase."),
        (1, "Sentence A. Sentence B. Sentence C.", "Phrase B. Phrase C. Phrase A."),
    ]


def test_characters_that_xml_does_not_allow_are_read_from_their_numbers():
    unit = '<unit id="s1"><segment><source>a<cp hex="001A"/>b</source><target><cp hex="x"/></target></segment></unit>'
    data = f'<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0"><file>{unit}</file></xliff>'
    assert [(one.source, one.text) for one in read(data.encode(), "a.xlf").targets] == [("a\x1ab", "\ufffd")]


V1, V2 = (f'<xliff xmlns="urn:oasis:names:tc:xliff:document:{version}">\n' for version in ("1.2", "2.0"))
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>\n'


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "a.xlf, line 1: "),
        (b"no xml", "a.xlf, line 1: Start tag expected, '<' not found"),
        (b"<xliff>\n<file>\n</xliff>", "a.xlf, line 3: Opening and ending tag mismatch: file line 2 and xliff"),
        ("<xliff>\n\n«»".encode("cp1251"), "a.xlf, line 3: "),
        (b'<?xml version="1.0" encoding="utf-17"?><xliff/>', "a.xlf, line 1: "),
        (b'<?xml version="1.0" encoding="utf-16"?><xliff/>', "a.xlf, line 1: "),
        (f"{LAUGHS}{V1}&b;</xliff>".encode(), "a.xlf, line 1: declares XML entities (a)"),
        (f'{LAUGHS}{V1}<g id="&b;"/></xliff>'.encode(), "a.xlf, line 1: declares XML entities (a)"),
        (f'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>{V1}&a;</xliff>'.encode(), "a.xlf, line 1: declares XML entities (a)"),
        (f'<!DOCTYPE x [<!ENTITY % a SYSTEM "http://example.org/a.dtd"> %a;]>{V1}</xliff>'.encode(), "a.xlf, line 1: declares XML entities (a)"),
        (f'<!DOCTYPE x SYSTEM "x.dtd">\n{V1}<trans-unit id="s1"><source>a&nbsp;b</source></trans-unit></xliff>'.encode(), "a.xlf, line 3: refers to the XML entity &nbsp;"),
        (b'<html xmlns="http://www.w3.org/1999/xhtml"/>', "a.xlf, line 1: it is no XLIFF 1.2 or 2"),
        (b'<xliff xmlns="urn:oasis:names:tc:xliff:document:1.1"/>', "a.xlf, line 1: it is no XLIFF 1.2 or 2"),
        (f'{V1}<trans-unit id="s0"><source/></trans-unit></xliff>'.encode(), "a.xlf, line 2: the unit 's0' is none of a project"),
        (f'{V1}\n<trans-unit id="s1"><target/></trans-unit></xliff>'.encode(), "a.xlf, line 3: a unit has no source"),
        (f'{V2}<unit id="s1"><segment><target/></segment></unit></xliff>'.encode(), "a.xlf, line 2: a unit has no source"),
    ],
)  # fmt: skip
def test_a_bad_file_is_refused_with_its_line_and_the_reason(data, message):
    with pytest.raises(FormatError) as caught:
        read(data, "a.xlf")
    assert str(caught.value).startswith(message)


@pytest.fixture
def project(tmp_path):
    with drafted(tmp_path / "bridge.svodka", "Мост открыт", "Мост открыт.") as project:
        yield project


def exported(project, name):
    project.mark_exported()
    return export_format(name).render(project.result()).decode()


@pytest.mark.parametrize("name", ["xliff", "xliff2"])
class TestComingBack:
    def test_what_nobody_edited_changes_nothing(self, project, name):
        before = project.segments()
        assert take_in(project, exported(project, name).encode(), "a.xlf") == ((), 2, (), (), ())
        assert project.segments() == before

    def test_an_older_file_does_not_overwrite_what_was_changed_before_a_later_export(self, project, name):
        data = exported(project, name).replace(">Мост открыт<", ">Там<")
        project.set_text(0, "Здесь", project.segment(0).version)
        exported(project, name)
        assert [text for _, text in take_in(project, data.encode(), "a.xlf").conflicts] == ["Там"]
        assert project.segment(0).text == "Здесь"

    def test_a_unit_that_is_there_twice_or_not_at_all_is_said(self, project, name):
        data = exported(project, name).replace('id="s3"', 'id="s1"').replace(">Мост открыт<", ">Там<")
        left = take_in(project, data.encode(), "a.xlf").left
        assert [(one.why, one.number) for one in left] == [("repeated", 0), ("repeated", 0), ("missing", 2)]
        assert project.segment(0).text == "Мост открыт"

    def test_an_emptied_target_is_said_and_the_draft_stays(self, project, name):
        data = exported(project, name).replace(">Мост открыт<", "><")
        assert take_in(project, data.encode(), "a.xlf").left == (Left("emptied", 0, 2),)
        assert project.segment(0).text == "Мост открыт"

    def test_a_new_draft_is_taken_even_where_the_program_left_the_state_alone(self, project, name):
        was = "It carries 40,000 cars a day.</target>"
        data = exported(project, name)
        assert was in data
        assert take_in(project, data.replace(was, "40 000 машин.</target>").encode(), "a.xlf").taken == (2,)
        assert (project.segment(2).text, project.segment(2).state) == ("40 000 машин.", "edited")
