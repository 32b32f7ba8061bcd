"""What the checks and the memory say of a text, in Russian: the library says it in English.

Between braces stands what differs from one finding to the next. What stands for `kind` has its Russian
name in `kinds`. Where two shapes fit a sentence the first one counts.
"""

SAID = {
    "“{what}” of the draft is not in the source, which has no such name": (
        "«{what}» в переводе: такого имени в источнике нет"
    ),
    "“{what}” of the draft is not in the source, which has no such number": (
        "«{what}» в переводе: такого числа в источнике нет"
    ),
    "“{what}” of the draft is not in the source, which has no date there": (
        "«{what}» в переводе: даты в этом месте источника нет"
    ),
    "“{what}” of the draft is not in the source, which has {other}": "«{what}» в переводе, а в источнике: {other}",
    "“{what}” of the source is missing; the draft has no number in its place": (
        "«{what}» из источника пропало: числа на его месте нет"
    ),
    "“{what}” of the source is missing; the draft has no date in its place": (
        "«{what}» из источника пропало: даты на этом месте нет"
    ),
    "“{what}” of the source is missing; the draft has {other}": "«{what}» из источника пропало, в переводе: {other}",
    "the name “{name}” of the source is missing in the draft": "имени «{name}» из источника в переводе нет",
    "“{old}” was written “{new}”, the name “{name}” of the source": (
        "вместо «{old}» поставлено «{new}»: в источнике это имя «{name}»"
    ),
    "nothing in the source supports this sentence ({score}, {least} would do)": (
        "ничто в источнике не подтверждает это предложение ({score}, довольно было бы {least})"
    ),
    "“{source}” must be {wanted} by the glossary (line {line})": (
        "по глоссарию (строка {line}) «{source}» переводится как {wanted}"
    ),
    "“{wrong}” is a forbidden rendering of “{source}”: “{form}”": (
        "«{wrong}» — запретный перевод термина «{source}»: «{form}»"
    ),
    "the draft is not in {kind}: {other} of its {all} letters are of the other script": (
        "не на том языке, нужен {kind}: {other} из {all} букв — другого письма"
    ),
    "“{what}” in the draft is left in the source's language": "«{what}» осталось без перевода",
    "the draft of this sentence is empty": "перевод этого предложения пуст",
    "the model stopped at its limit: the draft is not whole": "модель дошла до предела: перевод обрывается",
    "the draft is much {kind} than its source ({draft} characters for {source})": (
        "перевод намного {kind} источника ({draft} знаков на {source})"
    ),
    "the draft denies: “{what}”; the source denies nothing there": (
        "в переводе отрицание: «{what}»; в источнике его там нет"
    ),
    "the draft denies: “{what}”; the source has no denial": "в переводе отрицание: «{what}»; в источнике его нет",
    "the source denies: “{what}”; the draft has no denial": "в источнике отрицание: «{what}»; в переводе его нет",
    "the {kind} denies: “{what}”; the {kind_other} has “{other}”": "{kind} отрицание: «{what}»; {kind_other} «{other}»",
    "“{what}” is no word that the dictionary has": "слова «{what}» в словаре нет",
    "“{word}” is no word that the dictionary has": "слова «{word}» в словаре нет",
    "the draft seems to leave out “{what}”": "похоже, в переводе пропущено «{what}»",
    "{what} is quoted in the draft, but the source does not have these words": (
        "{what} приведено как цитата, но таких слов в источнике нет"
    ),
    "the draft names {names} beside a quotation; the source does not name them near these words": (
        "рядом с цитатой назван кто-то ({names}), кого источник рядом с этими словами не называет"
    ),
    "{source} quotations in the source, {draft} in the draft": "цитат в источнике: {source}, в переводе: {draft}",
    "“{word}” is {here}, but {there} is said to the same one in sentence {number}: “{other}”": (
        "«{word}» — это {here}, а в предложении {number} тому же лицу говорят {there}: «{other}»"
    ),
    "the draft repeats itself: “{what}”": "слова повторяются: «{what}»",
    "left in its own language: its draft had a confidence of {sure}, under the floor of {floor}": (
        "оставлено как в оригинале: уверенность в переводе {sure}, порог {floor}"
    ),
    "{done} of {all} sentences translated": "переведено предложений: {done} из {all}",
    "left as they were: {reasons}": "оставлено как есть: {reasons}",
    "the confidence of {count} drafts is not known: the floor of {floor} is not held there": (
        "у переводов ({count}) уверенность неизвестна: порог {floor} к ним не применён"
    ),
    "{lost} in no passage, {doubled} in more than one": "не вошло никуда: {lost}, вошло не раз: {doubled}",
    "{count} of {all} sentences have no draft yet and stand in the source's language": (
        "у {count} из {all} предложений перевода пока нет, они стоят на языке оригинала"
    ),
    "{count} of {all} sentences were drafted again: the first draft failed a check": (
        "предложений, переведённых заново: {count} из {all}; первый перевод не прошёл проверку"
    ),
    "shortened, left out: {what}": "сокращено, опущено: {what}",
    "the model stopped at its limit here": "здесь модель дошла до предела",
    "passed over, its translation cannot be trusted: {what}": "пропущено, переводу верить нельзя: {what}",
    "this translation cannot be trusted; the original: {what}": "этому переводу верить нельзя; оригинал: {what}",
    "left out, it is said already: “{what}”": "опущено, уже сказано: «{what}»",
    "left out, over the length asked for: “{what}”": "опущено, сверх заданного объёма: «{what}»",
    "left out, {why}: “{what}”": "опущено, {why}: «{what}»",
}

# What stands after "left as they were", one after the other.
REASONS = {
    "{n} under the confidence floor": "{n} — уверенность ниже порога",
    "{n} code": "{n} — код",
    "{n} without letters": "{n} — без букв",
    "{n} only addresses or placeholders": "{n} — только адреса или метки",
    "{n} already in the target language": "{n} — уже на языке перевода",
}
