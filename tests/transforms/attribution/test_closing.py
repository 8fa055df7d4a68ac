"""The attribution at a sentence's end, and what goes on under one cue."""

import pytest

CLOSING = [
    ("The toll could reach [[60]], a rescue worker who asked not to be named told Orlo Radio.", ["rescue worker"]),
    ("[[One in five]] children is ill, a Seamen's Union survey found last year.", ["Seamen's Union survey"]),
    ("Cole got [[40 percent]], and Brandt told his wife.", [None]),
    ("Troops stormed a camp in the Orlo hills, killing [[nine]] rebels, the army spokesman, Brig. Udo Karan, said.", ["Udo Karan"]),
    (
        "[[Sixteen]] people died in Orlo and [[four]] more in the nearby district of Pelva, Norland’s Fire and Rescue Management Authority (FRMA) "
        "said late on Sunday.",
        ["Norland’s Fire and Rescue Management Authority"] * 2,
    ),
    (
        "The count of cases will pass [[9,000]] this week and the fever is still spreading in Tarvia, Osk and Pelva, the Norland Health Organization "
        "(NHO) said on Tuesday.",
        ["Norland Health Organization"],
    ),
    (
        "[[Thirty]] divers were found on a day of rough seas, including [[12]] in a small rubber raft, a Lenta reporter and the Norland coastguard said.",
        ["Lenta reporter and the Norland coastguard"] * 2,
    ),
    ("Norland had recorded [[460]] cases of the fever, including [[six]] deaths, a cabinet minister said.", ["cabinet minister"] * 2),
    ("The bridge cost [[3 million]] euros, it was said.", [None]),
    ("[[Nine]] men were held, and the mayor, who had slept, said nothing.", [None]),
]
GOES_ON = [
    ("The Red Star said [[32]] were missing, while the coast guard said [[22]].", ["Red Star", "coast guard"]),
    (
        "The institute said that the quake had a depth of [[20]] km, and the centre was located [[55]] km south of Pelva.",
        ["institute", "institute"],
    ),
    ("The office said [[700]] cars were sold in May -- [[600]] saloons and [[100]] vans.", ["office"] * 3),
    ("The mayor said [[700]] people live in Osk, with [[hundreds]] more in the hills.", ["mayor", "mayor"]),
    ("Police said in a statement that [[18]] people were rescued and [[one]] body was recovered.", ["Police", "Police"]),
    ("Roe claims he has [[10]] barns.", ["Roe"]),
    ("Opal said [[between 250 and 300]] people were still being watched.", ["Opal"]),
    ("The rights office said it had counted [[80]] deaths since May, citing evidence based on interviews with those who fled.", ["rights office"]),
    ("The rights office said [[80]] had died, citing witnesses.", ["witnesses"]),
    ("Data showed the Upper Orlo region recorded [[80]] cases.", ["Data"]),
    ("Officials said the ministry had recorded [[80]] cases.", ["ministry"]),
]


@pytest.mark.parametrize(("text", "expected"), CLOSING + GOES_ON, ids=[case[0] for case in CLOSING + GOES_ON])
def test_source(read, text, expected):
    assert [said.source for said in read(text)] == expected
