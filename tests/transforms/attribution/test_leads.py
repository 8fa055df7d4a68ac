"""Leads: "…, the ministry said on Monday" behind any clause, and speakers named in apposition or by a long phrase."""

import pytest

CASES = [
    ("Dozens of roofs were torn off in [[40]] streets of Lower Dell, the mayor, Tomas Brenn, told reporters.", ["Tomas Brenn"]),
    ("Some [[30]] barns burned, the fire chief told reporters on Monday.", ["fire chief"]),
    (
        "All [[38]] people aboard an airliner died when it slammed into a mountain on Wednesday, the civil aviation department confirmed on Thursday.",
        ["civil aviation department"],
    ),
    (
        "A total of [[127]] people were killed when a ferry sank Sunday night south of Tavia, the local newspaper Daily Star reported Monday.",
        ["Daily Star"],
    ),
    ("At least [[12]] miners died when a shaft flooded after heavy rain, the mining ministry said on Tuesday.", ["mining ministry"]),
    ("[[Nine]] people were hurt as a tram left the rails, a fire brigade spokesman told Radio Tavia.", ["fire brigade spokesman"]),
    (
        "The trial of [[33]] officers accused of plotting to overthrow the government will open on June 9 and last about [[six]] weeks, a prosecutor said.",
        ["prosecutor", "prosecutor"],
    ),
    ("The dam, built [[50]] years ago, will be torn down and replaced, the water board announced on Monday.", ["water board"]),
    ("More than [[200]] houses were washed away while families slept, relief workers said Sunday.", ["relief workers"]),
    ("Because the bridge is closed, [[3,000]] commuters must take the ferry, the town hall said.", ["town hall"]),
    ("Gisha, a rights group, countered that [[40]] trucks had been turned back.", ["Gisha"]),
    ("The minister conceded that [[40]] trucks had been lost.", ["minister"]),
    ("A survey out Sunday put Cal Rudd on top with [[36]] percent.", ["survey"]),
    ("Trade unions talk of [[nine million]].", ["Trade unions"]),
    ("Minister Ada Moss said five million took part; trade unions talk of [[nine million]].", ["trade unions"]),
    ("The mayor retorted that [[90]] buses had been bought.", ["mayor"]),
    ("The general boasted that [[90]] tanks had been destroyed.", ["general"]),
    ("The nurse recalled that [[90]] beds had been empty.", ["nurse"]),
    ("The coach lamented that [[3]] players had left.", ["coach"]),
    ("The bank reckoned that [[3]] branches would close.", ["bank"]),
    ("The airline disclosed that [[3]] planes had been grounded.", ["airline"]),
    (
        "An airport worker died, according to a spokeswoman for the country's Civil Aviation Authority, Grace Amolo, who added that [[12]] people were hurt.",
        ["Grace Amolo"],
    ),
    ("The plant is set to produce [[3,000]] cars a day, a senior official with the commission, Wang Jiadong, told reporters.", ["Wang Jiadong"]),
    ("An independent monitor, the Front Observatory, put the toll at [[12]].", ["Front Observatory"]),
    ("A spokesman for the army, Colonel Petr Dvorak, said [[12]] men had died.", ["Petr Dvorak"]),
    ("The head of the relief agency, Anna Lindt, said [[12]] camps were full.", ["Anna Lindt"]),
    ("Anna Lindt, head of the relief agency, said [[12]] camps were full.", ["Anna Lindt"]),
    ("The local newspaper Daily Star said [[12]] camps were full.", ["Daily Star"]),
    ("[[12]] clinics closed, according to Doctors Without Borders.", ["Doctors Without Borders"]),
    ("The federation of carmakers said [[12]] plants were shut.", ["federation of carmakers"]),
    ("Save the Children said [[12]] schools were hit.", ["Save the Children"]),
    ("Reporters Without Borders said [[12]] journalists were jailed.", ["Reporters Without Borders"]),
    ("The opposition party, whose spokesman said [[12]] people were held, called for calm.", ["spokesman"]),
    ("[[12]] men were held, according to the U.N.", ["U.N."]),
    ("The government plans to spend [[$1.2 billion]] on roads next year, Finance Minister Otto Brandt told parliament on Thursday.", ["Otto Brandt"]),
    ("Tarskan President Ilya Dorn had said a day earlier that between [[450 and 500]] Belmaran soldiers had been killed.", ["Ilya Dorn"]),
    (
        "Israel on Tuesday eased its blockade, publishing a list of some [[120]] items that may not be brought in, an Israeli official said.",
        ["Israeli official"],
    ),
    ("The appeal has received [[$118 million]] of the [[$290 million]] requested.", [None, None]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_leads(read, text, expected):
    assert [said.source for said in read(text)] == expected
