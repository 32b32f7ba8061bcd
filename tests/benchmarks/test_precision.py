"""Labels of findings: kept by the words that a finding names, and counted by check."""

import pytest

from benchmarks.precision import Key, Marked, labels, report, words_of, write
from summarizer.job import Finding

LOST = Finding("numbers", "“15” of the source is missing; the draft has 16", 0, "error")
ADDED = Finding("numbers", "“16” of the draft is not in the source, which has 15", 0, "error")
NOTE = Finding("quotes", "1 quotations in the source, 0 in the draft", 0, "note")


def marked(finding, line=1):
    return Marked(Key("ru-en", line, finding.check, words_of(finding)), finding, "Погибли 15.", "Some 16 died.")


@pytest.mark.parametrize(("finding", "words"), [(LOST, "15"), (ADDED, "16"), (NOTE, "1 quotations in")])
def test_a_label_is_kept_by_the_first_words_that_the_finding_names(finding, words):
    assert words_of(finding) == words


def test_the_share_of_right_findings_is_counted_by_check_marks_apart_from_notes():
    known = {marked(LOST).key: True, marked(ADDED).key: False, marked(LOST, 2).key: False}
    found = [marked(LOST), marked(ADDED), marked(LOST, 2), marked(NOTE)]
    assert list(report(found, known)) == [
        "numbers marks: 1 of 3 right (0.33), 0 without a label - below 0.7",
        "quotes notes: 0 of 0 right (0.00), 1 without a label",
    ]


def test_findings_without_a_label_are_written_as_rows_to_be_labelled_and_read_back(tmp_path):
    path = tmp_path / "rows.tsv"
    write([marked(LOST)], path)
    row = path.read_text(encoding="utf-8").strip().split("\t")
    assert row == ["ru-en", "1", "numbers", "15", "?", LOST.message, "Погибли 15.", "Some 16 died."]
    path.write_text("direction\tline\tcheck\twords\tlabel\n" + "\t".join([*row[:4], "real"]), encoding="utf-8")
    assert labels(path) == {marked(LOST).key: True}


def test_the_labels_that_come_with_the_project_can_be_read_and_hold_no_sentence():
    known = labels()
    assert known
    assert all(len(key.words.split()) <= 3 for key in known)
