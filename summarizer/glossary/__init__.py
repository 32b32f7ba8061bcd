"""Glossaries: terms that have one accepted rendering, matched by lemma in both languages."""

from summarizer.glossary.lookup import Glossary, Hit
from summarizer.glossary.proposals import Proposal, propose
from summarizer.glossary.reading import read
from summarizer.glossary.renderings import Rendering
from summarizer.glossary.term import Term
from summarizer.glossary.writing import Entry, add

__all__ = ["Entry", "Glossary", "Hit", "Proposal", "Rendering", "Term", "add", "propose", "read"]
