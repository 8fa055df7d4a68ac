"""Text that was wrapped or oddly spaced reads as plain text, and its offsets stay those of the stored text."""

import textwrap
from datetime import date

import pytest

from transforms.extract import ArticleText, extract
from transforms.language.spacing import plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The office counted 5.7  million barrels.", "The office counted 5.7 million barrels."),
        ("About\u00a040\u00a0people left.", "About 40 people left."),
        ("Up to\t40 men died.", "Up to 40 men died."),
        ("Some 12\u202f000 left 30\u2009km of road.", "Some 12\u202f000 left 30 km of road."),
        # columns, lists, headlines, labels and paragraphs stay apart
        ("Orlo     40\nNorl     30\n", "Orlo     40\nNorl     30\n"),
        ("Quake kills 40 in Norl\nRescuers reached the town on Sunday and dug for those who were still missing.", None),
        ("- four houses burnt\n- nine barns burnt\n- a mill was lost to the flood on Sunday", None),
        ("The toll rose on Sunday in the north of the land.\n\nthe toll fell", None),
        ("Dead:\n40\nHurt:\n12", None),
        ("title: A long headline of the day\npublished: 2024-10-28\n---\nThree people died in the north on Sunday.", None),
        ("No break at all, and nothing odd.", None),
    ],
)
def test_plain_text(text, expected):
    assert plain(text).text == (text if expected is None else expected)


def test_a_wrapped_sentence_is_whole_again():
    text = "The mill lost 40 hands and its owner, a man of\nfew words, left for the hills with about\n$3 million."
    assert plain(text).text == text.replace("\n", " ")


def test_spans_lead_back_to_the_stored_text():
    text = "The  harbour\u00a0office said on Monday that it had lost more than 5.7\nmillion barrels, and that 40   men had left."
    read = plain(text)
    for start in range(len(read.text)):
        first, last = read.span(start, start + 1)
        assert text[first:last] == read.text[start] or (read.text[start] == " " and text[first:last].isspace())
        assert read.plain(first) == start
    start = read.text.index("5.7 million")
    assert text[slice(*read.span(start, start + len("5.7 million")))] == "5.7\nmillion"


ARTICLE = (
    "Floods in the north of Norvia killed at least 14 people on Saturday and drove more than 5,700 from their homes, the interior "
    "ministry said on Sunday. Between 30 and 40 houses fell in the town of Orlo, where the river rose to 4.2 metres, according to Mayor "
    "Dana Brandt. \u201cWe have lost $3 million worth of grain,\u201d she told reporters.\n\n"
    "Some 600 soldiers were sent to the town. U.S. officials put the damage at $40 million to $50 million, a figure that the ministry "
    "called too low.\n\nTwo men are missing."
)
FIELDS = ("comparator", "low", "high", "unit", "counted", "metric", "subject", "place", "status", "source", "quote", "stated_on", "period")


@pytest.mark.parametrize("width", [56, 64, 72, 80, 100])
def test_claims_of_a_wrapped_article_are_those_of_the_plain_one(width):
    wrapped = "\n\n".join(textwrap.fill(p, width, break_on_hyphens=False) for p in ARTICLE.split("\n\n"))
    found = extract(ArticleText(wrapped, date(2024, 10, 28))).mentions
    expected = extract(ArticleText(ARTICLE, date(2024, 10, 28))).mentions
    assert [[row[name] for name in FIELDS] for row in found] == [[row[name] for name in FIELDS] for row in expected]
    assert len(found) >= 8
    for row in found:
        assert wrapped[row["char_start"] : row["char_end"]] == row["number_text"]
        assert wrapped[row["sentence_start"] : row["sentence_end"]] == row["sentence"]
        assert row["cue_start"] is None or wrapped[row["cue_start"] : row["cue_end"]] == row["cue_text"]


def test_marked_furniture_is_found_again():
    text = "The  office said  40 men left.\n\nShare  12 times"
    start = text.index("Share")
    rows = extract(ArticleText(text, marked=[(start, len(text), "furniture")])).mentions
    assert [(row["number_text"], row["is_claim"]) for row in rows] == [("40", True), ("12", False)]
