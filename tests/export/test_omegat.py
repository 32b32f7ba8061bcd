"""OmegaT, the free translation memory program, opens what we export: XLIFF as its source, TMX as its memory."""

import shutil
import subprocess
from dataclasses import replace

import pytest
from cases import DRAFT
from lxml import etree

from summarizer.export import export_format
from summarizer.memory import Project, take_in

pytestmark = pytest.mark.skipif(shutil.which("omegat") is None, reason="OmegaT is not on this machine")

PROJECT = """<?xml version="1.0" encoding="UTF-8"?>
<omegat><project version="1.0">
<source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir><tm_dir>__DEFAULT__</tm_dir>
<glossary_dir>__DEFAULT__</glossary_dir><dictionary_dir>__DEFAULT__</dictionary_dir>
<source_lang>en</source_lang><target_lang>ru</target_lang><sentence_seg>false</sentence_seg>
</project></omegat>
"""


def test_omegat_reads_the_xliff_and_its_drafts_from_the_tmx_and_what_it_writes_comes_back(tmp_path):
    for folder in ("source", "target", "tm/auto", "glossary", "dictionary", "omegat"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "omegat.project").write_text(PROJECT)
    undone = (replace(one, text=DRAFT.document.sentence_text(one.sentences[0])) for one in DRAFT.passages)
    new = replace(DRAFT, passages=tuple(undone))
    (tmp_path / "source/article.xlf").write_bytes(export_format("xliff").render(new))
    (tmp_path / "tm/auto/memory.tmx").write_bytes(export_format("tmx").render(DRAFT))
    command = ["omegat", tmp_path, "--mode=console-translate", f"--config-dir={tmp_path}/config"]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    targets = etree.parse(tmp_path / "target/article.xlf").findall(".//{*}target")
    wanted = [passage.text for passage in DRAFT.passages]
    wanted[1] = DRAFT.document.sentence_text(1)  # to OmegaT, a link inside of a sentence is only ever a fuzzy match
    assert ["".join(target.itertext()) for target in targets] == wanted
    assert [one.text for one in targets[1]] == ["bridge"]
    with Project.create(tmp_path / "article.svodka", DRAFT.document, None, DRAFT.job) as project:
        for number, passage in enumerate(new.passages):
            project.draft(number, passage)
        taken, same, *left = take_in(project, (tmp_path / "target/article.xlf").read_bytes(), "article.xlf")
        assert (taken, same, left) == ((0, 2, 3, 4, 5), 1, [(), (), ()])
        assert [segment.text for segment in project.segments()] == wanted
