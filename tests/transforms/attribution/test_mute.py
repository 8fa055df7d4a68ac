"""What cannot speak: floods, tolls, dates, datelines, rows of a table, pronouns that nobody answers."""

import pytest

CASES = [
    ("In 1988, floods in the same valley claimed almost [[400]] lives.", [None]),
    ("Ferry accidents claim hundreds of lives each year, [[90]] of them on the lake.", [None]),
    ("The blaze claimed [[12]] lives and left [[40]] people homeless.", [None, None]),
    (
        "The total number of swamp fever infections confirmed on the island has reached [[4,200]], with [[six]] deaths, the Ministry of Health said Friday.",
        ["Ministry of Health", "Ministry of Health"],
    ),
    ("The number of cases reported in the province rose to [[300]].", [None]),
    ("The Tavia stock index gave up [[14.2]] points to close at [[478.6]].", [None, None]),
    ("Lenta shares added [[3 percent]].", [None]),
    ("The death toll passed [[80,000]] on Friday, and officials in Lanka put the dead there at [[22,493]].", [None, "officials in Lanka"]),
    ("[[39]] people died, [[14]] of them foreigners, Prime Minister Ivo Kran said.", ["Ivo Kran", "Ivo Kran"]),
    ("TARVIK, Norland (AP) -- The Baltic Council said Friday it would examine the killing of more than [[70]] seamen.", ["Baltic Council"]),
    ("TARVIK (Reuters) - At least [[70]] seamen died, police said.", ["police"]),
    ("Seven more launches are planned by the end of the year, [[two]] of them for foreign clients.", [None]),
    ("The storm caused damage put at [[$46 million]].", [None]),
    ("The deal values the brewer at [[$3 billion]].", [None]),
    ("The agreement, valued at [[$3 billion]], was signed on Monday.", [None]),
    ("The band Blue Oak recorded [[four]] albums.", [None]),
    ("The clinic recorded [[four]] cases.", ["clinic"]),
    ("The rally claimed [[two]] victims.", [None]),
    (
        "According to Amnesty, 300 are held. Secretary Ellen Marsh met on Monday with Minister Rashid Timur. She informed the minister that [[12]] envoys would come.",
        ["Ellen Marsh"],
    ),
    ("It is known that [[12]] people died.", [None]),
    ("They say [[12]] people died.", [None]),
    ("He said [[12]] people died.", [None]),
    ("The company has three plants. It said [[12]] workers would go.", ["company"]),
    ("Some say [[12]] people died.", [None]),
    ("Votes by district.\nHadley: [[547]].\nRossmoor: [[612]].\nHadley: [[13]].", [None, None, None]),
    ("Results\nHadley: [[547]] votes\nRossmoor: [[612]] votes\nHadley: [[13]] votes", [None, None, None]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_mute(read, text, expected):
    assert [said.source for said in read(text)] == expected
