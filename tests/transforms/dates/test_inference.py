"""The publication date from the text itself: datelines and complete dates near the top, and nothing that is less sure."""

from datetime import date

import pytest

from transforms.dates.inference import infer_published

FOUND = [
    ("Toll rises\n\nORLO, 28 October 2024 (Agency) — Nine miners died.", date(2024, 10, 28), "dateline", "28 October 2024"),
    ("ORLO, Varland, Oct 28, 2024 (Agency) - Nine miners died.", date(2024, 10, 28), "dateline", "Oct 28, 2024"),
    ("Toll rises\n\nOrlo, Oct. 28, 2024 -- Nine miners died.", date(2024, 10, 28), "dateline", "Oct. 28, 2024"),
    ("Toll rises\n\nThursday, January 12, 2006\n\nNine miners died.", date(2006, 1, 12), "text", "Thursday, January 12, 2006"),
    ("Toll rises\nPublished 28/10/2024 10:30 GMT\nNine miners died.", date(2024, 10, 28), "text", None),
    ("Toll rises\nPublished 28 October 2024\nUpdated 29 October 2024\nNine miners died.", date(2024, 10, 28), "text", "28 October 2024"),
    ("Toll rises\nBy Ana Lop | March 3, 2021\nNine miners died.", date(2021, 3, 3), "text", "March 3, 2021"),
    ("Toll rises\n2024-05-06T10:20:00Z\nNine miners died.", date(2024, 5, 6), "text", "2024-05-06T10:20:00Z"),
    ("Press release\nFor immediate release: October 28, 2024\nNine ships.", date(2024, 10, 28), "text", "October 28, 2024"),
    ("Toll rises\n05/05/2024\nNine miners died.", date(2024, 5, 5), "text", "05/05/2024"),
]  # fmt: skip


@pytest.mark.parametrize("text, day, evidence, words", FOUND)
def test_found(text, day, evidence, words):
    found = infer_published(text)
    assert found is not None
    assert found[:2] == (day, evidence)
    assert found[2] in text
    assert words is None or found[2] == words


NOT_FOUND = [
    "Toll rises\n\nORLO, Feb. 10 (Agency) -- Nine miners died.",  # no year
    "Toll rises\n\n03/04/2024\n\nNine miners died.",  # either order
    "Toll rises\n\nOn 3 May 2020, nine miners died.",  # the report's own
    "Toll rises\n\nIn Orlo, 3 May 2021: a day to remember.",
    "Toll rises\n\nNine miners died on Monday.",
    "Toll rises\n3 May 2020\n4 May 2021\nNine miners died.",  # two of them
    "Toll rises\n\n" + "Nine miners died.\n" * 20 + "3 May 2020",  # far down
    "",
]


@pytest.mark.parametrize("text", NOT_FOUND)
def test_not_found(text):
    assert infer_published(text) is None
