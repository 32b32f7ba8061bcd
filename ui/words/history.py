"""The strings of the History tab."""

WORDS = {
    "history.empty": ("Здесь будут прочитанные статьи.", "The articles you read will be listed here."),
    "history.off": (
        "На общей странице история не ведётся.",
        "A page that several people share keeps no history.",
    ),
    "history.where": (
        "История лежит только на этом компьютере.",
        "The history lies on this computer only.",
    ),
    "history.clear": ("Очистить историю", "Clear the history"),
    "history.sure": ("Точно очистить? Вернуть её нельзя.", "Clear all of it? It cannot be brought back."),
    "history.yes": ("Да, очистить", "Yes, clear it"),
    "history.no": ("Нет, оставить", "No, keep it"),
    "history.open": ("Открыть сводку: {title}", "Open the digest: {title}"),
    "history.to": ("сводка: {lang}", "digest: {lang}"),
}
