"""Polls whose results go on without a cue, and the numbers beside them that are the article's own."""

import pytest

CASES = [
    ("The Orlo Institute poll shows a close race. Cole leads, [[51.3]] to [[43.5 percent]].", ["Orlo Institute poll"] * 2),
    ("A poll by the Orlo Institute shows Brandt ahead of Cole, [[51 percent]] to [[40 percent]].", ["Orlo Institute"] * 2),
    ("A survey from Norl Research is out. Some [[40 percent]] of voters favor Cole. Another [[12 percent]] are undecided.", ["Norl Research"] * 2),
    (
        "Cole leads in three polls, including one from Orlo University. Matched with Brandt, [[45 percent]] of voters said they would back him.",
        ["Orlo University"],
    ),
    ("The Orlo Institute poll found [[40 percent]] back Cole. In a second race, Brandt leads by [[4 points]].", ["Orlo Institute poll"] * 2),
    ("In an April 30 – May 4 Orlo poll with Cole included, Brandt led Dahl [[47 percent]] to [[40 percent]].", ["Orlo poll"] * 2),
    ("Brandt trailed Cole in the PollTrack head-to-head matchup, [[51.3]] to [[43.5 percent]].", ["PollTrack head-to-head matchup"] * 2),
    (
        "Cole leads, according to [[three]] recent polls, including one from Orlo University.\nMatched with Brandt, [[45 percent]] of voters back him.",
        [None, "Orlo University"],
    ),
    ("May's Orlo Institute poll is out. Cole leads by [[7 points]] among voters.", ["Orlo Institute poll"]),
    ("Dahl was late. But the survey is clear. Cole leads by [[7 points]] among voters.", ["survey"]),
    # the poll stays open while its results are told, with one sentence of something else at most between two of them
    (
        "The mill town leans to Cole, according to an Orlo University poll out Friday.\nAbout [[three in 10]] adults support him. "
        "Brandt, a farmer, had hoped for more. She is third with [[19 percent]].\nA mere [[6 percent]] said they can't choose, and [[31 percent]] of those "
        "who answered may think again. Among Dahl backers, [[58 percent]] said so.",
        ["Orlo University poll"] * 5,
    ),
    (
        "A state poll released Tuesday by Norl Today shows Cole ahead. His [[27%]] support puts him first. Dahl is second with [[18%]].",
        ["Norl Today"] * 2,
    ),
    (
        "A Norl Times survey is out. Sailors favored Cole [[61 percent]] to [[22 percent]]. Pilots backed him, [[59 percent]] to [[30 percent]].",
        ["Norl Times survey"] * 4,
    ),
    ("Norl Research polled 3,000 drivers. [[Twelve percent]] felt safe; [[70 percent]] did not answer.", ["Norl Research"] * 2),
    (
        "A new national poll is out. More than [[half]] of the respondents would move. Some [[9 percent]] of women chose Norl.",
        ["new national poll"] * 2,
    ),
    (
        "Cole got [[40 percent]], according to results of the latest Orlo poll released Monday. Brandt trails with [[22 percent]] support.",
        ["Orlo poll", "Orlo poll"],
    ),
    ("A survey commissioned by the Orlo Fund asked about taxes. [[Forty percent]] said taxes are too high.", ["Orlo Fund"]),
    ("An Orlo University poll is out. Cole comes in at [[9 percent]]. Brandt gets [[4 percent]].", ["Orlo University poll"] * 2),
    ("A poll taken from Dec. 6 to 9 is out. Cole leads by [[4 points]].", ["poll"]),
    # the article's own
    ("The Orlo Institute poll shows a close race. It rained in Norl. Cole was late. Then [[40 percent]] said they would go.", [None]),
    ("A survey of the damage is under way. Some [[40 percent]] of people said they would leave.", [None]),
    ("The town set up a poll station. Some [[40 percent]] of voters back Cole.", [None]),
    ("In a Cole-Brandt matchup, [[21 percent]] of voters said they would stay home.", [None]),
    ("The Orlo Institute poll shows a close race. Turnout in 2020 was [[61 percent]] of voters.", [None]),
    ("The Orlo Institute poll shows a close race. Cole won [[46 percent]] of voters in 2020.", [None]),
    ("The Orlo Institute poll shows a close race. Hallex cut [[4 percent]] of its staff.", [None]),
    ("The Orlo Institute poll shows a close race. Cole met [[40]] voters.", [None]),
    ("A survey by Orlo University came out. Unemployment rose [[4 percent]], and voters noticed.", [None]),
    ("The Monday poll shows a close race. Cole leads by [[4 percent]].", [None]),
    ("The Orlo Institute poll is out. It rained. Cole was late. Cole leads by [[4 percent]].", [None]),
    ("Voters like polls. Cole leads by [[4 percent]].", [None]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_results_that_go_on(read, text, expected):
    assert [said.source for said in read(text)] == expected


def test_the_poll_is_told_indirectly_where_it_is_named(read):
    said = read("The Orlo Institute poll shows a close race. Cole leads by [[4 percent]].")[0]
    assert (said.quote, said.sentence, said.source_text) == ("indirect", 0, "Orlo Institute poll")


def test_only_results_without_a_cue_are_implied(read) -> None:
    text = "The Orlo Institute poll found [[40 percent]] back Cole. Brandt leads by [[4 points]]. Dahl said he had [[6 percent]]."
    assert [said.implied for said in read(text)] == [False, True, False]
