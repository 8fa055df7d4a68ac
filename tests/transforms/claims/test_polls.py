"""Shares of voters and rivals' results: what they are of, in which unit, and whose. One line a case."""

from __future__ import annotations

import pytest

from tests.transforms.claims.reading import about

# text, number, counted, subject
RACES = [
    # two against each other: each has support of its own
    ("In the poll, Harlow leads Brandt 52 percent to 44 percent.", "52 percent", "support for Harlow", "Harlow"),
    ("In the poll, Harlow leads Brandt 52 percent to 44 percent.", "44 percent", "support for Brandt", "Brandt"),
    ("Harlow beat Brandt 57 percent to 39 percent in a survey of farmers.", "57 percent", "support for Harlow", "Harlow"),
    ("Harlow beat Brandt 57 percent to 39 percent in a survey of farmers.", "39 percent", "support for Brandt", "Brandt"),
    ("A poll of voters found that Harlow led Novak by 51 percent to 45 percent.", "45 percent", "support for Novak", "Novak"),
    ("A poll gave Harlow 48 percent and Novak 31 percent.", "31 percent", "support for Novak", "Novak"),
    # where those asked are named, the share is of them
    ("Among young fishermen, Harlow leads Brandt 48 percent to 44 percent.", "48 percent", "young fishermen", "Harlow"),
    ("Among young fishermen, Harlow leads Brandt 48 percent to 44 percent.", "44 percent", "young fishermen", "Brandt"),
    ("Among retired dockers, Harlow leads Novak 61 percent to 30 percent.", "30 percent", "retired dockers", "Novak"),
    ("A poll said that 45 percent of the farmers back Harlow, to 38 percent for Brandt.", "38 percent", "farmers", "Brandt"),
    ("Some 51 percent of bakers said they would support Harlow, against 39 percent for Novak.", "39 percent", "bakers", "Novak"),
    ("A poll said that 12 percent of farmers chose Harlow, and Brandt was named by 7 percent.", "7 percent", "farmers", "Brandt"),
    ("A poll said that 8 percent of the dockers backed Harlow, and 6 percent were unsure.", "6 percent", "dockers", None),
    # ballots
    ("Brandt was second with 38 percent of the vote.", "38 percent", "vote", "Brandt"),
    ("Brandt lost with 41 percent of the vote, to 54 percent of the vote for Jane Harlow.", "54 percent", "vote for Jane Harlow", "Jane Harlow"),
    # no race
    ("Harlow bought 24 percent of the mill.", "24 percent", "mill", "Harlow"),
    ("Nurses cut Harlow's bill by 46 percent.", "46 percent", "Harlow's bill", "Harlow"),
    ("The mill grew 44 percent, and the brewery 13 percent in May.", "44 percent", "mill", None),
]

# text, number, counted: those who choose, whomever the number is for
FAVOURING = [
    ("Teachers favoured Harlow 46 percent to 32 percent.", "46 percent", "Teachers"),
    ("Teachers favoured Harlow 46 percent to 32 percent.", "32 percent", "Teachers"),
    ("Young dockers supported Brandt over Harlow 46 percent to 32 percent.", "32 percent", "Young dockers"),
    ("Nurses prefer Harlow 46 percent to 32 percent.", "46 percent", "Nurses"),
    ("Tarnian officers backed Harlow over Novak 46 percent to 32 percent.", "32 percent", "Tarnian officers"),
    ("Some 57 percent of the islanders approve of the harbour plan.", "57 percent", "islanders"),
    ("Of the nurses, 54 percent want a strike.", "54 percent", "nurses"),
    ("Of the nurses, 54 percent of the young want a strike.", "54 percent", "young"),
    ("Some 62 percent of the nurses want a strike. But 21 percent strongly disagree.", "21 percent", "nurses"),
    ("Some 21 percent strongly disagree.", "21 percent", "those who disagree"),
    ("Some 40 percent of those who voted, and many who did not, were angry.", "40 percent", "those who voted"),
    ("Harlow carried Ohio with 18 percent.", "18 percent", "vote"),
    # neither side
    ("A poll of farmers had Harlow at 50 percent, with 6 percent undecided.", "6 percent", "undecided voters"),
    ("In the poll Harlow leads Brandt 44 percent to 37 percent, with 13 percent unsure.", "13 percent", "unsure voters"),
    ("The mill grew 44 percent, with 13 percent in May.", "13 percent", "mill"),
    # a share in brackets belongs to the noun before it
    ("The tax is hated by nurses (61 percent), dockers (67 percent) and the young.", "61 percent", "nurses"),
    ("The tax is hated by nurses (61 percent), dockers (67 percent) and the young.", "67 percent", "dockers"),
    ("The plan pleases most of the fishermen surveyed (60 percent).", "60 percent", "fishermen"),
    ("The tax rose (60 percent).", "60 percent", "tax"),
    # a share after a count is of what was counted
    ("The airline scrapped 900 flights, or about one in five.", "one in five", "flights"),
    ("The mill exports 40 vans, or about 75 percent.", "75 percent", "vans"),
    ("The airline scrapped 900 flights, or about one in five of its planes.", "one in five", "planes"),
]

# text, number, counted, unit
LEADS = [
    ("The poll gave Harlow 48 percent to Novak's 41.", "41", "support for Novak", "%"),
    ("Harlow trailed Brandt by 3 points, then by 7 points.", "3", "lead", "point"),
    ("Harlow trailed Brandt by 3 points, then by 7 points.", "7", "lead", "point"),
    ("Harlow is 6 percentage points ahead.", "6", "lead", "pp"),
    ("The poll put Harlow 8 percentage points ahead.", "8", "lead", "pp"),
    ("Harlow won by 20 points.", "20", "margin", "point"),
    ("Harlow beat Brandt by 20 points.", "20", "margin", "point"),
    ("The shares fell by 20 points.", "20", "shares", "point"),
    ("The tax rose 6 percentage points.", "6", "tax", "pp"),
    ("Turnout was 40 percent, 2 points lower than in May.", "2", "Turnout", "pp"),
    ("The index was up 4 percent, 2.3 points more than in May.", "2.3", "index", "point"),
    # indices and currencies at their price
    ("The stock index closed at 478.6.", "478.6", "stock index", "point"),
    ("The index rose early and closed at 478.6.", "478.6", "index", "point"),
    ("The Osk index lost 31 points.", "31", "Osk index", "point"),
    ("The yen closed at 3.48.", "3.48", "yen", "yen"),
    ("The clock closed at 3.48.", "3.48", None, None),
]

# text, number, counted, subject: delegates, seats and votes
BALLOTS = [
    ("Harlow's delegate count was 699.", "699", "delegates", "Harlow"),
    ("The delegate total stood at 699.", "699", "delegates", None),
    ("The bread count was 699.", "699", None, None),
    ("Harlow needs 836 delegates to win the nomination.", "836", "delegates", "Harlow"),
    ("Harlow has 512 delegates, with 112 still uncommitted.", "112", "delegates", None),
    ("Harlow has captured 1,944 delegates.", "1,944", "delegates", "Harlow"),
    ("Ohio awards 18 delegates to the winner.", "18", "delegates", "Ohio"),
    ("These are the seats won so far.\n\nMira Novak: 410.", "410", "seats", "Mira Novak"),
    ("The opposition Civic Bloc won 300 seats.", "300", "seats", "Civic Bloc"),
    ("The senate voted 60 to 39 for the dam.", "39", "votes", "senate"),
    ("The senate approved 60 new posts.", "60", "new posts", "senate"),
    ("The party won 79 out of a total of 80 seats.", "79", "seats", "party"),
]


@pytest.mark.parametrize(("text", "number", "counted", "subject"), [*RACES, *BALLOTS])
def test_result(text: str, number: str, counted: str | None, subject: str | None) -> None:
    description = about(text, number)
    assert (description.counted, description.subject) == (counted, subject)


@pytest.mark.parametrize(("text", "number", "counted"), FAVOURING)
def test_those_who_choose(text: str, number: str, counted: str) -> None:
    description = about(text, number)
    assert (description.counted, description.unit, description.metric) == (counted, "%", "share")


@pytest.mark.parametrize(("text", "number", "counted", "unit"), LEADS)
def test_points(text: str, number: str, counted: str | None, unit: str | None) -> None:
    description = about(text, number)
    assert (description.counted, description.unit) == (counted, unit)
