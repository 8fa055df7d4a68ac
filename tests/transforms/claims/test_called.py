"""What a sum, a time or a weight is called where no noun says it, sums of two groups, and those whom a poll asked.

One line a case: text, number, unit, counted, metric.
"""

from __future__ import annotations

import pytest

from tests.transforms.claims.reading import about

SUMS = [
    ("Shares closed at $66.50 a share, up $1.50.", "$1.50", "USD/share", "Shares", "money"),
    ("Nearly all of the gifts, totaling $70 million, came from women.", "$70 million", "USD", "gifts", "money"),
    ("Norl Air was fined $500,000 on Tuesday for failing to help families.", "$500,000", "USD", "fine", "money"),
    ("The emir donated more than $20 million.", "$20 million", "USD", "donation", "money"),
    ("A builder from Orlo contributed as much as $4 million.", "$4 million", "USD", "contribution", "money"),
    ("After years at the plant, she earns $19.40 an hour.", "$19.40", "USD/hour", "earnings", "money"),
    ("The emir donated $20 million for a clinic.", "$20 million", "USD", "clinic", "money"),
    ("The index rose 0.3 percent in March, following a 0.2-percent increase in February.", "0.2-percent", "%", "index", "share"),
]
MEASURES = [
    ("The eldest weighed 92 pounds (42 kg).", "92", "lb", "weight", "measure"),
    ("The eldest weighed 92 pounds (42 kg).", "42", "kg", "weight", "measure"),
    ("Norl's hill is the lowest, with an elevation of only 340 feet above sea level.", "340", "ft", "elevation", "measure"),
    ("The hut stands 340 feet above the lake.", "340", "ft", "height", "measure"),
    ('It brought a "dangerous" 12 to 16 foot (3.7 to 4.9 meter) storm surge to Norl.', "12 to 16", "ft", "storm surge", "measure"),
    ("Brandt served nine years of a twenty-year prison sentence.", "nine", "year", "sentence", "measure"),
    ("Brandt served nine years as the mayor.", "nine", "year", "service as the mayor", "measure"),
]
PEOPLE = [
    ("Police made three arrests. Some 150 attended.", "150", "person", "people", "population"),
    ("Two Norltrak porters were killed and at least 116 were injured.", "116", "person", "people", "wounded"),
    ("Two Norltrak porters were killed and four were injured.", "four", "porter", "Norltrak porters", "wounded"),
    ("Brandt suffered three deep wounds. The local chief and two others were also injured.", "two", "person", "people", "wounded"),
    ("The marches have gone on for weeks, with as many as 40,000 in attendance.", "40,000", "person", "people", "population"),
    ("Police used buses, with as many as 7,000 in the crowd.", "7,000", "person", "people", "population"),
    ("Some 180 passengers and 12 cooks were on board; all 192 perished.", "192", "person", "people", "killed"),
    ("Some 180 passengers and 12 cooks were on board; all 190 perished.", "190", "cook", "cooks", "killed"),
    ("The toll rose to 500 Norlians (90 of whom are children).", "90", "child", "children", "killed"),
    ("Six of the repair crew are missing.", "Six", "person", "repair crew", "missing"),
    ("Three soldiers appear to have suffered minor injuries.", "Three", "soldier", "soldiers", "wounded"),
    ("Three soldiers appear to have fled.", "Three", "soldier", "soldiers", "displaced"),
    ("The infection was found in 13 million people.", "13 million", "person", "people", "affected"),
    ("Three aid workers were intercepted by gunmen.", "Three", "worker", "aid workers", "captured"),
    ("The navy intercepted 40 messages.", "40", "message", "messages", "other"),
    ("It is allowed only in three cases.", "three", "case", "cases", "other"),
    ("Norl Bank has 14 branches.", "14", "branch", "branches", "infrastructure"),
    ("It adds 25 new seats: eighteen general ones and seven for women.", "eighteen", "seat", "new seats", "other"),
]
POLLS = [
    ("Cole won 14 delegates in the Norl primary.", "14", "delegate", "delegates", "other"),
    ("The congress in Norl drew 14 delegates.", "14", "delegate", "delegates", "population"),
    ("Among older respondents, Cole won out with 22 percent, a poll said.", "22 percent", "%", "older respondents", "share"),
    ("The poll asked 2,000 farmers. Fifteen percent felt the risk had fallen.", "Fifteen percent", "%", "farmers", "share"),
    ("Nurses were asked about pay in a survey. Some 40 percent felt it was low.", "40 percent", "%", "Nurses", "share"),
    (
        "Norl Today surveyed farmers. In a contest of the two in the survey, Cole was preferred 52 percent versus 37 percent.",
        "37 percent",
        "%",
        "farmers",
        "share",
    ),
    ("A poll showed Norl First six points ahead of the Greens.", "six", "pp", "lead", "share"),
]
RACES = [
    ("A poll found Cole was chosen by 39% of likely voters, Brandt by 31%.", "39%", "%", "likely voters", "share"),
    ("A poll found Cole was chosen by 39% of likely voters, Brandt by 31%.", "31%", "%", "likely voters", "share"),
    ("Brandt led in a May poll. Her 54%-27% advantage among nurses was wide.", "27%", "%", "nurses", "share"),
    ("The firm will save $36 million a year with the cuts.", "$36 million", "USD/year", "savings", "money"),
    ("The group raising money for the fair is $8 million short.", "$8 million", "USD", "shortfall", "money"),
]
ALL = RACES + SUMS + MEASURES + PEOPLE + POLLS


@pytest.mark.parametrize(("text", "number", "unit", "counted", "metric"), ALL, ids=[f"{case[1]}: {case[0]}" for case in ALL])
def test_what_it_is_called(text: str, number: str, unit: str, counted: str, metric: str) -> None:
    found = about(text, number)
    assert (found.unit, found.counted, found.metric) == (unit, counted, metric)
