"""The digests of our own articles as they are at present, word for word; `python tests/golden.py` writes them anew.

A change of a digest is seen here before a reader sees it: whoever changes the ranking reads what the files lose and
gain, and commits them with the reason.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
FOLDER = Path(__file__).parent / "data" / "golden"
ARTICLES = ("leap-second.en.md", "transsib.ru.md")
FORMS = (("short", "paragraph"), ("medium", "paragraph"), ("long", "points"), ("short", "headline"), ("medium", "card"))


def digests(article: str) -> str:
    """Every form and length of the article's digest; the number of the source sentence stands before each line."""
    from summarizer import Job, Pipeline, Settings, Source

    pipeline = Pipeline.from_settings(Settings.from_env({}))
    document = pipeline.read(Source.from_file(ROOT / "examples" / article))
    parts = []
    for length, form in FORMS:
        result = pipeline.run(document, Job(task="digest", to=document.lang, length=length, form=form))
        lines = [f"{','.join(map(str, passage.sentences))} {passage.text}" for passage in result.passages]
        parts.append("\n".join([f"{length} {form}", *lines]))
    return "\n\n".join(parts) + "\n"


def path(article: str) -> Path:
    return FOLDER / f"{article.removesuffix('.md')}.txt"


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in ARTICLES:
        path(name).write_text(digests(name), encoding="utf-8")
