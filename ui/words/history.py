"""The strings of the History tab."""

WORDS = {
    "history.empty": ("Здесь будут прочитанные статьи.", "The articles you read will be listed here."),
}
