"""Direction of a clause at a place, by its verbs."""

import pytest

from transforms.dates.tense import direction

CASES = [
    ("The team arrived on [X].", "past"),
    ("The team will arrive on [X].", "future"),
    ("The team is expected to arrive on [X].", "future"),
    ("The team is due on [X].", "future"),
    ("The team had been due on [X].", "past"),
    ("The team was scheduled to arrive on [X].", "future"),
    ("They decided to admit him in [X].", "future"),
    ("They were admitted in [X].", "past"),
    ("The rules to be published in [X] are strict.", "future"),
    ("The leader will be named in [X].", "future"),
    ("The leader was named in [X].", "past"),
    ("The plan must be ready by [X].", "future"),
    ("The plan was ready by [X].", "past"),
    ("They postponed it until [X].", "future"),
    ("Until [X] nobody had known.", "past"),
    ("Until [X], nobody will know.", "future"),
    ("On [X], the court will rule.", "future"),
    ("On [X] the court ruled.", "past"),
    ("He said that on [X] the court will rule.", "future"),
    ("He said on [X] that the court will rule.", "past"),
    ("She stepped down as chairwoman and president in [X].", "past"),
    ("The dividend would be paid on an unspecified day in [X].", "future"),
    ("The talks, held in [X], failed.", "past"),
    ("He fears what happens if she is elected in [X].", "future"),
    ("Acme Inc., whose mill burned down, was sold by the [X] deadline.", "past"),
    ("The U.S. envoy will speak (5 p.m. EST [X]).", "future"),
    ("The two ministers meet separately [X] with farmers.", "future"),
    ("It will double its trade with Peru and Chile by [X], untouched by the slump.", "future"),
    ("The lender has extended the credit line through [X].", "future"),
    ("The strike lasted through [X].", "past"),
    ("The ferry may sail as soon as [X].", "future"),
    ("The ferry sailed as early as [X].", "past"),
    ("Fit for sea no later than [X].", "future"),
    ("Nothing here in [X]", None),
]


@pytest.mark.parametrize("sentence, expected", CASES)
def test_direction(sentence, expected):
    start = sentence.index("[X]")
    assert direction(sentence.replace("[X]", "May"), start, start + 3) == expected
