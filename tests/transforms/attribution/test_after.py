"""Sentences that only say whose the number before them is, what is put at a figure, and subjects that say nothing."""

import pytest

BEHIND = [
    ("Prices fell [[2 percent]] in May. That according to the Norl survey of shops.", "Norl survey"),
    ("Prices fell [[2 percent]] in May. That's according to the Norl Institute.", "Norl Institute"),
    ("Some [[40]] schools are closed. This is according to the education ministry.", "education ministry"),
    ("Some [[40]] schools are closed. So says the education ministry.", "education ministry"),
    ("The toll stands at [[40]] dead. The figures come from the interior ministry.", "interior ministry"),
    ("The wind took [[40]] roofs. It came from the north.", None),
    ("The tally stands at [[40]]. The figures come from May.", None),
    ("Norl has [[40]] schools.\n\nThat's according to plan.", None),
    ("Some [[40]] boats left. That is what they wanted.", None),
]
PLACED = [
    ("Norl Press has placed the death toll in the [[hundreds]].", "Norl Press"),
    ("The Geological Institute placed the epicenter about [[nine]] kilometers south of Norl.", "Geological Institute"),
    ("An estimate by the bank places losses [[between $2 million and $3 million]].", "bank"),
    ("The firm placed [[40]] engineers in the new unit.", None),
    ("The army placed [[400]] mines around the town.", None),
    ("The Storm Centre's update on Monday had the storm [[140]] miles south of Norl.", "Storm Centre's update"),
    ("The ministry's latest count had [[40]] villages cut off.", "ministry's latest count"),
    ("The report had [[30]] pages.", None),
    ("The Orlo census has a staff of [[40]].", None),
]
MUTE = [
    ("Provisions added to the bill included [[$90 million]] for ferries and [[$12 million]] for parks.", [None, None]),
    ("The law called for at least [[15]] years in prison.", [None]),
    ("Terms call for the firm to issue [[40]] shares.", [None]),
    ("The recipe calls for [[200]] grams of butter.", [None]),
    ("The minister called for [[200]] more beds.", ["minister"]),
    ("As revealed at the inquest, the driver had worked [[19]] hours.", [None]),
    ("As revealed by the ministry, the driver had worked [[19]] hours.", ["ministry"]),
    ("A baker, Orla Brandt, appeared in court in Norl, charged with [[two]] counts of theft.", [None]),
    ("Prosecutors charged the baker with [[two]] counts of theft.", ["Prosecutors"]),
    ("The figure reflects sales in May and is a [[4%]] rise on April.", [None]),
    ("Cole has [[40 percent]], according to the results of the latest Orlo poll released Monday.", ["latest Orlo poll"]),
]
SPELLED_OUT = [
    ("Police said more than [[80]] people were at the party, [[two]] of whom were hurt in the crush.", ["Police", "Police"]),
    ("Orla Brandt told Norl Today only [[15%]] of the staff were over 50, which amounts to about [[90]] employees.", ["Orla Brandt", "Orla Brandt"]),
    ("The bank said it would close [[40]] branches, which would affect [[900]] workers.", ["bank", "bank"]),
    ("The bank said it would close the Norl branch, which opened with [[9]] clerks.", [None]),
    ("Rescuers warned of [[30]] more people under the rubble.", ["Rescuers"]),
]


@pytest.mark.parametrize(("text", "source"), BEHIND + PLACED, ids=[case[0] for case in BEHIND + PLACED])
def test_one_number(read, text, source):
    found = read(text)[0].source
    assert found is None if source is None else found is not None and source in found


@pytest.mark.parametrize(("text", "sources"), MUTE + SPELLED_OUT, ids=[case[0] for case in MUTE + SPELLED_OUT])
def test_each_number(read, text, sources):
    found = [said.source for said in read(text)]
    assert [name is None for name in found] == [name is None for name in sources]
    assert all(wanted is None or wanted.removeprefix("latest ") in (name or "") for name, wanted in zip(found, sources, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        'Dahl is ahead in a Norl poll. "We want [[50 percent]]," she said.',
        "Some [[40]] homes burned. This is according to plan.",
    ],
)
def test_nobody_speaks(read, text):
    assert read(text)[0].source is None
