"""Why a source cannot be read or a file cannot be taken in, in Russian: the library says it in English.

Shapes as in `findings`; what stands in a place called `kind` is looked up in `kinds`.
"""

SAID = {
    # links
    "{link} is not a link: {why}": "{link} — не ссылка: {why}",
    "{link} is not a link that can be read": "{link} — не ссылка, по которой можно что-то прочитать",
    "the link to {host} has a password in it": "в ссылке на {host} стоит пароль",
    "{url} redirects in a circle": "{url} перенаправляет по кругу",
    "{url} redirects more than {times} times": "{url} перенаправляет больше {times} раз",
    "{url} redirects to what is not a link that can be read": "{url} перенаправляет туда, где читать нечего",
    "{url} sent nothing": "{url} ничего не прислал",
    "{url} is packed as {packing}, which was not asked for": "{url} упакован как {packing}, хотя об этом не просили",
    "{url} sent gzip data that is broken": "{url} прислал испорченные данные",
    "{url} broke off before its end": "{url}: передача оборвалась",
    "{url} is larger than {size} MB": "{url} больше {size} МБ",
    "{host} did not answer within {seconds} s": "{host} не ответил за {seconds} с",
    "{url} did not come within {silence} s of silence and {all} s in all": (
        "{url} не пришёл: {silence} с тишины, {all} с всего"
    ),
    "the certificate of {host} is not valid: {why}": "сертификат {host} недействителен: {why}",
    "{url} could not be fetched: {why}": "{url} не удалось получить: {why}",
    "{url} was not fetched: SVODKA_OFFLINE is set": "{url} не загружен: работа без сети (SVODKA_OFFLINE)",
    "there is no host called {host}, or no network": "узла {host} нет, или нет сети",
    "the name server did not say within {seconds} s where {host} is": (
        "сервер имён не сказал за {seconds} с, где находится {host}"
    ),
    "{host} leads to {address}, {kind}": "{host} ведёт на {address}: {kind}",
    "{url} answered {status}: {kind}": "{url} ответил {status}: {kind}",
    "{url} is {kind}, not an article": "{url} — это {kind}, а не статья",
    # pages
    "{name} is a cookie or consent notice, not an article": "{name} — это запрос о cookie или согласии, а не статья",
    "{name} holds links to articles but no article": "{name}: ссылки на статьи есть, самой статьи нет",
    "{name} is behind a paywall: the page holds no part of the article": (
        "{name} за платной подпиской: на странице нет ни куска статьи"
    ),
    "{name} is filled by scripts: the page as it was sent holds no text": (
        "{name} собирают скрипты: в присланной странице текста нет"
    ),
    "{name} is an empty page": "{name} — пустая страница",
    "{name} holds no article, only {words} words outside any text": (
        "{name}: статьи нет, только слова вне текста (их {words})"
    ),
    # files
    "there is no file {name}": "файла {name} нет",
    "{name} is a folder": "{name} — папка",
    "{name} is empty": "{name}: пусто",
    "{name} is larger than {size} MB": "{name} больше {size} МБ",
    "{name} cannot be read: permission denied": "{name} не прочитать: нет прав",
    "{name} cannot be read: {why}": "{name} не прочитать: {why}",
    "{name} is {kind}, not a text": "{name} — это {kind}, а не текст",
    "{name} is {kind}": "{name} — это {kind}",
    "{name} is protected by a password": "{name} под паролем",
    "{name} holds no text": "{name}: текста нет",
    "there is no text in {name}": "{name}: текста нет",
    "{name} is called {format} but is none": "{name} назван {format}, но это не он",
    "{name} looks like a zip bomb: {why}": "{name} похож на архивную бомбу: {why}",
    "{name} is incomplete: {path} is missing": "{name} неполон: нет {path}",
    "{name} is protected by a password or an old Office file": "{name} под паролем или это старый файл Office",
    "{name} is encrypted: {path}": "{name} зашифрован: {path}",
    "{name} is encrypted and needs a password": "{name} зашифрован, нужен пароль",
    "{name} is encrypted": "{name} зашифрован",
    "{name} packs {path} in a way its format does not know": (
        "{name}: {path} упакован способом, которого формат не знает"
    ),
    "{name} is broken: {path} cannot be unpacked": "{name} испорчен: {path} не распаковать",
    "{name} is no zip container, as its format must be": "{name} — не архив ZIP, хотя формат этого требует",
    "{name} is cut off or broken": "{name} оборван или испорчен",
    "{name} is a broken PDF: none of its pages can be read": "{name} — испорченный PDF: не читается ни одна страница",
    "{name} is a broken PDF": "{name} — испорченный PDF",
    "{name} holds page numbers and running heads, no text": "{name}: только колонтитулы и номера страниц, текста нет",
    "{name} holds pictures of pages, no text": "{name}: картинки страниц, текста нет",
    "{name} does not say which letters it shows ({share} of its text has no character map)": (
        "{name} не говорит, какие буквы в нём стоят (у {share} текста нет таблицы знаков)"
    ),
    "{name} declares XML entities and is broken besides": "{name} объявляет сущности XML и к тому же испорчен",
    "{name} holds no markup": "{name}: разметки нет",
    "{name} is broken: {why}": "{name} испорчен: {why}",
    "{name} holds no Word document": "{name}: документа Word внутри нет",
    "{name} names no package file": "{name} не называет файла с описанием книги",
    "{name} is copy-protected (DRM)": "{name} защищён от копирования (DRM)",
    "{name} holds no FB2 files": "{name}: файлов FB2 внутри нет",
    "{name} holds {count} FB2 files": "{name}: файлов FB2 внутри несколько ({count})",
    "{name} is no FB2 book: it has no <FictionBook> with a <body>": "{name} — не книга FB2: нет <FictionBook> с <body>",
    "{name} is no FB2 book: it has no <FictionBook>": "{name} — не книга FB2: нет <FictionBook>",
    "{name} holds no OpenDocument text": "{name}: текста OpenDocument внутри нет",
    "{name} holds no subtitles": "{name}: субтитров нет",
    "{name} holds cues without text": "{name}: реплики есть, текста в них нет",
    "{name} is a broken SubStation file": "{name} — испорченный файл SubStation",
    "{name} cannot be written back: it holds no markup": "{name} в своём формате не записать: разметки нет",
    "{name} cannot be written back": "{name} в своём формате не записать",
    "SubStation subtitles cannot be written back": "субтитры SubStation в своём формате не записать",
    "there are no times for subtitles in this": "для субтитров нет времени реплик",
    # languages and tasks
    "there are no letters in the text, so its language cannot be told": "в тексте нет букв, язык не определить",
    "the text is in a third script": "текст написан не кириллицей и не латиницей",
    "the text is in {kind}": "текст не на том языке: {kind}",
    "the text is already in the language asked for ({to})": (
        "текст уже на том языке, на который просят перевести ({to})"
    ),
    "a translation needs a model": "для перевода нужна модель",
    "a card is made of the article's own sentences": "карточка собирается из предложений самой статьи",
    "no model on this machine can {what}": "на этом компьютере нет модели для этого: {what}",
    "the model {name} is not on this machine": "модели {name} на этом компьютере нет",
    "there is no model called {name}": "модели с именем {name} нет",
    # what the page itself refuses
    "there is no format {name}": "формата {name} нет",
    "the file that the article came from is not kept": "файл, из которого взята статья, не сохранён",
    "{name} is no glossary": "{name} — не глоссарий",
    "{name} is no name of a project": "{name} — не имя проекта",
    "the file did not arrive whole": "файл пришёл не целиком",
    "there is nothing to search": "искать нечего",
    "there is no such term any more": "такого термина уже нет",
    "the page asked for {what}": "страница попросила невозможного: {what}",
    "cannot make the folder {folder}: {why}": "папку {folder} не создать: {why}",
    "{value} is no confidence": "{value} — не уверенность",
    "segment {number} is another sentence": "в сегменте {number} другое предложение",
    "this file is another reader's": "этот файл принадлежит другому читателю",
    # projects, memories, glossaries
    "there is no segment {number}": "сегмента {number} нет",
    "segment {number} has no draft to approve": "в сегменте {number} утверждать нечего",
    "segment {number} was changed elsewhere in the meantime": "сегмент {number} тем временем изменили в другом месте",
    "{name} is no project of Svodka": "{name} — не проект Сводки",
    "{name} was made by a newer Svodka": "{name} сделан более новой Сводкой",
    "{name} is held by another program": "{name} занят другой программой",
    "{name} cannot be used: {why}": "{name} не открыть: {why}",
    "{name} is not a sound file of this kind: {why}": "{name} повреждён: {why}",
    "{name} is no translation memory of Svodka": "{name} — не память переводов Сводки",
    "{name} holds no units": "{name}: единиц перевода нет",
    "{name} holds no table of a project's segments": "{name}: таблицы с сегментами проекта нет",
    "{name}, line {line}: it is no XLIFF 1.2 or 2": "{name}, строка {line}: это не XLIFF 1.2 и не XLIFF 2",
    "{name}, line {line}: the unit {unit} is none of a project": "{name}, строка {line}: единица {unit} не из проекта",
    "{name}, line {line}: a unit has no source": "{name}, строка {line}: у единицы нет <source>",
    "{name}, line {line}: it is no TMX: it begins with <{tag}>": "{name}, строка {line}: это не TMX, корень — <{tag}>",
    "{name}, line {line}: TMX {version} is not known": "{name}, строка {line}: TMX {version} неизвестен",
    "{name}, line {line}: a unit has no <tuv>": "{name}, строка {line}: у единицы нет <tuv>",
    "{name}, line {line}: a <tuv> does not say its language": "{name}, строка {line}: <tuv> не называет языка",
    "{name}, line {line}: a <tuv> has no <seg>": "{name}, строка {line}: у <tuv> нет <seg>",
    "{name}, line {line}: declares XML entities ({entity}), which can read files or fill the memory": (
        "{name}, строка {line}: объявлена сущность XML ({entity}), через такую читают чужие файлы и забивают память"
    ),
    "{name}, line {line}: refers to the XML entity {entity}, which can read files or fill the memory": (
        "{name}, строка {line}: ссылка на сущность XML {entity}, через такую читают чужие файлы и забивают память"
    ),
    "the glossary {name} cannot be read: {why}": "глоссарий {name} не прочитать: {why}",
    "the glossary {name} cannot be written: {why}": "глоссарий {name} не записать: {why}",
    "the glossary {name} is larger than {size} MB": "глоссарий {name} больше {size} МБ",
    "the glossary {name} holds no terms": "в глоссарии {name} нет терминов",
    "the press glossary takes no terms": "в словарь прессы термины не записываются",
    "{place}: no term has a Russian rendering": "{place}: ни у одного термина нет русского перевода",
    "{place}: no concept has English and Russian terms": (
        "{place}: ни у одного понятия нет английского и русского терминов"
    ),
    "{name}, line {line}: a {tag} does not say its language": "{name}, строка {line}: <{tag}> не называет языка",
    "{place}: not UTF-8": "{place}: не UTF-8",
    "{place}: there is no term": "{place}: термина нет",
    "{place}: it has one column": "{place}: в ней один столбец",
    "“{term}” is in the glossary {name} already (line {line})": "«{term}» в глоссарии {name} уже есть (строка {line})",
    "“{en}” and “{ru}” make no term": "«{en}» и «{ru}» — не термин",
    "{name}, line {line}: {why}": "{name}, строка {line}: {why}",
}
