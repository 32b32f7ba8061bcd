"""The translator's desk: what was drafted, changed and approved, and what is remembered of it; on this machine."""

from summarizer.memory.beginning import Progress
from summarizer.memory.estimate import estimate
from summarizer.memory.matching import Around, Match, Pair
from summarizer.memory.project import Project
from summarizer.memory.returned import Returned, take_in
from summarizer.memory.segments import Segment, State
from summarizer.memory.units import Memory

__all__ = [
    "Around",
    "Match",
    "Memory",
    "Pair",
    "Progress",
    "Project",
    "Returned",
    "Segment",
    "State",
    "estimate",
    "take_in",
]
