"""Makes the demo's inputs: a two-column PDF of the English article and a news page of the Russian one.

    python examples/make.py

Needs a `chromium` on the PATH (Debian's package of that name) for the PDF; the fonts are Liberation's. What it makes
is committed, so that nothing but this script ever needs the browser.
"""

import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from string import Template

from markdown_it import MarkdownIt

HERE = Path(__file__).parent
FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")

# Where a long word may break at a line's end: Chromium on Linux brings no hyphenation, newspapers do.
BREAKS = """
    abbre-via-tions ac-cor-ding astro-no-mers atom-ic auto-matic cal-cu-la-ted cen-tu-ry com-mit-tee com-pa-ny
    com-pu-ter Con-fer-ence con-ti-nu-ity Co-or-di-na-ted dif-fer-ence dis-con-ti-nu-ities du-ra-tion en-gi-neers
    equip-ment Euro-pean fol-low fol-lows In-ter-na-tio-nal Gen-eral mal-func-tions max-i-mum mea-sure
    mil-li-sec-onds mo-ment mo-ments mid-night nav-i-ga-tion nega-tive num-ber ob-ser-va-to-ry op-er-a-tors plan-et
    pre-dict-able pro-cess-ors pro-gram pro-grams pub-lic-ly pub-lish-ing Rec-om-men-da-tion res-o-lu-tion
    Res-o-lu-tion ro-ta-tion Sat-el-lite sec-ond sec-onds soft-ware Tele-com-mu-ni-ca-tion tele-phone tele-scope
    tele-scopes tran-si-tion uni-ver-sal Uni-ver-sal un-pre-dict-able web-sites
"""


def article(name: str) -> dict[str, str]:
    """Title, byline and the rest of the article, the rest as HTML."""
    title, byline, rest = (HERE / name).read_text(encoding="utf-8").split("\n\n", 2)
    return {"title": title.removeprefix("# "), "byline": byline, "body": MarkdownIt().render(rest)}


def hyphenated(html: str) -> str:
    """The words of `BREAKS` with soft hyphens."""
    for word in BREAKS.split():
        html = re.sub(rf"\b{word.replace('-', '')}\b", word.replace("-", "\u00ad"), html)
    return html


def page(template: str, parts: dict[str, str]) -> str:
    """The template with the article in it."""
    return Template((HERE / template).read_text(encoding="utf-8")).substitute(parts)


def print_pdf(html: str, pdf: Path) -> None:
    """Print a page with Chromium, in a profile of its own."""
    chromium = shutil.which("chromium")
    if chromium is None:
        raise SystemExit("there is no chromium here; on Debian: apt-get install chromium")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "article.html"
        source.write_text(html, encoding="utf-8")
        profile = f"--user-data-dir={folder}/profile"
        command = (chromium, *FLAGS, profile, "--no-pdf-header-footer", f"--print-to-pdf={pdf}", source.as_uri())
        subprocess.run(command, check=True, capture_output=True, timeout=120)  # noqa: S603 (all words of it are ours)


def main() -> None:
    """Write both files beside their sources."""
    english = article("leap-second.en.md")
    english["body"] = hyphenated(english["body"])
    english["body"] = re.sub(r"<p>(<strong>Read also.*?)</p>", r'<div class="also"><p>\1</p></div>', english["body"])
    english["body"] = re.sub(r"<hr />\s*(<p>.*?</p>)", r'<div class="rights">\1</div>', english["body"])
    print_pdf(page("page.en.html", english), HERE / "leap-second.en.pdf")
    russian = article("transsib.ru.md")
    russian["body"] = russian["body"].replace(" <!-- страница --> ", '</p>\n<div class="pager">Страница 2</div>\n<p>')
    russian["body"] = re.sub(r"<hr />\s*(<p>)", r'<p class="copyright">', russian["body"])
    (HERE / "transsib.ru.html").write_text(page("page.ru.html", russian), encoding="utf-8")


if __name__ == "__main__":
    main()
