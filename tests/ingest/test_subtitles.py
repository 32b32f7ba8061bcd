"""SubRip, WebVTT and SubStation files: cues to pieces with their times."""

import pytest

from summarizer.document import Dropped, Mark, Meta, Piece
from summarizer.errors import FormatError, NoArticleError
from summarizer.ingest import subtitles
from summarizer.source import Source


def read(text, name="film.srt"):
    return list(subtitles.read(Source(data=text.encode(), name=name, charset="utf-8")))


SRT = """1
00:01:02,500 --> 00:01:05,000
The ice is melting faster
than anybody <i>thought</i>.

2
00:01:05,000 --> 00:01:07,250
- Сколько осталось?
- Лет пять, {\\b1}не больше{\\b0}.

3
00:01:08,000 --> 00:01:09,000

"""

VTT = """WEBVTT - Лёд
Kind: captions
Language: ru

STYLE
::cue { color: lime }

NOTE checked by
two people

opening
01:02.500 --> 01:05.000 position:10% align:start
<v Анна>Лёд тает &amp; трещит<c.loud>!</c>

01:05.000 --> 01:07.000
<00:01:05.500>Рыба <b>&lt;уходит&gt;</b>

1:07 --> later
Потерянная строка
"""

ASS = """[Script Info]
Title: Ice
ScriptType: v4.00+

[V4+ Styles]
Format: Name, Fontname, Fontsize
Style: Default,Arial,20
Style: Sign,Arial,20

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
Comment: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,to be checked
Dialogue: 0,0:01:02.50,0:01:05.00,Sign,,0,0,0,,{\\an8}The {\\i1}ice{\\i0}\\Nis melting
"""


def test_a_cue_is_a_piece_with_its_number_and_times_and_a_speaker_is_one_too():
    assert read(SRT) == [
        Piece(
            "paragraph",
            "The ice is melting faster than anybody thought.",
            marks=(Mark(39, 46, "italic"),),
            anchor="1|00:01:02.500-00:01:05.000",
        ),
        Piece("paragraph", "- Сколько осталось?", anchor="2|00:01:05.000-00:01:07.250"),
        Piece(
            "paragraph",
            "- Лет пять, не больше.",
            marks=(Mark(12, 21, "bold"),),
            anchor="2|00:01:05.000-00:01:07.250",
        ),
    ]


def test_webvtt_keeps_settings_and_says_what_it_leaves_out():
    assert read(VTT, "film.vtt") == [
        Meta(title="Лёд"),
        Dropped("speaker's name", "Анна"),
        Dropped("header", "Kind: captions Language: ru"),
        Dropped("style sheet", "::cue { color: lime }"),
        Dropped("note", "checked by\ntwo people"),
        Piece("paragraph", "Лёд тает & трещит!", anchor="opening|00:01:02.500-00:01:05.000|position:10% align:start"),
        Piece("paragraph", "Рыба <уходит>", marks=(Mark(5, 13, "bold"),), anchor="2|00:01:05.000-00:01:07.000"),
        Dropped("broken cue", "1:07 --> later\nПотерянная строка"),
    ]


def test_substation_files_are_read_through_pysubs2():
    assert read(ASS, "film.ass") == [
        Meta(title="Ice"),
        Dropped("note", "to be checked"),
        Piece(
            "paragraph",
            "The ice is melting",
            marks=(Mark(4, 7, "italic"),),
            anchor="2|00:01:02.500-00:01:05.000|Sign",
        ),
    ]


def test_a_blank_line_inside_a_subrip_cue_and_missing_numbers_lose_nothing():
    text = "00:00:01,0 --> 00:00:02,0\r\nOne\r\n\r\ntwo\r\n\r\n00:00:03,0 --> 00:00:04,0\r\n5 < 6 and 7 > 6\r\n"
    assert [(piece.anchor, piece.text) for piece in read(text)] == [
        ("1|00:00:01.000-00:00:02.000", "One two"),
        ("2|00:00:03.000-00:00:04.000", "5 < 6 and 7 > 6"),
    ]


@pytest.mark.parametrize(
    ("text", "error", "message"),
    [
        ("", FormatError, "film.srt is empty"),
        (" \n\n", FormatError, "film.srt is empty"),
        ("WEBVTT\n\nNOTE nothing\n", FormatError, "film.srt holds no subtitles"),
        ("A text of another kind.", FormatError, "film.srt holds no subtitles"),
        ("1\n00:00:01,000 --> 00:00:02,000\n\n", NoArticleError, "film.srt holds cues without text"),
    ],
)
def test_a_file_without_subtitles_is_refused_with_a_hint(text, error, message):
    with pytest.raises(error, match=message) as caught:
        read(text)
    assert caught.value.hint
