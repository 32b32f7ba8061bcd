"""Which sentences of a document support a sentence written about it, in its own or in the other language."""

from summarizer.evidence.agreement import CONSISTENT, consistency
from summarizer.evidence.alignment import Bead, align
from summarizer.evidence.drafts import as_result, in_draft, task_of
from summarizer.evidence.support import THRESHOLD, Support, support

__all__ = [
    "CONSISTENT",
    "THRESHOLD",
    "Bead",
    "Support",
    "align",
    "as_result",
    "consistency",
    "in_draft",
    "support",
    "task_of",
]
