"""Numbers that are rejected, and what only sounds like it. One line a case: text, number, status."""

from __future__ import annotations

import pytest

from tests.transforms.claims.reading import about

DENIED = [
    # called false before or after it is named
    ("The office rejected as exaggerated an estimate of 700 deaths.", "700"),
    ("The office dismissed as lies a report that 700 people had died.", "700"),
    ("The mayor rejected as lies a claim that 700 homes burned.", "700"),
    ("Reports of 900 dead are untrue, the ministry said.", "900"),
    ("The report that 17 guards died is not true.", "17"),
    ("The figure of 17 deaths is a lie.", "17"),
    ("The toll of 17 is absurd.", "17"),
    ("The notion that 300 people were jailed is false.", "300"),
    ("It is absurd that 70 families moved.", "70"),
    ("The army denied the figure of 40 dead.", "40"),
    ("Under the pretext that thieves had stolen 900 sheep, they closed the road.", "900"),
    # not so many but so many
    ("The guards did not kill 200 people but 20.", "200"),
    ("The storm did not sink 50 boats but 5.", "50"),
    ("The raid hurt not 600 people but 60.", "600"),
    ("The toll was put at 3,000, not 5,000.", "5,000"),
    ("The raid hurt 600 people, not 60.", "60"),
    ("No 300 men died here, the mayor said.", "300"),
    ("The army did not kill 40 people.", "40"),
]

ASSERTED = [
    # other things are called other names
    ("The office accepted as true a report that 700 people had died.", "700"),
    ("The mayor praised as brave a claim that 700 homes burned.", "700"),
    ("The ministry rejected as too dear a fence of 900 metres.", "900"),
    ("Reports of 900 dead are rare, the ministry said.", "900"),
    ("Claims of 17 deaths are not false.", "17"),
    ("On the ground that thieves had stolen 900 sheep, they closed the road.", "900"),
    # a deed is rejected, not how many there are
    ("The idea of moving 70 families is absurd.", "70"),
    ("The notion of jailing 300 people is false.", "300"),
    # the true number of the two
    ("The guards did not kill 200 people but 20.", "20"),
    ("The storm did not sink 50 boats but 5.", "5"),
    ("The toll was put at 3,000, not 5,000.", "3,000"),
    ("The raid hurt 600 people, not 60.", "600"),
    ("The storm sank 50 boats but 5 were saved.", "5"),
    ("No, 300 men died here, the mayor said.", "300"),
    # who keeps silent denies nothing
    ("The army would not confirm the figure of 40 dead.", "40"),
    ("The guards would not confirm that 40 inmates fled.", "40"),
    ("Officials did not confirm the death of 17 guards.", "17"),
    ("The army did not verify reports of 40 deaths.", "40"),
    ("The guards would not disclose the loss of 40 keys.", "40"),
]

CASES = [*((text, number, "denied") for text, number in DENIED), *((text, number, "asserted") for text, number in ASSERTED)]


@pytest.mark.parametrize(("text", "number", "status"), CASES)
def test_denial(text: str, number: str, status: str) -> None:
    assert about(text, number).status == status
