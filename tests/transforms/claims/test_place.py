"""Where. One line a case: text, number, place."""

from __future__ import annotations

import pytest

from tests.transforms.claims.reading import about

CASES = [
    ("More than 12,000 people have fled, according to the United Nations.", "12,000", None),
    ("The tax cut output by 5 percent, said economists at Halden University.", "5 percent", None),
    ("He holds a $3 million stake in Hallex.", "$3 million", None),
    ("She donated $5,000 to the Coles.", "$5,000", None),
    ("The camp lies 25 kilometres north-east of the town of Osk.", "25", "north-east of the town of Osk"),
    ("Nine people were treated in hospital.", "Nine", None),
    ("The flood covered an area of 40 square kilometres.", "40", None),
    ("Nine people were killed in Tarn on Monday.", "Nine", "Tarn"),
    ("Nine people were killed in the city of Tarn.", "Nine", "city of Tarn"),
    ("Some 60,000 guards stood near Mecca.", "60,000", "Mecca"),
    ("A storm swept into Velmar, killing 12.", "12", "Velmar"),
    ("Italy sent 3,000 troops to Lebanon.", "3,000", "Lebanon"),
    ("Two earthquakes struck the island of Velmar.", "Two", "island of Velmar"),
    ("About 30 miners died at the Halden mine in Poland.", "30", "Halden mine in Poland"),
    ("The camp lies 40 kilometres south of Kisangani.", "40", "south of Kisangani"),
    ("A bomb exploded in Baghdad, killing eight people.", "eight", "Baghdad"),
    ("Dozens of officers were posted on the streets.", "Dozens", "streets"),
    ("Three ships were hit off Yemen.", "Three", "Yemen"),
    ("Protesters burned 12 cars in Lyon, France.", "12", "Lyon, France"),
    ("Russia is at war. Some 900 soldiers died in the country.", "900", "Russia"),
    ("Soldiers arrested 12 men in the West Bank.", "12", "West Bank"),
    ("Authorities in Velmar reported 94 deaths.", "94", "Velmar"),
    # whom or what people reach, leave or flee
    ("Some 40 migrants reached Italy.", "40", "Italy"),
    ("Some 40 migrants reached the coast.", "40", "coast"),
    ("Some 40 farmers left Italy.", "40", "Italy"),
    ("Some 40 nurses fled Kenya.", "40", "Kenya"),
    ("Some 40 farmers crossed the river.", "40", "river"),
    ("Some 40 farmers reached a deal.", "40", None),
    ("Some 40 books reached Italy.", "40", None),
    # where somebody wins
    ("Harlow won 18 delegates in Ohio.", "18", "Ohio"),
    ("Harlow carried Ohio with 18 percent.", "18 percent", "Ohio"),
    ("Harlow likes Ohio with 18 percent.", "18 percent", None),
    # out of which they come
    ("Divers recovered 40 bodies from the lake.", "40", "lake"),
    ("The state evacuated 40 villagers from Tarn.", "40", "Tarn"),
    ("Thieves stole 40 bikes from Tarn.", "40", None),
    # where the thing itself stays
    ("Some 900 herders living in the valley were hurt.", "900", "valley"),
    ("Some 900 tons of grain sitting in silos near Tarn rotted.", "900", "Tarn"),
    ("Some 900 tons of grain that was praised near Tarn rotted.", "900", None),
    # there
    ("A storm struck in Velmar on Friday, and two boats sank there.", "two", "Velmar"),
    ("The nurses slept in Velmar. Two fires were seen there.", "Two", "Velmar"),
    ("The nurses slept in Velmar. Two fires were seen elsewhere.", "Two", None),
    ("The nurses slept in Velmar. There were two fires.", "two", None),
    # by its name, or not at all
    ("Italy is poor. A bus crash in the country killed 40 people.", "40", "Italy"),
    ("He keeps 30 sheep in coal country.", "30", None),
    ("The army keeps 40 men in the area.", "40", "area"),
    ("They farm an area of 40 hectares.", "40", None),
    ("A bus crash in Tarn, Ohio, killed 40 people.", "40", "Tarn, Ohio"),
    ("Moscow sent 12 tanks to the coast.", "12", "coast"),
    # past a semicolon stands another matter
    ("Some 30 vans were stolen; a fire burned in Tarn.", "30", None),
    ("Two yards were shut; a fire burned 30 vans in Tarn.", "30", "Tarn"),
    # firms and persons are no places
    ("He holds 30 shares in Lund Steel Ltd.", "30", None),
    ("The two planes on Mr. Novak's list were sold.", "two", None),
    # no place
    ("He spent 27 years in jail.", "27", None),
    ("Nine people were killed on Monday.", "Nine", None),
    ("Nine people were killed in March.", "Nine", None),
    ("Speaking in Brussels, the minister said 600 soldiers had died.", "600", None),
    ("The firm spent $3 million in working capital.", "$3 million", None),
    ("Nine people died in the attack.", "Nine", None),
    ("In Parliament 40 members voted against it.", "40", None),
    ("Inflation rose 2 percent.", "2 percent", None),
    # each number of a list with its own place
    ("The toll rose to at least 1,035 in Turkey and about 19 in Greece.", "1,035", "Turkey"),
    ("The toll rose to at least 1,035 in Turkey and about 19 in Greece.", "19", "Greece"),
    ("There were 2,741 cases in China and 37 cases in other countries.", "37", "other countries"),
    ("The fever killed 813 in China and infected 35,000 worldwide.", "35,000", "worldwide"),
    ("It bought ads in Ohio (around $240,000), Utah (around $700,000) and Texas.", "$700,000", "Utah"),
    ("Some 40 villages in Utah and Ohio were flooded.", "40", "Utah and Ohio"),
    ("Some 40 villages in Utah and three in Ohio were flooded.", "40", "Utah"),
    # the place as what holds, what was struck or passed, and where an event was
    ("Pictures suggest Aleppo contains 35,000 ruined houses.", "35,000", "Aleppo"),
    ("Kenya has 300 cases of fever.", "300", "Kenya"),
    ("Kenya has 300 tanks.", "300", None),
    ("Floods swept through the northern province of Takhar, leaving 40 dead.", "40", "northern province of Takhar"),
    ("The bus went through a barrier, leaving 40 hurt.", "40", None),
    ("More than 4,000 people attended a concert, which took place in Lyon.", "4,000", "Lyon"),
    ("They had travelled 700 miles from Ohio.", "700", "Ohio"),
    # what was fired at
    ("Five people were killed in a strike on Lebanon.", "Five", "Lebanon"),
    ("A storm made landfall on the northern Philippines, killing at least 20 people.", "20", "northern Philippines"),
    ("Nearly 900 Swedes were among the thousands of foreigners trapped in Iraq.", "900", "Iraq"),
    ("The outlook darkened for about 900 Swedes caught in Iraq.", "900", "Iraq"),
    ("Some 40 people caught in the act were fined.", "40", None),
    ("The shelling of Gaza killed 40 people.", "40", "Gaza"),
    ("An attack on Hallex cost 40 jobs.", "40", None),
    ("An attack on the minister wounded two guards.", "two", None),
    ("She was held for twelve years aboard the cruise ship Marina.", "twelve", "cruise ship Marina"),
    ("The rallies drew 40,000 in cities across Germany.", "40,000", "cities across Germany"),
    ("Hallex shrank to $12 billion in the market.", "$12 billion", None),
    ("It takes $601 million from a fund within the U.S. Treasury Department.", "$601 million", None),
]


@pytest.mark.parametrize(("text", "number", "place"), CASES)
def test_place(text: str, number: str, place: str | None) -> None:
    assert about(text, number).place == place
