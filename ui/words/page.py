"""The strings of the frame around the tabs."""

WORDS = {
    "page.title": ("Сводка", "Svodka"),
    "page.tagline": ("Длинные статьи: кратко и в переводе", "Long articles, in brief and in translation"),
    "page.private": (
        "Всё делается на этом компьютере, наружу ничего не уходит.",
        "Everything is done on this computer; nothing leaves it.",
    ),
    "page.shared": (
        "Всё делается на том компьютере, где запущена «Сводка».",
        "Everything is done on the computer that runs Svodka.",
    ),
    "page.switch": ("English", "Русский"),
    "page.theme": ("Светлая или тёмная тема", "Light or dark theme"),
    "tab.skim": ("Обзор", "Skim"),
    "tab.draft": ("Перевод", "Draft"),
    "tab.models": ("Модели", "Models"),
    "tab.history": ("История", "History"),
    "lang.ru": ("русский", "Russian"),
    "lang.en": ("английский", "English"),
    "error": ("Не получилось", "That did not work"),
    "error.bug": (
        "Ошибка в самой «Сводке»: {what}. Попробуйте ещё раз или сообщите о ней.",
        "A fault in Svodka itself: {what}. Try again, or report it.",
    ),
}
