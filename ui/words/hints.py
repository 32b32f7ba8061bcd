"""What to do about an error, in Russian: shapes as in `findings`."""

SAID = {
    "give a link that begins with https://": "нужна ссылка, которая начинается с https://",
    "only http:// and https:// links are read": "читаются только ссылки http:// и https://",
    "links are read without passwords: save the page": "по ссылкам с паролем ничего не читается: сохраните страницу",
    "give the address it ends at": "дайте адрес, на котором это кончается",
    "open it in a browser and give the address it ends at": "откройте в браузере и дайте адрес, который там выйдет",
    "open it in a browser, save the page and give Svodka the file": (
        "откройте в браузере, сохраните страницу и дайте файл"
    ),
    "save the page and give the file": "сохраните страницу и дайте файл",
    "try again": "попробуйте ещё раз",
    "try again later": "попробуйте позже",
    "try again later, or save the page and give the file": "попробуйте позже или сохраните страницу и дайте файл",
    "give the article alone": "дайте одну статью",
    "give the article alone, or split the file": "дайте одну статью или разделите файл",
    "check the link": "проверьте ссылку",
    "check the link and the network": "проверьте ссылку и сеть",
    "check the network and try again": "проверьте сеть и попробуйте ещё раз",
    "check the link or the file": "проверьте ссылку или файл",
    "unset it, or give a file": "уберите эту настройку или дайте файл",
    "set SVODKA_PRIVATE_ADDRESSES=1 if you trust the link": "если ссылке можно верить: SVODKA_PRIVATE_ADDRESSES=1",
    "look for it in a web archive": "поищите в веб-архиве",
    "give the link of the article's page": "дайте ссылку на страницу статьи",
    "give the link of one article": "дайте ссылку на одну статью",
    "open the page in a browser, accept or refuse the notice, save the page and read the file": (
        "откройте страницу в браузере, ответьте на запрос, сохраните её и дайте файл"
    ),
    "log in with a browser, save the page and read the file": "войдите в браузере, сохраните страницу и дайте файл",
    "open it in a browser, save the complete page or print it to PDF, and read the file": (
        "откройте в браузере, сохраните страницу целиком или напечатайте в PDF и дайте файл"
    ),
    "open it in a browser, save the page and read the file": "откройте в браузере, сохраните страницу и дайте файл",
    "give a file with text in it": "дайте файл, в котором есть текст",
    "give a file that holds a text": "дайте файл, в котором есть текст",
    "it must hold at least one sentence": "нужно хотя бы одно предложение",
    "give the path of one file in it": "дайте путь к файлу в ней",
    "check the path": "проверьте путь",
    "check the file": "проверьте файл",
    "choose another file": "выберите другой файл",
    "name another file": "назовите другой файл",
    "change its permissions, or copy it": "дайте права на чтение или скопируйте файл",
    "check that it was saved whole": "проверьте, целиком ли он сохранён",
    "check that the file is what its name says": "проверьте, то ли это, чем файл назван",
    "check that it is the right file": "проверьте, тот ли это файл",
    "download or export it again": "скачайте или сохраните его заново",
    "download or export it again; `qpdf broken.pdf mended.pdf` can mend some": (
        "скачайте или сохраните заново; иногда помогает `qpdf broken.pdf mended.pdf`"
    ),
    "do not trust it": "не доверяйте ему",
    "if you trust it, export it again in parts": "если ему можно верить, сохраните его заново по частям",
    "unpack it and give the file that holds the article": "распакуйте и дайте файл со статьёй",
    "unpack it and give one book": "распакуйте и дайте одну книгу",
    "convert it first: soffice --headless --convert-to docx FILE": (
        "сначала преобразуйте: soffice --headless --convert-to docx ФАЙЛ"
    ),
    "Svodka reads articles: copy the text that you want into a text or DOCX file": (
        "Сводка читает статьи: скопируйте нужный текст в текстовый файл или DOCX"
    ),
    "Svodka reads plain text, Markdown, HTML, PDF, DOCX, ODT, EPUB, FB2, SRT and VTT": (
        "Сводка читает текст, Markdown, HTML, PDF, DOCX, ODT, EPUB, FB2, SRT и VTT"
    ),
    "Svodka reads text: run text recognition (OCR) on the picture first": (
        "Сводка читает текст: сначала распознайте картинку (OCR)"
    ),
    "Svodka reads text: give it the subtitles or a transcript": "Сводка читает текст: дайте субтитры или расшифровку",
    "convert it to EPUB first (Calibre: ebook-convert FILE book.epub)": (
        "сначала преобразуйте в EPUB (Calibre: ebook-convert ФАЙЛ book.epub)"
    ),
    "convert it to a PDF with a text layer first": "сначала преобразуйте в PDF с текстовым слоем",
    "export it from Pages as DOCX": "сохраните его из Pages как DOCX",
    "save it from Outlook as HTML or text": "сохраните его из Outlook как HTML или текст",
    "open it with the password and save it without one": "откройте с паролем и сохраните без него",
    "open it in LibreOffice or Word and save it as .docx without a password": (
        "откройте в LibreOffice или Word и сохраните как .docx без пароля"
    ),
    "open it in LibreOffice and save it without a password": "откройте в LibreOffice и сохраните без пароля",
    "save it without a password": "сохраните без пароля",
    "save it without a password and try again": "сохраните без пароля и попробуйте ещё раз",
    "give the article's own page or file": "дайте страницу или файл самой статьи",
    "if it holds pictures of pages, recognise their text first (OCR)": (
        "если это картинки страниц, сначала распознайте текст (OCR)"
    ),
    "recognise their text first, for example with `ocrmypdf -l rus+eng in.pdf out.pdf`": (
        "сначала распознайте текст, например: `ocrmypdf -l rus+eng in.pdf out.pdf`"
    ),
    "its pages are empty or drawn: recognise their text with ocrmypdf": (
        "страницы пусты или нарисованы: распознайте текст, например программой ocrmypdf"
    ),
    "export it again with its fonts embedded, or recognise its pages: `ocrmypdf --force-ocr in.pdf out.pdf`": (
        "сохраните заново со шрифтами внутри или распознайте страницы: `ocrmypdf --force-ocr in.pdf out.pdf`"
    ),
    "choose a .docx file with text": "выберите файл .docx с текстом",
    "choose an .odt file with text": "выберите файл .odt с текстом",
    "export the book again": "сохраните книгу заново",
    "get the book without copy protection": "возьмите книгу без защиты от копирования",
    "save the subtitles again": "сохраните субтитры заново",
    "save the subtitles again, as .srt or .vtt": "сохраните субтитры заново, в .srt или .vtt",
    "a cue has a line such as 00:01:02,500 --> 00:01:05,000": (
        "у реплики есть строка вида 00:01:02,500 --> 00:01:05,000"
    ),
    "is there another track, with the text?": "нет ли другой дорожки, с текстом?",
    "ask for srt": "выберите SRT",
    "ask for another format": "выберите другой формат",
    "choose another format: docx, html or markdown": "выберите другой формат: DOCX, HTML или Markdown",
    "give a file with subtitles: .srt, .vtt or .ass": "дайте файл с субтитрами: .srt, .vtt или .ass",
    "Svodka reads Russian and English; to read it as one of them all the same, say --from ru or --from en": (
        "Сводка читает по-русски и по-английски"
    ),
    "ask for {to}, or name its language": "переведите на другой ({to}) или назовите язык текста",
    "name one that is on this machine: svodka models list": "назовите ту, что есть на компьютере: svodka models list",
    "leave the digest model out": "уберите модель сводки",
    "write one first": "сначала напишите перевод",
    "compare both and choose": "сравните и выберите",
    "projects end in .svodka: svodka project new makes one": "файлы проектов кончаются на .svodka",
    "install that version": "установите ту версию",
    "close it there, or try again": "закройте его там или попробуйте ещё раз",
    "check the folder, its permissions and the disk": "проверьте папку, права на неё и диск",
    "take the last copy of it; it was changed by another program or by the disk": (
        "возьмите последнюю копию: файл изменила другая программа или диск"
    ),
    "export it again from the program it came from": "выгрузите его заново из той программы, откуда он",
    "export it as TMX 1.4": "выгрузите его как TMX 1.4",
    "export it again, and change nothing but the targets": "выгрузите заново и меняйте только переводы",
    "export it again as bilingual-docx, and keep its columns": (
        "выгрузите двуязычную таблицу заново, столбцы не трогайте"
    ),
    "cut it into several": "разделите его на несколько",
    "it needs two columns, English and Russian": "нужны два столбца: английский и русский",
    "a term needs two: English and Russian": "термину нужны два: английский и русский",
    "fill in the English or the Russian column": "заполните английский или русский столбец",
    "save the glossary as UTF-8": "сохраните глоссарий в UTF-8",
    "accept them into a CSV or TSV file": "примите их в файл CSV или TSV",
    "a quote may be missing": "возможно, не хватает кавычки",
    "check xml:lang": "проверьте xml:lang",
    "add xml:lang": "добавьте xml:lang",
    "both sides need words, without | and #": "с обеих сторон нужны слова, без | и #",
    "change that line, or leave the term out": "исправьте эту строку или уберите термин",
    "there are {count}": "всего их {count}",
    "there are: {names}": "есть: {names}",
    "choose another format": "выберите другой формат",
    "send {names}": "пришлите {names}",
    "choose one from the list": "выберите из списка",
    "type what is to be replaced": "наберите, что заменить",
    "look at the list again": "посмотрите список ещё раз",
    "load it again": "загрузите её заново",
    "load the page again": "загрузите страницу заново",
    "set SVODKA_DATA_DIR": "укажите папку в SVODKA_DATA_DIR",
    "it can be 0 to 1": "она от 0 до 1",
    "choose one of your own": "выберите свой",
    "there is no project {path}": "проекта {path} нет",
    "wait until one of your other jobs is done": "подождите, пока закончится другая ваша работа",
}
