"""A small article and projects of it."""

from summarizer.document import Piece
from summarizer.job import Passage
from summarizer.language import lay_out
from summarizer.memory import Project


def document():
    pieces = [
        Piece("title", "Bridge reopens"),
        Piece("paragraph", "The bridge is open.  It carries 40,000 cars a day."),
    ]
    return lay_out(pieces, lang="en", origin="bridge.txt")


def drafted(path, *texts):
    """A project whose segments have these drafts."""
    project = Project.create(path, document())
    for number, text in enumerate(texts):
        project.draft(number, Passage(text, (number,), min(number, 1), origin="model", score=-0.5), "translate|tiny@1")
    return project


def edit(project, number, text):
    """A person's text in the place of a draft."""
    return project.set_text(number, text, project.segment(number).version)
