"""Two speakers in a sentence: each has its own clause, and no chain joins them."""

import pytest

CASES = [
    ("More than [[one million]] people marched in 60 cities, organisers said; police put the figure at [[400,000]].", ["organisers", "police"]),
    ("Police said no more than [[50]] people attended; organizers claimed [[1,000]].", ["Police", "organizers"]),
    ("Organisers said [[9,000]] marched, while police put the number at [[4,000]].", ["Organisers", "police"]),
    ("Organisers said [[9,000]] marched, but police said only [[4,000]] did.", ["Organisers", "police"]),
    ("Police said [[12]] died and doctors said [[30]] were hurt.", ["Police", "doctors"]),
    ("Rebels said [[12]] soldiers died; the army said it lost [[two]].", ["Rebels", "army"]),
    ("The ministry counts [[300]] dead, whereas aid groups speak of [[900]].", ["ministry", "aid groups"]),
    ("The mayor said [[12]] houses burned, and the governor said [[30]] did.", ["mayor", "governor"]),
    ("According to police, [[40]] were held; the opposition says [[300]] were.", ["police", "opposition"]),
    ("Organisers put the crowd at [[5,000]], while the police estimate was [[1,800]].", ["Organisers", "police"]),
    ("The government raised the toll to [[90]] on Thursday, a day after the World Health Union counted [[85]].", [None, "World Health Union"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_reach(read, text, expected):
    found = read(text)
    assert [said.source for said in found] == expected
    assert all(said.chain == () for said in found)
