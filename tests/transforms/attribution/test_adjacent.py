"""Cues right before their clause that the parser takes for something else: nouns, participles, lost subjects."""

import pytest

CASES = [
    ("As part of her plea, Ada Moss, 44, said that she had hurt nearly [[12]] people.", [("Ada Moss", "indirect")]),
    ("Moss charges that towns that stand to gain from the deal gave [[3 million]] dollars to the fund.", [("Moss", "indirect")]),
    ("Moss estimates that she spent [[3 million]] dollars on the race.", [("Moss", "indirect")]),
    ("Moss, who brags she has held [[12]] meetings in Tavia, does not worry.", [("Moss", "indirect")]),
    ("A Herald analysis of other data identified at least [[3 million]] dollars in spending.", [("Herald analysis of other data", "indirect")]),
    (
        "The gap has grown after leaked papers from her tax file show she took a [[3 million]] dollar loss.",
        [("leaked papers from her tax file", "indirect")],
    ),
    ("The talk shows that she liked had [[12]] guests.", [(None, "none")]),
    ("He sells the sails that Moss makes for [[12]] crowns.", [(None, "none")]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_adjacent(read, text, expected):
    assert [(said.source, said.quote) for said in read(text)] == expected
