"""YAML front matter of Markdown: what it says of the article goes into `Meta`."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from summarizer.document import Dropped, Meta

_BLOCK = re.compile(r"\s*---[ ]*\n(?P<yaml>.*?)\n(?:---|\.\.\.)[ ]*(?:\n|\Z)", re.DOTALL)
_LONGEST = 20_000  # characters; more is no front matter, and YAML is slow to read
_KEYS = {
    "title": ("title", "headline"),
    "byline": ("author", "authors", "byline", "by"),
    "outlet": ("outlet", "source", "site", "publisher", "publication", "site_name"),
    "date": ("date", "published", "pubdate", "publish_date"),
    "url": ("url", "link", "canonical", "canonical_url", "original"),
}


def front_matter(text: str) -> tuple[str, list[Meta | Dropped]]:
    """The text below the front matter, and what that says; text that only looks like it stays where it is."""
    found = _BLOCK.match(text)
    if not found or len(found["yaml"]) > _LONGEST:
        return text, []
    values = _values(found["yaml"])
    if values is None:
        return text, []
    meta = Meta(**{field: _first(values, keys) for field, keys in _KEYS.items()})
    return text[found.end() :], [meta, Dropped("front matter", " ".join(found["yaml"].split()))]


def _values(text: str) -> Mapping[str, Any] | None:
    import yaml

    try:
        values = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError):  # ValueError: a date such as 2024-13-45
        return None
    return {str(key).lower(): value for key, value in values.items()} if isinstance(values, dict) else None


def _first(values: Mapping[str, Any], keys: tuple[str, ...]) -> str:
    return next((said for key in keys if (said := _said(values.get(key)))), "")


def _said(value: object) -> str:
    if isinstance(value, date):  # also a datetime
        return value.isoformat()[:10]
    if isinstance(value, list):
        return ", ".join(filter(None, map(_said, value)))
    if isinstance(value, dict):
        return _said(value.get("name"))
    return " ".join(str(value).split()) if isinstance(value, str | int) else ""
