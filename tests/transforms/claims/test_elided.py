"""Counts that leave out or share their noun, tolls, and people by the harm done to them. One line a case: text, number, counted, metric."""

from __future__ import annotations

import pytest

from tests.transforms.claims.reading import about

HARM = [
    # dead and hurt
    ("The blast in Osk left 12 dead and 40 hurt.", "12", "people", "killed"),
    ("The blast in Osk left 12 dead and 40 hurt.", "40", "people", "wounded"),
    ("A landslide has left 12 dead and 40 missing.", "40", "people", "missing"),
    ("Floods leave 12 dead, 40 hurt", "40", "people", "wounded"),
    ("Two bakers were shot on Monday. The fire left 150 homeless.", "150", "people", "displaced"),
    ("Nine bakers fell ill. A blast on Friday left 40 dead.", "40", "people", "killed"),
    # the verb's noun left out
    ("Ten were killed, six wounded.", "six", "people", "wounded"),
    ("In Osk 10 were killed, six wounded.", "10", "people", "killed"),
    ("In Osk 10 were killed, six wounded.", "six", "people", "wounded"),
    ("Nine hikers were killed, six wounded.", "six", "hikers", "wounded"),
    ("One baker was killed and 37 others were hurt.", "37", "bakers", "wounded"),
    ("One person was killed and 37 others hurt.", "37", "people", "wounded"),
    # those under attack
    ("Guards fired at nearby fishermen, killing two.", "two", "nearby fishermen", "killed"),
    ("Guards fired in the air, killing two.", "two", "people", "killed"),
    ("The shells hit Tarnian miners, killing two of them.", "two", "Tarnian miners", "killed"),
    # forces that lose people
    ("The brigade lost 12 men.", "12", "men", "killed"),
    ("The army lost 12 men, the rebels 40.", "40", "men", "killed"),
    ("The convoy lost 12 men.", "12", "men", "killed"),
    ("The crew lost 40 sheep.", "40", "sheep", "other"),
    # bodies of people
    ("A brigade of 300 guarded the dam.", "300", "brigade", "personnel"),
    ("A 300-strong brigade took the hill.", "300", "brigade", "personnel"),
    ("The crowd numbered 12,000.", "12,000", "crowd", "population"),
    ("A convoy of 300 left Osk.", "300", "convoy", "population"),
    ("A convoy of 300 trucks left Osk.", "300", "trucks", "equipment"),
    ("Three bakers died in the fire, and the blast left 40 dead in Osk.", "40", "people", "killed"),
    ("The two raiders got away. Quarry wall collapses, killing 16", "16", "people", "killed"),
    ("Among the hurt are 18 Croatian, six Swedish and four Polish.", "six", "Swedish", "wounded"),
    # tolls
    ("The death toll rose to 40 and could reach 60.", "40", "death toll", "killed"),
    ("The death toll rose to 40 and could reach 60.", "60", "death toll", "killed"),
    ("The toll climbed to 40 on Sunday.", "40", "toll", "killed"),
    ("The toll climbed to 40, with many casualties in the hills.", "40", "toll", "casualties"),
    ("The toll rose to 40, and 12 were hurt.", "12", "people", "wounded"),
    ("The death toll rose to 40, and 12 were missing.", "12", "people", "missing"),
    ("The death toll rose to 40, including 12 nurses.", "12", "nurses", "killed"),
    ("The toll charge rose to 12.", "12", None, "other"),
    # taken
    ("Some 19 were taken hostage in Tarn.", "19", "people", "captured"),
    ("The rebels said 19 were taken prisoner.", "19", "people", "captured"),
    ("The rebels have captured 19 soldiers.", "19", "soldiers", "captured"),
    ("Harlow has captured 1,944 delegates.", "1,944", "delegates", "population"),
    # headlines
    ("Hundreds in hospital after ferry fire", "Hundreds", "people", "affected"),
    ("Five held over mill fire", "Five", "people", "population"),
    ("Five cats held over mill fire", "Five", "cats", "other"),
    ("4,000 protest over bread prices", "4,000", "people", "population"),
    ("4,000 buns sold over bread prices", "4,000", "buns", "other"),
    # who and whom it reaches
    ("The militia eliminated 13 guards.", "13", "guards", "killed"),
    ("The mill will eliminate 13 positions.", "13", "positions", "other"),
    ("The network reaches 3 million customers.", "3 million", "customers", "population"),
    ("The ship picked up 700 migrants.", "700", "migrants", "displaced"),
    ("The evacuation of thousands of villagers began.", "thousands", "villagers", "displaced"),
    ("The vote of thousands of villagers began.", "thousands", "villagers", "population"),
    ("The fever killed 1.4 million people, including 430,000 who were infected in camps.", "430,000", "people", "killed"),
    ("A bomb killed two clerks in May. Nearly 60,000 marched in June.", "60,000", "people", "population"),
    ("A ferry with 28 onboard sank.", "28", "people", "population"),
]

# text, number, counted, unit
SHARED = [
    # more of the same
    ("The mill cut 5,000 jobs in May and will cut 2,800 more.", "2,800", "jobs", "job"),
    ("The mill hired 90 welders and still wants 40 more.", "40", "welders", "welder"),
    ("The mill hired 90 welders and wants 40 more bakers.", "40", "bakers", "baker"),
    ("The bakery sold nine vans. It made 2 million more.", "2 million", None, None),
    ("The yard cut 900 posts in May and 700 more in June.", "700", "posts", "post"),
    # lists
    ("The yard built 10, 12 and 15 ferries in three years.", "12", "ferries", "ferry"),
    ("The choir hired four singers and two dancers.", "four", "singers", "singer"),
    ("The law covers three trade and fishing zones.", "three", "trade and fishing zones", "zone"),
    ("Rain hit three farms and zones.", "three", "farms and zones", "farm"),
    ("The yard ordered two 150 MW turbines.", "two", "turbines", "turbine"),
    ("Police shot three LPF (rebel) fighters.", "three", "LPF (rebel) fighters", "fighter"),
    # the noun before a bracket
    ("The town lost most of its bakers (14) in the fire.", "14", "bakers", "baker"),
    ("Harlow lacks money to win the nomination (1,237).", "1,237", None, None),
    # a phrase in front
    ("Of the sailors, 21 were Norvians and 22 were Tarnians.", "22", "sailors", "sailor"),
    ("In the fleet, 21 were Norvians and 22 were Tarnians.", "22", None, None),
    # those who are told by what they do
    ("The number of those infected rose to 300.", "300", "those infected", "person"),
    ("The number of those arrested rose to 300.", "300", "those arrested", "person"),
    ("The number seeking work rose to 300.", "300", "people seeking", "person"),
    ("The sample size was 1,050.", "1,050", "sample size", "person"),
    # behind a possessive
    ("Brandt has a majority of delegates. Her 2,203 are enough.", "2,203", "delegates", "delegate"),
    ("Brandt has a horse. Her 2,203 are enough.", "2,203", None, None),
    # compared
    ("The army has 40 boats, up from 30.", "30", "boats", "boat"),
    ("The fair drew 9 million guests, compared with 8 million for the circus.", "8 million", "guests", "guest"),
    ("The yard built 600 boats and wants to raise that number to 900.", "900", "boats", "boat"),
    ("Nine miners were hurt. Five of the nine needed surgery.", "Five", "miners", "miner"),
    ("The town had 90 bakeries, with 24 closing last year.", "24", "bakeries", "bakery"),
    ("The town had 90 bakeries, with 24 ovens.", "24", "ovens", "oven"),
]


@pytest.mark.parametrize(("text", "number", "counted", "metric"), HARM)
def test_people_by_harm(text: str, number: str, counted: str | None, metric: str) -> None:
    description = about(text, number)
    assert (description.counted, description.metric) == (counted, metric)


@pytest.mark.parametrize(("text", "number", "counted", "unit"), SHARED)
def test_shared_noun(text: str, number: str, counted: str | None, unit: str | None) -> None:
    description = about(text, number)
    assert (description.counted, description.unit) == (counted, unit)


@pytest.mark.parametrize("number", ["four", "two"])
def test_noun_stands_after_the_last_adjective(number: str) -> None:
    assert about("The choir hired four female and two male singers.", number).unit == "singer"
