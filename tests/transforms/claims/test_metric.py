"""The kind of figure. One line a case: text, number, metric."""

from __future__ import annotations

import pytest

from tests.transforms.claims.reading import about
from transforms import schema
from transforms.language import tables

CASES = [
    ("Sixteen lawyers were among those arrested in Tarn.", "Sixteen", "captured"),
    ("Four guests were among those invited.", "Four", "population"),
    ("Rescuers searched for 14 crew members.", "14", "missing"),
    ("Police searched for two suspects.", "two", "population"),
    ("The storm caused 52 deaths, nine of them children.", "nine", "killed"),
    ("Flu caused 5,000,000 illnesses.", "5,000,000", "affected"),
    ("The 55-member union met.", "55", "other"),
    ("The 12-member panel met.", "12", "population"),
    ("Harlow attacked guests, and one of them died.", "one", "killed"),
    ("Nine people were killed in Tarn.", "Nine", "killed"),
    ("Some 300 pilgrims lost their lives in a stampede.", "300", "killed"),
    ("Gunmen gunned down 12 shepherds.", "12", "killed"),
    ("Guards shot dead four men.", "four", "killed"),
    ("The flood claimed 70 lives.", "70", "killed"),
    ("Rescuers recovered six bodies.", "six", "killed"),
    ("Another 15 sailors drowned.", "15", "killed"),
    ("The blast left 78 people dead.", "78", "killed"),
    ("Five monks were burned to death.", "Five", "killed"),
    ("Seventeen people perished in the fire.", "Seventeen", "killed"),
    ("The ministry reported 40 deaths.", "40", "killed"),
    ("The death toll stood at 85.", "85", "killed"),
    ("The attack wounded 36 civilians.", "36", "wounded"),
    ("Eight drivers were hurt.", "Eight", "wounded"),
    ("Two soldiers were seriously injured.", "Two", "wounded"),
    ("Seven people suffered burns; 30 others were injured.", "30", "wounded"),
    ("More than 600 soldiers were killed or wounded.", "600", "casualties"),
    ("The army suffered 300 casualties.", "300", "casualties"),
    ("Some 90 people were killed and injured in the crash.", "90", "casualties"),
    ("Fifteen miners are missing.", "Fifteen", "missing"),
    ("Twelve fishermen disappeared at sea.", "Twelve", "missing"),
    ("Police arrested 17 demonstrators.", "17", "captured"),
    ("Rebels took 20 nurses hostage.", "20", "captured"),
    ("The militia holds 45 prisoners.", "45", "captured"),
    ("Forty students were detained.", "Forty", "captured"),
    ("Some 700 families fled their homes.", "700", "displaced"),
    ("About 30,000 refugees live in the camp.", "30,000", "displaced"),
    ("The storm left 9,000 people homeless.", "9,000", "displaced"),
    ("Authorities evacuated 400 villagers.", "400", "displaced"),
    ("Divers rescued 11 passengers.", "11", "affected"),
    ("The bug sickened 60 guests.", "60", "affected"),
    ("Doctors reported 200 new infections.", "200", "affected"),
    ("Some 80 patients were treated.", "80", "affected"),
    ("Four workers trapped in the tunnel are alive.", "Four", "affected"),
    ("The alliance deployed 5,000 troops.", "5,000", "personnel"),
    ("The city has 900 firefighters.", "900", "personnel"),
    ("Dozens of police officers guard the hall.", "Dozens", "personnel"),
    ("About 20,000 protesters marched.", "20,000", "population"),
    ("The province has 600,000 voters.", "600,000", "population"),
    ("The town has 8,000 residents.", "8,000", "population"),
    ("Some 100,000 Greeks worship there.", "100,000", "population"),
    ("Norvia bought 24 fighter jets.", "24", "equipment"),
    ("They delivered 100 ventilators.", "100", "equipment"),
    ("Soldiers found 10 grenades.", "10", "equipment"),
    ("The group has carried out 383 attacks.", "383", "attacks"),
    ("Two earthquakes shook the island.", "Two", "attacks"),
    ("The force fired 30 rockets at the port.", "30", "attacks"),
    ("The depot came under attack three times.", "three", "attacks"),
    ("Fire destroyed 40 houses.", "40", "infrastructure"),
    ("The plan would build 12 hospitals.", "12", "infrastructure"),
    ("The state spent $3 million on guns.", "$3 million", "money"),
    ("About 40 percent of soldiers deserted.", "40 percent", "share"),
    ("Turnout rose by 5 percentage points.", "5", "share"),
    ("The hole is 30 metres deep.", "30", "measure"),
    ("They won 39 states.", "39", "other"),
    ("The email had 1,200 pages.", "1,200", "other"),
    ("The party gained 14 seats.", "14", "other"),
    ("The deaths of as many as 1,700 miners shocked the town.", "1,700", "killed"),
    ("The arrest of 12 bankers followed.", "12", "captured"),
    ("The Norvians have 48 jet fighters.", "48", "equipment"),
    ("He leads a force of 500.", "500", "personnel"),
    ("The bug has killed 59 goatherds, out of 80 confirmed cases.", "80", "affected"),
    ("Pirates are holding 23 sailors.", "23", "captured"),
    # a part shares what happened to the whole
    ("The bomb wounded 29 people, five of them seriously.", "five", "wounded"),
    ("The ferry sank, drowning 31 passengers, among them six Norvians and two infants.", "two", "killed"),
    ("The blasts killed 200 people, including 12 Norvians.", "12", "killed"),
    ("Divers found 61 bodies, including those of 22 women.", "22", "killed"),
    ("Police arrested 40 rioters, two of whom later died.", "two", "killed"),
    ("The dead included nine women and four children.", "four", "killed"),
    ("Among the injured were two nurses.", "two", "wounded"),
    ("The team of 12 climbers, five of them women, set out.", "five", "population"),
    ("Some 135 men were injured, among whom 34 were in serious condition.", "34", "wounded"),
    # what a part is taken from doesn't share what happened to the part
    ("Half of the district's 40 mayors have fled.", "40", "population"),
    ("Some 60 of the 200 workers who fell ill have left.", "200", "affected"),
    ("A third of the city's 9 million people lack water.", "9 million", "population"),
    # further words and constructions
    ("Sales slid to 184,300 units.", "184,300", "other"),
    ("Three army units left the town.", "Three", "personnel"),
    ("The charity feeds 60,000 every day.", "60,000", "affected"),
    ("Two people are known to have died.", "Two", "killed"),
    ("The crash cost seven lives.", "seven", "killed"),
    ("The army admitted losing 74 soldiers.", "74", "killed"),
    ("The genocide of more than 500,000 villagers is under review.", "500,000", "killed"),
    ("The island alone buried 4,500 people.", "4,500", "killed"),
    ("Eleven men were buried when the heap collapsed.", "Eleven", "affected"),
    ("Two of the wounded died.", "Two", "killed"),
    ("Dead: 12", "12", "killed"),
    ("Nine reporters were hit by shrapnel.", "Nine", "wounded"),
    ("The state listed 1,500 of its nationals as missing.", "1,500", "missing"),
    ("Police charged 17 men. Eight of those are in custody.", "Eight", "captured"),
    ("They have held five debates.", "five", "other"),
    ("About 40 villagers were forced to flee.", "40", "displaced"),
    ("Rain drove 20,000 from their homes.", "20,000", "displaced"),
    ("The toll rose to 300, with 15,000 left homeless.", "15,000", "displaced"),
    ("Five million people lack clean water.", "Five million", "affected"),
    ("Our aid is reaching four million people.", "four million", "affected"),
    ("The party needs 67 delegates.", "67", "population"),
    ("The mill employs 12,000 people.", "12,000", "personnel"),
    ("The firm fired 30 workers.", "30", "personnel"),
    ("A march by 3,000 garment workers blocked the road.", "3,000", "population"),
    ("A poll of 2,000 voters was released.", "2,000", "population"),
    ("They sent 52,000 quilts.", "52,000", "equipment"),
    ("Some 95 projectiles have landed since May.", "95", "attacks"),
    ("She owns eight condominiums.", "eight", "infrastructure"),
    ("A town of 50,000 was cut off.", "50,000", "affected"),
    ("Her mother perished along with 10 others.", "10", "killed"),
    ("A turnout of 40 percent, eight points lower than before, was reported.", "eight", "share"),
    # who does it is not whom it befalls
    ("Two settlers killed a farmer.", "Two", "population"),
    ("Three gunmen wounded a judge.", "Three", "personnel"),
    # what happens reaches those who are told along with it
    ("At least 83 soldiers were injured along with 34 members of the militia.", "34", "wounded"),
    ("All passengers were killed, along with five people on the ground.", "five", "killed"),
]


@pytest.mark.parametrize(("text", "number", "metric"), CASES)
def test_metric(text: str, number: str, metric: str) -> None:
    assert about(text, number).metric == metric


def test_table_has_only_known_metrics() -> None:
    rows = tables.rows("metrics")
    assert {row["metric"] for row in rows} <= set(schema.METRICS)
    assert {row["part"] for row in rows} == {"noun", "verb", "adjective", "event"}
    assert all((row["role"] in {"object", "subject", "both"}) == (row["part"] == "verb") for row in rows)
