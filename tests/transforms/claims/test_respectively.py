"""Several things or owners whose numbers are told in their order."""

import pytest

from tests.transforms.claims.reading import about


@pytest.mark.parametrize(
    ("text", "number", "counted"),
    [
        ("Imports and exports rose 4 percent and 5 percent, respectively.", "4", "Imports"),
        ("Imports and exports rose 4 percent and 5 percent, respectively.", "5", "exports"),
        ("Sales in Norvia and Lumeria were $3 million and $4 million respectively.", "$4", "Sales in Lumeria"),
        ("Wheat and barley fetched $210 and $180 a tonne respectively.", "$180", "barley"),
    ],
)
def test_thing(text, number, counted):
    assert about(text, number).counted == counted


@pytest.mark.parametrize(
    ("text", "number", "owner"),
    [
        ("Tarn and Ilves won 40 and 30 seats respectively.", "40", "Tarn"),
        ("Tarn and Ilves won 40 and 30 seats respectively.", "30", "Ilves"),
        ("The populations of Norvia and Lumeria fell by 3 percent and 7 percent respectively.", "7", "Lumeria"),
        ("Tarn and Ilves won 40 and 30 seats.", "30", "Tarn"),  # nothing says whose
    ],
)
def test_owner(text, number, owner):
    assert about(text, number).subject == owner


def test_numbers_beyond_the_joined_nouns_keep_their_own():
    assert about("Tarn and Ilves won 40 and 30 seats respectively, and 7 voters were hurt.", "7").counted == "voters"
