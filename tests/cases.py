"""Small documents and results made by hand, for tests that need no reader and no model."""

from summarizer.document import Block, Document, Dropped, Mark, Meta, Sentence
from summarizer.job import Finding, Job, Passage, Result

ARTICLE = Document(
    text=(
        "Bridge reopens\n\nThe bridge over the Neva reopened on Monday. It carries 40,000 cars a day.\n\nDetails\n\n"
        "Two lanes\n\nNew lamps"
    ),
    lang="en",
    blocks=(
        Block("title", 0, 14, 0, "en"),
        Block("paragraph", 16, 90, 0, "en", marks=(Mark(45, 74, "bold"), Mark(4, 10, "link", "https://example.org"))),
        Block("heading", 92, 99, 2, "en"),
        Block("item", 101, 110, 0, "en"),
        Block("item", 112, 121, 1, "en"),
    ),
    sentences=(
        Sentence(0, 14, 0),
        Sentence(16, 60, 1),
        Sentence(61, 90, 1),
        Sentence(92, 99, 2),
        Sentence(101, 110, 3),
        Sentence(112, 121, 4),
    ),
    dropped=(Dropped("copyright", "© Example"),),
    meta=Meta("Bridge reopens", "A. Writer", "Example Times", "2024-05-06", "https://example.org/bridge"),
    origin="bridge.html",
)

DRAFT = Result(
    job=Job(task="translate", to="ru"),
    document=ARTICLE,
    passages=(
        Passage("Мост открыт", (0,), 0, origin="model"),
        Passage("Мост через Неву снова открыт с понедельника.", (1,), 1, origin="model"),
        Passage("По нему проходит 40 000 машин в день.", (2,), 1, origin="model"),
        Passage("Подробности", (3,), 2, origin="model"),
        Passage("Две полосы", (4,), 3, origin="model"),
        Passage("Новые фонари", (5,), 4, origin="model"),
    ),
    findings=(Finding("numbers", "the draft lacks 40,000", 2, "error"),),
    signature="translate|model:tiny@1+int8|v:0.1.0",
)

DIGEST = Result(
    job=Job(task="digest", to="en"),
    document=ARTICLE,
    passages=(
        Passage("The bridge over the Neva reopened on Monday.", (1,), 1, origin="source"),
        Passage("It carries 40,000 cars a day.", (2,), 1, origin="source"),
    ),
    signature="digest|extractive@1|v:0.1.0",
)
