"""The strings of the Models tab."""

WORDS = {
    "models.uses": ("Что чем делается", "What does what"),
    "models.translate.ru-en": ("Перевод с русского на английский", "Translation from Russian into English"),
    "models.translate.en-ru": ("Перевод с английского на русский", "Translation from English into Russian"),
    "models.digest": ("Сводка", "Digest"),
    "models.extractive": ("предложения самой статьи, без модели", "the article's own sentences, without a model"),
    "models.none": ("нет модели", "no model"),
    "models.ready": ("На этом компьютере", "On this computer"),
    "models.ready.none": ("Пока ни одной.", "None yet."),
    "models.absent": ("Можно добавить", "To be had"),
    "models.waiting": (
        "Известны, но эта версия их ещё не запускает: {count}",
        "Known, but this version does not run them yet: {count}",
    ),
    "models.name": ("Модель", "Model"),
    "models.for": ("Для чего", "For"),
    "models.licence": ("Лицензия", "Licence"),
    "models.size": ("Размер", "Size"),
    "models.score": ("BLEU newstest2018", "BLEU newstest2018"),
    "models.commercial.yes": ("можно в коммерческих целях", "commercial use allowed"),
    "models.commercial.no": ("только в некоммерческих целях", "non-commercial use only"),
    "models.commercial.unknown": ("коммерческое использование: неизвестно", "commercial use: not known"),
    "models.unverified": ("по памяти, не проверено", "remembered, not verified"),
    "models.unknown": ("неизвестно", "not known"),
    "models.incomplete": ("не хватает файлов", "files are missing"),
    "models.get": ("Команда, которой её скачивают", "The command that fetches it"),
    "models.better": (
        "Перевела модель {name}. Есть модели лучше: они на вкладке «Модели».",
        "Translated by {name}. There are better models, on the Models tab.",
    ),
    "task.translate": ("перевод", "translation"),
    "task.digest": ("сводка", "digest"),
}
COUNTED = {
    "model": (("{n} модель", "{n} модели", "{n} моделей"), ("{n} model", "{n} models")),
}
