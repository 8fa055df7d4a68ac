"""Sums of money: what they are, in brackets, raised, lost, and in a currency told before. One line a case: text, number, unit, counted."""

from __future__ import annotations

import pytest

from tests.transforms.claims.reading import about

CASES = [
    # brought to a sum
    ("The gift brings the school's budget to $4 million.", "$4 million", "USD", "school's budget"),
    ("The deal lifted the mill's profit to $4 million.", "$4 million", "USD", "mill's profit"),
    ("The mayor cut the city's debt from $9 million to $6 million.", "$6 million", "USD", "city's debt"),
    ("The mayor cut the city's debt from $9 million to $6 million.", "$9 million", "USD", "city's debt"),
    ("The gift was brought to $4 million houses.", "$4 million", "USD", "houses"),
    # raised and collected
    ("Mira Novak has raised $3 million.", "$3 million", "USD", "money raised"),
    ("Harlow has collected $3 million.", "$3 million", "USD", "money collected"),
    ("Mira Novak has raised $3 million for a new clinic.", "$3 million", "USD", "new clinic"),
    # lost and earned, by firms and not by persons in general
    ("Lund Steel lost $90 million in its first quarter.", "$90 million", "USD", "loss"),
    ("The airline lost $90 million in its third quarter.", "$90 million", "USD", "loss"),
    ("The carmaker earned $90 million in the spring.", "$90 million", "USD", "earnings"),
    ("The pirates made $40 million from stolen cargo.", "$40 million", "USD", "stolen cargo"),
    ("The gang made $25 million from ransom payments.", "$25 million", "USD", "ransom payments"),
    # sums with a name of their own
    ("The bank offered a bounty of $5 million for the thieves.", "$5 million", "USD", "bounty"),
    ("The town has a debt from old mills of $7 million.", "$7 million", "USD", "debt"),
    ("The clinic had costs for drugs of $7 million.", "$7 million", "USD", "costs"),
    ("The storm passed, with damage put at $9 million.", "$9 million", "USD", "damage"),
    ("The damage was estimated at $7 million.", "$7 million", "USD", "damage"),
    ("The mayor said $7 million.", "$7 million", "USD", None),
    ("The court fined one mill $30 million and a second $12 million.", "$12 million", "USD", "fine"),
    ("The court fined the mill $12 million.", "$12 million", "USD", "mill"),
    # for each, and what is in need of it
    ("The tenor gets $2 million per concert.", "$2 million", "USD/concert", "concert"),
    ("The studio pays $2 million per episode.", "$2 million", "USD/episode", "episode"),
    ("The farm gets $2 million a year.", "$2 million", "USD/year", "farm"),
    ("The harbour wall needs $8 million.", "$8 million", "USD", "harbour wall"),
    ("The bridge repair, which needs $8 million, was put off.", "$8 million", "USD", "bridge repair"),
    ("The bridge will require $8 million.", "$8 million", "USD", "bridge"),
    ("Harlow needs $8 million.", "$8 million", "USD", None),
    # said again in another currency
    ("The grant, worth 60,000 euros ($70,000), was spent.", "$70,000", "USD", "grant"),
    ("The clinic spent 60,000 euros ($70,000) on beds.", "$70,000", "USD", "beds"),
    ("The brewer's profit fell to 6 million euros ($9 million; £5 million).", "$9 million", "USD", "brewer's profit"),
    ("The brewer's profit fell to 6 million euros ($9 million; £5 million).", "£5 million", "GBP", "brewer's profit"),
    ("The brewer's profit fell to 6 million euros, and it paid $9 million for hops.", "$9 million", "USD", "hops"),
    # millions that can only be of the money told before
    ("The plan costs $925 million. It includes 600 million in loans.", "600 million", "USD", "loans"),
    ("The dam costs £80 million. It includes 20 million in aid.", "20 million", "GBP", "aid"),
    ("The plan is old. It includes 600 million in loans.", "600 million", None, None),
    ("The plan costs $925 million. It covers 600 million in Kenya.", "600 million", None, None),
    # prices that move, and rises of what was told just before
    ("Crude eased 12 cents to 60.75 dollars in electronic trading.", "60.75 dollars", "USD", "Crude"),
    ("Sales were $2 billion, a 13 percent increase.", "13 percent", "%", "Sales"),
    ("The deficit with Kenya, up 40 percent, alarmed the mill.", "40 percent", "%", "deficit"),
    # never the time between
    ("Kenya imposed a toll at the weekend that could cost $6 million.", "$6 million", "USD", "toll"),
    ("Kenya imposed a toll on ships that could cost $6 million.", "$6 million", "USD", "ships"),
]


@pytest.mark.parametrize(("text", "number", "unit", "counted"), CASES)
def test_sum(text: str, number: str, unit: str | None, counted: str | None) -> None:
    description = about(text, number)
    assert (description.unit, description.counted) == (unit, counted)


@pytest.mark.parametrize(
    ("text", "number", "metric"),
    [
        ("The plan costs $925 million. It includes 600 million in loans.", "600 million", "money"),
        ("The plan is old. It includes 600 million in loans.", "600 million", "other"),
        ("Lund Steel lost $90 million in its first quarter.", "$90 million", "money"),
        ("The mill lost 90 masts in its first quarter.", "90", "infrastructure"),
    ],
)
def test_metric_of_a_sum(text: str, number: str, metric: str) -> None:
    assert about(text, number).metric == metric
