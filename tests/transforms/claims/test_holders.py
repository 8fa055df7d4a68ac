"""Whose figure it is where a plain noun names the body."""

from datetime import date

import pytest

from transforms.extract import ArticleText, extract

CASES = [
    ("people from a country", "About 900 firefighters, including 74 from New Zealand, are in the hills.", "74", "New Zealand"),
    ("population of a place", "Portugal, with a population of 10 million, has few trams.", "10 million", "Portugal"),
    ("company named before", "Orlen Lines cut its fares. The company employs 5,300 people.", "5,300", "Orlen Lines"),
    ("business of a town", "The Varn-based brewer reported a loss of 212 million euros.", "212 million euros", "Varn-based brewer"),
    ("its shares", "Kestrel Airlines fell behind. Its shares were down 7.5 percent.", "7.5 percent", "Kestrel Airlines"),
    ("revenue alone", "Kestrel Airlines told investors. Revenue fell by 11 percent.", "11 percent", "Kestrel Airlines"),
    ("armed group", "The rebels hold 40 percent of the valley.", "40 percent", "rebels"),
    ("a body's noun phrase", "The mining companies pay 3 million dollars a year.", "3 million dollars", "mining companies"),
    ("relative clause", "The airline, which operates 46 planes, was founded late.", "46", "airline"),
    ("a person is no body", "The farmer sold 40 sheep.", "40", None),
    ("victims are not the finder's", "The agency said 40 people died.", "40", None),
]


@pytest.mark.parametrize(("text", "number", "subject"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_holder(text, number, subject):
    rows = extract(ArticleText(text, date(2024, 5, 6))).mentions
    assert next(row["subject"] for row in rows if row["number_text"] == number) == subject
