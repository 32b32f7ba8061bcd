"""The translator's desk: what was drafted, changed and approved, kept on this machine."""

from summarizer.memory.beginning import Progress
from summarizer.memory.project import Project
from summarizer.memory.segments import Segment, State

__all__ = ["Progress", "Project", "Segment", "State"]
