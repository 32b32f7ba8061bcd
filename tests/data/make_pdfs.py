"""Makes the PDFs beside it: pages of our own text, printed by Chromium, two of them encrypted by qpdf.

    python tests/data/make_pdfs.py

Needs Debian's `chromium`, `qpdf` and the Liberation fonts. The tests need none of them: what it makes is committed.
"""

import subprocess
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")

NOTES = """<!doctype html><html lang="ru"><meta charset="utf-8"><title>Сноски и буквица</title>
<style>@page { size: A5; margin: 15mm } body { font: 10pt/1.3 "Liberation Serif"; text-align: justify }
h1 { font-size: 20pt } p { margin: 0; text-indent: 5mm } sup { font-size: 6pt } blockquote { margin: 2mm 8mm }
.notes { font-size: 7.5pt; border-top: 1px solid } .initial { text-indent: 0 }
.initial:first-letter { float: left; font-size: 34pt; line-height: 26pt }</style>
<h1>Сноски и буквица</h1>
<p class="initial">Большая буква стоит в начале абзаца, как это принято в журналах; она занимает две строки и не должна
пропасть или попасть в середину текста. Вторая и третья строки идут рядом с ней.</p>
<p>По данным ведомства, площадь составила 12 км<sup>2</sup>, а объём&nbsp;— 10<sup>9</sup> м<sup>3</sup>
воды.<sup>1</sup> Другие источники называют иное число<sup>2</sup>, но и они согласны в главном. <b>Полужирное слово</b>
и <i>курсив</i> стоят внутри строки.</p>
<p>Короткий абзац.</p><p>Ещё один короткий абзац.</p>
<p>— Реплика в диалоге, — сказал он, — начинается с тире, и строка, которая случайно начинается с тире — такого же,
не должна стать новым абзацем, экс&shy;пе&shy;ди&shy;ци&shy;он&shy;ным пунктом списка.</p>
<ul><li>первый пункт;</li><li>второй пункт, который длиннее и потому занимает две строки, как в настоящих
списках;</li></ul>
<ol><li>раз;</li><li>два.</li></ol>
<div class="notes"><sup>1</sup> Годовой отчёт, с. 14.<br><sup>2</sup> Там же, с. 15.</div></html>"""


def print_pdf(html: str, pdf: Path) -> None:
    """Print a page with Chromium, in a profile of its own."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_text(html, encoding="utf-8")
        places = [f"--user-data-dir={folder}/profile", f"--print-to-pdf={pdf}", page.as_uri()]
        subprocess.run(
            ["chromium", *FLAGS, "--no-pdf-header-footer", *places], check=True, capture_output=True, timeout=120
        )


def encrypt(plain: Path, pdf: Path, password: str) -> None:
    """Encrypt with an owner's password, and with `password` for opening it."""
    words = ["qpdf", "--encrypt", password, "owner", "256", "--", str(plain), str(pdf)]
    subprocess.run(words, check=True, timeout=60)


def main() -> None:
    """Write the three files."""
    print_pdf(NOTES, HERE / "notes.ru.pdf")
    encrypt(HERE / "notes.ru.pdf", HERE / "locked.pdf", "secret")
    encrypt(HERE / "notes.ru.pdf", HERE / "owned.pdf", "")


if __name__ == "__main__":
    main()
