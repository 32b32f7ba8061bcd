"""The digests of our own articles, held to files that a reader has read."""

import golden
import pytest


@pytest.mark.parametrize("article", golden.ARTICLES)
def test_a_digest_changes_only_on_purpose(article):
    kept = golden.path(article).read_text(encoding="utf-8")
    assert golden.digests(article) == kept, "read what changed; where it is better: python tests/golden.py"


@pytest.mark.parametrize("article", golden.ARTICLES)
def test_no_kept_digest_has_half_a_sentence(article):
    for part in golden.path(article).read_text(encoding="utf-8").split("\n\n"):
        head, *lines = part.splitlines()
        if not head.endswith(("card", "headline")):
            assert all(line.rstrip('»”")').endswith((".", "!", "…", "»")) for line in lines)
