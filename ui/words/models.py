"""The strings of the Models tab."""

WORDS = {
    "models.here": ("На этом компьютере", "On this computer"),
    "models.refresh": ("Обновить", "Refresh"),
}
