"""Glossaries: terms that have one accepted rendering, matched by lemma in both languages."""

from summarizer.glossary.lookup import Glossary, Hit
from summarizer.glossary.reading import read
from summarizer.glossary.term import Term

__all__ = ["Glossary", "Hit", "Term", "read"]
