"""Transcripts: turns under labels; notes and headings are no labels."""

import pytest

CASES = [
    (
        "MAYOR HOLUB: We lost [[12]] houses.\nQUESTION: Who says that [[40]] went?\nMAYOR HOLUB: I say [[12]].",
        [("Holub", "direct"), (None, "none"), ("Holub", "direct")],
    ),
    (
        "Jana Holub is mayor.\n\nMAYOR HOLUB: We lost [[12]] houses.\n\nThe water took [[3]] bridges.",
        [("Jana Holub", "direct"), ("Jana Holub", "direct")],
    ),
    ("NOTE: [[12]] houses are open.", [(None, "none")]),
    ("SECRETARY JAN KOLB: There are [[12]] ships.\n\nThey carry [[900]] people.", [("Jan Kolb", "direct"), ("Jan Kolb", "direct")]),
    ("John Rook: We lost [[12]].\nMary Dale: We lost [[3]].\nJohn Rook: No, four.", [("John Rook", "direct"), ("Mary Dale", "direct")]),
    ("Update: [[12]] people died.", [(None, "none")]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_turns(read, text, expected):
    assert [(said.source, said.quote) for said in read(text)] == expected
