"""The project file: an article, its draft segment by segment, and every change of it, in one SQLite file.

Every change is committed before the call returns. Nothing is overwritten that its writer had not seen: a change names
the version of the segment that it changes, and is refused where another window was there first.
"""

import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from summarizer.document import Document
from summarizer.errors import ConflictError, UsageError
from summarizer.job import Finding, Job, Passage, Result
from summarizer.memory import history, packed
from summarizer.memory.beginning import Progress, begin, clean, resume
from summarizer.memory.project_file import ProjectFile
from summarizer.memory.segments import COLUMNS, Content, Segment, State, Wanted, segment_in
from summarizer.source import Source

EXTENSION = ".svodka"
_NO_DRAFT = "{count} of {total} sentences have no draft yet and stand in the source's language"


class Project(ProjectFile):
    """An open project file; for one thread, closed by `close` or at the end of a `with`."""

    @classmethod
    def create(cls, path: Path | str, document: Document, source: Source | None = None, job: Job = Job()) -> "Project":  # noqa: B008
        """A new file, whole or not at all; `source` is kept for writing its own format again.

        Raises `UsageError` where the path is taken or cannot be written.
        """
        path = Path(path)
        return cls(path, begin(path, document, source, job))

    @classmethod
    def open(cls, path: Path | str, session: str = "") -> "Project":
        """The project in a file, written to by the window `session`. Raises `FormatError` where it is none."""
        path = Path(path)
        return cls(path, resume(path), session)

    @property
    def document(self) -> Document:
        """The article; read once."""
        if self._document is None:
            self._document = packed.document_in(self._fact("document"))
        return self._document

    @property
    def job(self) -> Job:
        """What was asked."""
        return packed.job_in(self._fact("job"))

    def segments(self, since: int = -1) -> tuple[Segment, ...]:
        """The segments in order; those alone that changed after the version `since`."""
        query = f"SELECT {COLUMNS} FROM segment WHERE version > ? ORDER BY number"  # noqa: S608
        with self._reading():
            rows = self._connection.execute(query, (since,)).fetchall()
        return tuple(segment_in(row, self.document) for row in rows)

    def segment(self, number: int) -> Segment:
        """One segment. Raises `UsageError` where there is none of the number."""
        query = f"SELECT {COLUMNS} FROM segment WHERE number = ?"  # noqa: S608
        with self._reading():
            row = self._connection.execute(query, (number,)).fetchone()
        if row is None:
            raise UsageError(f"there is no segment {number + 1}", f"there are {len(self.document.sentences)}")
        return segment_in(row, self.document)

    def set_text(self, number: int, text: str, version: int) -> Segment:
        """A person's wording. Raises `ConflictError` where the segment is not that of `version` any more."""
        return self._change(number, version, Wanted("edit", clean(text), "edited", "person"))

    def approve(self, number: int, version: int, text: str | None = None) -> Segment:
        """The segment is done, as it stands or with this text. Raises `ConflictError` as `set_text` does."""
        segment = self.segment(number)
        if text is not None and clean(text) != segment.text:
            return self._change(number, version, Wanted("approve", clean(text), "approved", "person"))
        if segment.state == "new":
            raise UsageError(f"segment {number + 1} has no draft to approve", "write one first")
        return self._change(number, version, Wanted("approve", segment.text, "approved", segment.origin))

    def reopen(self, number: int, version: int) -> Segment:
        """An approved segment is in work again."""
        segment = self.segment(number)
        state: State = "edited" if segment.origin == "person" else "draft"
        return self._change(number, version, Wanted("reopen", segment.text, state, segment.origin))

    def draft(self, number: int, passage: Passage, signature: str = "") -> Segment:
        """What a model or the memory wrote. What a person wrote or approved stays; the draft is an alternative then."""
        with self._writing() as now:
            segment = self.segment(number)
            if segment.state in {"edited", "approved"}:
                others = (*segment.alternatives, passage.text, *passage.alternatives)
                return self._offer(replace(segment, version=now), others)
            others = ((segment.text, *segment.alternatives) if segment.state == "draft" else ()) + passage.alternatives
            scores = passage.score, passage.cut, signature, passage.confidence
            content = Content(passage.text, "draft", passage.origin, *scores, passage.ties)
            self._offer(self._put(segment, content, now), others)
        return self.segment(number)

    def undo(self) -> Segment | None:
        """Take the last step back; gives the first segment that it changed, `None` where there is nothing to undo."""
        with self._writing() as now:
            return self._again(history.last_done(self._connection), now)

    def redo(self) -> Segment | None:
        """Make the step again that was undone last."""
        with self._writing() as now:
            return self._again(history.last_undone(self._connection), now)

    def findings(self) -> tuple[Finding, ...]:
        """What the checks found, in the order of the segments; what concerns the whole comes last."""
        query = (
            "SELECT segment, name, message, severity, source_start, source_stop, target_start, target_stop"
            " FROM finding ORDER BY segment IS NULL, segment, rowid"
        )
        with self._reading():
            rows = self._connection.execute(query).fetchall()
        return tuple(packed.finding_in(row) for row in rows)

    def set_findings(self, number: int | None, findings: Iterable[Finding]) -> None:
        """Put these in the place of the findings of one segment, or (None) of those on the whole."""
        rows = [packed.finding_out(replace(finding, passage=number)) for finding in findings]
        with self._writing():
            self._connection.execute("DELETE FROM finding WHERE segment IS ?", (number,))
            self._connection.executemany("INSERT INTO finding VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)

    def progress(self) -> Progress:
        """How many segments are in which state."""
        with self._reading():
            counts = dict(self._connection.execute("SELECT state, count(*) FROM segment GROUP BY state").fetchall())
        states = [counts.get(state, 0) for state in ("new", "draft", "edited", "approved")]
        return Progress(sum(states), *states)

    def result(self) -> Result:
        """The draft as it stands; a segment without one stands there in its own language, and a finding says so."""
        segments = self.segments()
        passages = tuple(segment.passage() for segment in segments)
        count = sum(segment.state == "new" for segment in segments)
        note = Finding("draft", _NO_DRAFT.format(count=count, total=len(segments)), None)
        findings = self.findings() + ((note,) if count else ())
        signature = history.signature(segments)
        return Result(job=self.job, document=self.document, passages=passages, findings=findings, signature=signature)

    def sign(self, signature: str) -> None:
        """Say of the drafts that have no signature yet what made them."""
        with self._writing():
            query = "UPDATE segment SET signature = ? WHERE signature = '' AND state <> 'new' AND origin <> 'person'"
            self._connection.execute(query, (signature,))

    def hold(self, glossary: Path) -> None:
        """From now on the drafts are to keep to this glossary."""
        with self._writing():
            job = packed.job_out(replace(self.job, glossary=glossary))
            self._connection.execute("UPDATE fact SET value = ? WHERE name = 'job'", (job,))

    def _change(self, number: int, version: int, wanted: Wanted) -> Segment:
        with self._writing() as now:
            segment = self.segment(number)
            before = Content.of(segment)
            after = before.changed(wanted)
            if after == before:
                return segment
            if segment.version != version:
                raise ConflictError(number, yours=wanted.text, theirs=segment.text)
            change = history.Change(number, wanted.what, before, after, self._session, time.time())
            history.record(self._connection, change)
            changed = self._put(segment, after, now)
            first = before.text if before.state == "draft" and before.text != after.text else ""
            return self._offer(changed, (*segment.alternatives, first))

    def _again(self, found: list[history.Found], now: int) -> Segment | None:
        changed = [self._put(self.segment(one.segment), one.content, now) for one in found]
        return min(changed, key=lambda segment: segment.number, default=None)

    def _put(self, segment: Segment, content: Content, now: int) -> Segment:
        columns = ", ".join(f"{name} = ?" for name in Content._fields)
        query = f"UPDATE segment SET {columns}, version = ? WHERE number = ?"  # noqa: S608
        self._connection.execute(query, (*content.row(), now, segment.number))
        return replace(segment, **content._asdict(), version=now)

    def _offer(self, segment: Segment, texts: Iterable[str]) -> Segment:
        """Set the alternatives of a segment, each once and none that is its text."""
        others = tuple(text for text in dict.fromkeys(texts) if text and text != segment.text)
        query = "UPDATE segment SET alternatives = ?, version = ? WHERE number = ?"
        self._connection.execute(query, (packed.pack(others), segment.version, segment.number))
        return replace(segment, alternatives=others)
