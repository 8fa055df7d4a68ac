"""Whose weapons and fighters they are where two sides fight. One line a case: text, number, subject."""

from __future__ import annotations

import pytest

from tests.transforms.claims.reading import about

CASES = [
    # who is hit is not who hits
    ("Norwegian gunners shot down 14 drones.", "14", None),
    ("Norway destroyed 14 tanks.", "14", None),
    ("Norway destroyed 14 Swedish tanks.", "14", "Sweden"),
    ("Norwegian gunners shot down nine of 14 drones.", "14", None),
    # who used them, beside the noun
    ("Norway intercepted 14 missiles fired by Sweden.", "14", "Sweden"),
    ("Norway intercepted nine of 14 missiles launched by Sweden.", "nine", "Sweden"),
    ("Norway downed 14 Swedish-launched drones.", "14", "Sweden"),
    ("Norway seized 14 boats belonging to Sweden.", "14", "Sweden"),
    # or elsewhere in the article
    ("Swedish drones crossed the fjord. Norway shot down 14 drones.", "14", "Sweden"),
    ("Sweden had launched dozens of rockets. Norway intercepted 14 rockets.", "14", "Sweden"),
    ("Swedish and Danish drones crossed the fjord. Norway shot down 14 drones.", "14", None),
    ("Norwegian drones crossed the fjord. Norway shot down 14 drones.", "14", None),
    # what a weapon is only made of, and things that are no weapons
    ("Swedish drones are cheap. Norway shot down 14 drones.", "14", None),
    ("Hail destroyed 300 cars, and German cars were hit.", "300", None),
    ("Norway intercepted 14 Hezbollah rockets.", "14", "Hezbollah"),
    ("Hamas fired 30 rockets. Norway intercepted 20.", "20", "Hamas"),
    ("Norway captured 30 soldiers.", "30", None),
    # fighters are those of the one armed group
    ("Troops met Red Spear guerrillas. Fourteen rebels were killed.", "Fourteen", "Red Spear"),
    ("Troops met Red Spear guerrillas and Blue Axe rebels. Fourteen rebels were killed.", "Fourteen", None),
    ("Sami separatists burned a bridge. Police held 14 separatists.", "14", "Sami"),
    ("Suspected separatists burned a bridge. Police held 14 separatists.", "14", None),
    ("Kurdish separatists burned a bridge. Police held 14 separatists.", "14", "Kurds"),
    ("Norwegian fighter jets came. Fourteen militants were killed.", "Fourteen", None),
    ("Muslim guerrillas burned a bridge. Police held 14 guerrillas.", "14", None),
    # soldiers are those of the one country told of first
    ("The army fought rebels in Norway. Fourteen soldiers were killed.", "Fourteen", "Norway"),
    ("The army fought rebels on the border of Norway and Sweden. Fourteen soldiers were killed.", "Fourteen", None),
    ("Tamil fighters said 14 soldiers were killed in Sri Lanka.", "14", "Sri Lanka"),
]


@pytest.mark.parametrize(("text", "number", "subject"), CASES)
def test_side(text: str, number: str, subject: str | None) -> None:
    assert about(text, number).subject == subject
