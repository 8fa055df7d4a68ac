"""Whole claims of sentences that once read dangerously wrong: one line a case: text, number as written, fields that have to hold."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from transforms.extract import ArticleText, extract

PUBLISHED = date(2025, 6, 11)
CASES: list[tuple[str, str, dict[str, Any]]] = [
    # those who live on after a toll are not in it
    ("The death toll has risen above 60, and 700 remained in tents.", "700", {"counted": "people", "metric": "displaced"}),
    ("Nine people died, and 700 went home.", "700", {"metric": "population"}),
    ("The office said 14,000 people were in camps and 130 others were unaccounted for.", "14,000", {"metric": "displaced"}),
    ("The office said 14,000 people were in camps and 130 others were unaccounted for.", "130", {"metric": "missing"}),
    # what is counted
    ("Begun in 1994, the foundation has raised about 3 million dollars.", "3 million dollars", {"counted": "money raised", "period": None}),
    ("Shares of Kestrel closed at $31.20 on the Orlo exchange.", "$31.20", {"counted": "Shares of Kestrel"}),
    ("The quake struck at a depth of 10 km, 38 km south of Orlo.", "38", {"counted": "distance"}),
    ("The backlog of visa claims had grown to 109,000.", "109,000", {"counted": "visa claims", "unit": "claim"}),
    ("Spokesman Dan Cole put it at 8 million dollars.", "8 million dollars", {"counted": None, "source": "Dan Cole"}),
    ("Prosecutors accuse him of taking 8 million dollars.", "8 million dollars", {"counted": None, "source": "Prosecutors"}),
    ("Sixty-one percent of respondents said they would stay; only 12 percent named rents.", "12 percent", {"counted": "respondents"}),
    ("Prices averaged $68 per megawatt-hour.", "$68", {"counted": "Prices", "unit": "USD/MWh"}),
    ("The yard was fined $48,000 for 13 breaches.", "$48,000", {"counted": "fine"}),
    # people by what befell them
    ("Some 700 National Guard members were sent.", "700", {"metric": "personnel"}),
    ("Some 700 savers were defrauded.", "700", {"metric": "affected"}),
    ("The study followed 9,000 women. Some 430 of them had a stroke.", "430", {"metric": "affected"}),
    # a sum and what comes on top; what a headline is over
    ("The club paid 96 million euros plus 14 million in add-ons.", "96 million euros", {"comparator": "="}),
    ("The club paid 96 million euros plus 14 million in add-ons.", "14 million", {"unit": "EUR", "metric": "money"}),
    ("Moss jailed for 11 years over $1.2 billion fraud", "$1.2 billion", {"comparator": "="}),
    ("The town spent over $1.2 billion on the port.", "$1.2 billion", {"comparator": ">"}),
    ("Flu cases pass 12,000", "12,000", {"comparator": ">"}),
    ("They lifted the wage to 12 pounds an hour.", "12 pounds", {"unit": "GBP/hour", "metric": "money"}),
    ("A cow gives 40 pounds a day.", "40", {"unit": "lb/day"}),
    # people by what only they do, and by the body that they are of
    ("Fewer than two hundred showed up at the gates.", "two hundred", {"counted": "people", "metric": "population"}),
    ("The ministry said 90 clerks were hurt, as were seventeen from the army.", "seventeen", {"counted": "people", "metric": "wounded"}),
    ("Nine ships sailed, two from the navy.", "two", {"counted": "ships"}),
    ("The blast killed 90 clerks. Last week a car bomb killed five.", "five", {"counted": "people"}),
    ("Nine clerks were killed and 12 wounded.", "12", {"counted": "clerks"}),
    ("Some 19,000 people came in 361 boats, an average of 52 per boat, compared with 13,400 in May.", "52", {"counted": "people"}),
    ("Some 19,000 people came in 361 boats, an average of 52 per boat, compared with 13,400 in May.", "13,400", {"counted": "people"}),
    ("Out of 5900 [employees], 40 left.", "5900", {"counted": "employees", "unit": "employee"}),
    ("Mara Cole: 1,769. Dan Brandt: 1,501.", "1,769", {"counted": None, "unit": None}),
    ("Deaths: 40.", "40", {"counted": "Deaths"}),
    ("The quake, at 6.3, was the strongest.", "6.3", {"unit": "magnitude", "metric": "measure"}),
    ("One coin is worth about US$9,000 or \u20ac8,000.", "\u20ac8,000", {"comparator": "~"}),
    ("Of those asked, half said so.", "half", {"unit": "%"}),
    ("Afghans made up 16 percent, ahead of Eritreans (14 percent) and Iranians (12 percent).", "12 percent", {"subject": "Iran"}),
    # who says so
    ("Orlo's analyst Ada Moss said 12 mills closed.", "12", {"source": "Ada Moss"}),
    ("The opposition said so. It has fallen by a third.", "a third", {"counted": None}),
    (
        "According to the agency Alfa, citing a police source, 12 people died.",
        "12",
        {"source": "police source", "source_chain": ["Alfa", "police source"]},
    ),
    ("The news agency Alfa said 30 died. Some 700 fled, according to the UN refugee agency.", "700", {"source": "UN refugee agency"}),
    ("The firm now sees sales growth of 5 to 6 percent.", "5 to 6 percent", {"source": "firm", "status": "projected"}),
    ("The clinic sees 40 patients a day.", "40", {"source": None, "status": "asserted"}),
    # whose it is
    ("The UN rights office has recorded 9,300 deaths.", "9,300", {"subject": None, "source": "UN rights office"}),
    ("Eritreans made up 14 percent. The gangs make 200 million pounds a year.", "200 million pounds", {"subject": "gangs"}),
    ("Spain's inflation rose to 12 percent. Gas fell to 15 percent.", "15 percent", {"subject": None}),
    ("Kestrel Corp. sells boats in Norway. The firm sees sales growth of 6 percent.", "6 percent", {"subject": "Kestrel Corp."}),
    ("Governor Mara Cole ordered 9,000 clerks to leave.", "9,000", {"subject": None}),
    ("Each 50 grams raised the risk by 7%.", "7%", {"subject": None}),
    (
        "The Flood Agency counted 40 dead. The government of Norway said it would spend 250 million euros.",
        "250 million euros",
        {"subject": "Norway", "counted": "spending"},
    ),
    ("The Central Bank raised its rate to 3 percent. Exports grew to 4.5 billion euros.", "4.5 billion euros", {"subject": None}),
    ("The bridge is old. It cost 3 million euros.", "3 million euros", {"counted": "bridge"}),
    # where
    ("He played in front of 52,300 fans.", "52,300", {"place": None}),
    ("The river stood at 9.2 metres, 1.4 metres above the record set in 1997.", "1.4", {"place": None}),
    ("Forecasters at Orlo State expect 23 storms.", "23", {"place": None}),
    ("Authorities in Orlo reported 23 deaths.", "23", {"place": "Orlo"}),
    # how firmly
    ("It would have burnt 90 tons and emitted 55 tons more.", "55", {"status": "hypothetical"}),
    ("A surge of 9 feet is possible.", "9", {"status": "hypothetical"}),
    ("They want a rise of 9 percent.", "9 percent", {"status": "projected"}),
    ("Prosecutors had sought 20 years.", "20", {"counted": "sentence", "status": "asserted"}),
    # when
    ("The party would win 38 percent, up two points from February, and Labour 31 percent.", "31 percent", {"period": None}),
    ("Coal fell below 10 percent for the first time since records began in 1962.", "10 percent", {"period": None}),
    ("It cost twice as much as in 2019: 31 cents.", "31 cents", {"period": None}),
    ("Casualties since the war began in March 2023 stood at 180,000.", "180,000", {"period": "2023-03/"}),
    ("Cholera has infected 9,100 people and killed 37 since 9 December.", "9,100", {"period": "2024-12-09/"}),
]


@pytest.mark.parametrize(("text", "number", "fields"), CASES, ids=[f"{number} | {text[:70]}" for text, number, _ in CASES])
def test_claim(text: str, number: str, fields: dict[str, Any]) -> None:
    found = [row for row in extract(ArticleText(text, PUBLISHED)).mentions if row["number_text"] == number and row["is_claim"]]
    assert [{name: row[name] for name in fields} for row in found] == [fields]


def test_a_sentence_that_is_asked_for_is_told_only_of_courts() -> None:
    rows = extract(ArticleText("The firm sought 20 days.", PUBLISHED)).mentions
    assert [row["is_claim"] for row in rows] == [False]


def test_how_sure_an_estimate_is_claims_nothing() -> None:
    rows = extract(ArticleText("The risk rose by 7% (95% confidence interval 4 to 10), the team found.", PUBLISHED)).mentions
    assert [(row["number_text"], row["is_claim"]) for row in rows] == [("7%", True), ("95%", False), ("4 to 10", False)]


def test_a_rule_across_the_page_is_no_sign() -> None:
    rows = extract(ArticleText("---\nThree people died.", PUBLISHED)).mentions
    assert [(row["number_text"], row["low"]) for row in rows] == [("Three", 3)]
