"""Whose figure it is. One line a case: text, number, subject."""

from __future__ import annotations

import pytest

from tests.transforms.claims.reading import about
from transforms.language import countries

CASES = [
    # won with a share; two in one figure; a lead of two
    ("Cole, a senator, won the primary with 27.3 percent of the vote.", "27.3", "Cole"),
    ("Cole carried Ohio with 18 percent.", "18 percent", "Cole"),
    ("Mara Cole holds a 51%-38% lead over Tim Brandt.", "51", "Mara Cole"),
    ("Mara Cole holds a 51%-38% lead over Tim Brandt.", "38", "Tim Brandt"),
    ("In July Cole beat Brandt 58%-31%.", "58", "Cole"),
    ("In July Cole beat Brandt 58%-31%.", "31", "Brandt"),
    ("The poll found Mrs. Cole with a lead of 48 percent to 41 percent over Mr. Brandt.", "48", "Cole"),
    ("The poll found Mrs. Cole with a lead of 48 percent to 41 percent over Mr. Brandt.", "41", "Brandt"),
    ("Brandt trailed ex-mayor Mara Cole in the duel, 52.6 to 40.2 percent.", "52.6", "Mara Cole"),
    ("Brandt trailed ex-mayor Mara Cole in the duel, 52.6 to 40.2 percent.", "40.2", "Brandt"),
    ("The survey finds Cole with only a small lead over Brandt, 46 percent to 44 percent.", "46", "Cole"),
    ("The survey finds Cole with only a small lead over Brandt, 46 percent to 44 percent.", "44", "Brandt"),
    ("Brandt leads among the young, while Cole leads, 59 percent to 28 percent, among the old.", "59", "Cole"),
    ("Cole now has 1,412 delegates to Lewis’ 907.", "907", "Lewis"),
    ("Some 45 percent of voters said they would vote for Mara Cole.", "45", "Mara Cole"),
    ("Eddie Lam was elected with 71,306 votes.", "71,306", "Eddie Lam"),
    ("Cole was named by 7 percent of voters.", "7 percent", "Cole"),
    ("Cole was far ahead. It takes 1,990 delegates to win the nomination.", "1,990", None),
    ("Cole was far ahead. In Ohio 310 delegates are at stake.", "310", None),
    ("Cole has won, according to three networks.", "three", None),
    ("Some 12,000 protesters in Norway sang.", "12,000", None),
    ("Some 12,000 pensioners in Norway sang.", "12,000", "Norway"),
    ("The Osk Science Academy has 300 mostly Swedish students.", "300", "Osk Science Academy"),
    ("Kestrel Foods climbed $2.", "$2", "Kestrel Foods"),
    ("Cole holds a 12-point lead over Brandt among women, 53 percent to 41 percent.", "41", "Brandt"),
    ("Support for Cole has slipped to 36 percent from 42 percent, while backing for Brandt rose to 40 percent.", "36", "Cole"),
    ("Support for Cole has slipped to 36 percent from 42 percent, while backing for Brandt rose to 40 percent.", "42", "Cole"),
    ("Support for Cole has slipped to 36 percent from 42 percent, while backing for Brandt rose to 40 percent.", "40", "Brandt"),
    ("The group, Forward Osk, has spent $19 million.", "$19 million", "Forward Osk"),
    ("Revenue is up at two shops: Lund Steel by 29 percent; Resorts by 17 percent.", "29", "Lund Steel"),
    ("Revenue is up at two shops: Lund Steel by 29 percent; Resorts by 17 percent.", "17", "Resorts"),
    ("Revenue fell by 17 percent at Royal Palms.", "17", "Royal Palms"),
    ("Among Brandt voters, 74 percent said they were sure.", "74", "Brandt"),
    ("Among voters over 40, 74 percent said they were sure.", "74", None),
    ("The result helps Ohio Gov. Mara Cole, who is in third place with 24 percent.", "24", "Mara Cole"),
    ("Cole has $1.3 million, compared to Brandt's paltry $46,000.", "$46,000", "Brandt"),
    ("Tim Brandt ran against Mara Hunt. He won with 58,240 votes.", "58,240", "Tim Brandt"),
    ("In Norway debt is a burden. Some borrowers have $1.3 million in debt.", "$1.3 million", None),
    ("In Norway it stormed. Its winds may reach 75 mph.", "75", None),
    ("Alzheimer's deaths increased 71 percent.", "71", None),
    ("He arranged for 3,000 of the Blue Guard.", "3,000", "Blue Guard"),
    ("The states of the 40-member Arctic Union signed.", "40", "Arctic Union"),
    ("The 500-seat Upper Chamber voted.", "500", "Upper Chamber"),
    ("Cole lags Brandt in Iowa, where turnout went from 15 percent to 20 percent.", "20", "Iowa"),
    ("In an October poll Mara Cole led. She led Brandt 56 percent to 32 percent.", "32", "Brandt"),
    ("A survey found that 60 percent of teens prefer Orvik.", "60", None),
    ("About 40,000 tourists from Norway came.", "40,000", "Norway"),
    ("Fifteen Muslims were killed.", "Fifteen", None),
    ("Three Republicans are undecided.", "Three", "Republicans"),
    ("Some 112 are still undecided.", "112", None),
    ("The ruling party leads with 61 percent.", "61", "ruling party"),
    ("The Greens lead, followed by the opposition bloc with 14 percent.", "14", "opposition bloc"),
    ("The Liberals gained 13 seats and the Greens lost 10.", "10", "Greens"),
    # people who go by their side's name
    ("Three Houthis died.", "Three", "Houthis"),
    # a market, an index, an opening word are no owners
    ("Light crude settled at $71 a barrel on the Oslo Mercantile Exchange.", "$71", None),
    ("The Producer Price Index rose 3 percent.", "3 percent", None),
    ("Both earned nine delegates.", "nine", None),
    ("Norwegian troops met the raiders. Four navy divers were killed.", "Four", "Norway"),
    ("Norwegian troops met Swedish soldiers. Four navy divers were killed.", "Four", "navy"),
    # results beside the name of who has them
    ("Polls give 46 percent to Mara Cole and 41 percent for Tim Brandt.", "41", "Tim Brandt"),
    ("A poll showed a lead for Cole with 46 percent to Brandt's 41 percent.", "46", "Cole"),
    ("A poll showed a lead for Cole with 46 percent to Brandt's 41 percent.", "41", "Brandt"),
    ("Cole came next at 14 percent.", "14", "Cole"),
    ("Brandt drew the support of 41 percent of the Republican voters surveyed.", "41", "Brandt"),
    ("Six nominees were Cole's, to the Reform Party's four.", "four", "Reform Party"),
    ("A survey put Cal Rudd on top with 36 percent, to 21 for Neil Ortega.", "36", "Cal Rudd"),
    ("A survey put Cal Rudd on top with 36 percent, to 21 for Neil Ortega.", "21", "Neil Ortega"),
    ("THE TOTAL.\n\nCole: 2,316.\n\nHadley: 1,547.", "2,316", "Cole"),
    ("Hadley needs 836 delegates to win.", "836", "Hadley"),
    ("The poll of 900 voters has a margin of error of plus or minus 3 percentage points.", "3", None),
    ("Labour won 58 of the 121 seats in parliament.", "121", None),
    ("With 80 percent of precincts reporting, Falk had 1,204 votes.", "80", None),
    ("Senator Jan Weil has raised $6.2 million, Governor Ida Falk $4.1 million.", "$4.1 million", "Ida Falk"),
    ("Stern has 51 delegates to Falk's 38, with 112 still undecided.", "38", "Falk"),
    ("Stern has 51 delegates to Falk's 38, with 112 still undecided.", "112", None),
    ("Norland's army said its forces had lost 14 tanks.", "14", "Norland"),
    # companies, and what only sounds like an owner
    ("Pollard Corp. reported a loss of $35.2 million.", "$35.2 million", "Pollard Corp."),
    ("The mill said the Kenya quake would lead to charges of $4 million.", "$4 million", None),
    ("First of America bought nine branches.", "nine", None),
    ("The Democratic National Committee paid for a third of its new hall.", "a third", "Democratic National Committee"),
    ("Brandt spoke after Hallex Foods announced it was laying off 600 workers.", "600", "Hallex Foods"),
    ("Hallex Motor Co. lost money. The company plans to cut 2,400 jobs.", "2,400", "Hallex Motor Co."),
    ('"We have reached barely 30 villages," coordinator Yusuf Hadar said.', "30", None),
    ("In a New York Times poll, 19 percent knew the name.", "19", None),
    ("The tax rose to 30 Canadian dollars a ton.", "30", None),
    ("Norland welcomes the release of 41 prisoners.", "41", None),
    ("Turnout was 61 percent.", "61", None),
    # the noun phrase's own words
    ("More than 600 Russian soldiers were killed.", "600", "Russia"),
    ("Some 3,000 North Korean troops arrived in Tarn.", "3,000", "North Korea"),
    ("Two U.S. helicopters crashed.", "Two", "United States"),
    ("Three British sailors drowned.", "Three", "Britain"),
    ("Two Palestinians were killed.", "Two", "Palestinians"),
    ("Some 5 million South Africans are infected.", "5 million", "South Africa"),
    ("Nine Hezbollah fighters were killed.", "Nine", "Hezbollah"),
    ("Some 1.5 million Ohio voters went to the polls.", "1.5 million", "Ohio"),
    ("The attack killed 34 members of the Tarn Liberation Army.", "34", "Tarn Liberation Army"),
    ("Kyiv's forces lost 40 tanks and Russia's 12 ships were sunk.", "12", "Russia"),
    ("France's 17-day strike ended.", "17", "France"),
    ("Germany's economy grew by 2 percent.", "2 percent", "Germany"),
    ("China said that 600 of its soldiers had returned.", "600", "China"),
    ("Israeli-backed militias released 12 prisoners.", "12", None),
    ("About 1.7 million people in Kenya were tested.", "1.7 million", "Kenya"),
    # who acts
    ("Italy sent 3,000 troops to the island.", "3,000", "Italy"),
    ("The Interior Ministry deployed 900 police.", "900", "Interior Ministry"),
    ("Hezbollah has launched 383 attacks on the strip.", "383", "Hezbollah"),
    ("South Korea evacuated about 80 people.", "80", "South Korea"),
    ("China Energy owns 80 percent of the mill.", "80 percent", "China Energy"),
    ("Jane Tarrow won 39 states.", "39", "Jane Tarrow"),
    ("The United States has provided $361 million in aid.", "$361 million", "United States"),
    ("The Israelis suffered 39 deaths.", "39", "Israel"),
    ("Wisconsin awards 18 delegates to the winner.", "18", "Wisconsin"),
    ("Nigeria has recorded 1,182 cases.", "1,182", "Nigeria"),
    ("The agency reported 40 deaths.", "40", None),
    ("Jane Tarrow studied in Tarn. She sold the car for the $8,000 in fees that she owed.", "$8,000", "Jane Tarrow"),
    # pointing back
    ("Poland is a member. The country spent $40 million on roads.", "$40 million", "Poland"),
    ("Some 900 Chilean miners went on strike; 40 of them were fired.", "40", "Chile"),
    ("Two Irish nurses were killed and three others wounded.", "three", "Ireland"),
    # possessors
    ("Kestrel Foods's 900 bakers want a rise.", "900", "Kestrel Foods"),
    ("The mayor met Lund Steel's 900 workers.", "900", "Lund Steel"),
    ("The 900 bakers want a rise.", "900", None),
    ("Norway's navy has 12 frigates.", "12", "Norway"),
    ("The Norwegian navy has 12 frigates.", "12", "Norway"),
    ("The navy has 12 frigates.", "12", None),
    ("Kestrel Foods said its 20 trains stopped.", "20", "Kestrel Foods"),
    ("Lund Steel will cut 400 of its 9,000 posts.", "400", "Lund Steel"),
    ("Lund Steel will cut 400 of its 9,000 posts.", "9,000", "Lund Steel"),
    ("The Democratic Alliance and its 12 members left.", "12", "Democratic Alliance"),
    ("Ellen Harlow and her campaign have 500 vans.", "500", "Ellen Harlow"),
    ("Chile, whose forests yield 3 million tons of wood, is long.", "3 million", "Chile"),
    # members, services and parliaments
    ("The fire killed 14 members of the Harbour Guild.", "14", "Harbour Guild"),
    ("The fire killed 14 owners of the Harbour Guild.", "14", None),
    ("The storm sank two army boats.", "two", "army"),
    ("The storm sank two fishing boats.", "two", None),
    ("Two LTTE boats sank. Some 12 LTTE boats fled.", "12", "LTTE"),
    ("The 150-seat lower house of the Kenyan parliament met.", "150", "Kenya"),
    ("The 150-seat hall of the school opened.", "150", None),
    ("Some 900 nurses, including 74 from Chile, arrived.", "74", "Chile"),
    ("Some 900 nurses, including 74 from the hills, arrived.", "74", None),
    ("There are 20 million users for Kestrel.", "20 million", "Kestrel"),
    # who acts
    ("Moscow sent 12 tanks to the coast.", "12", "Russia"),
    ("Berlin sold 12 tanks to Kenya.", "12", "Germany"),
    ("Berlin has 12 bridges.", "12", "Berlin"),
    ("A baker bought 12 tanks in Berlin.", "12", None),
    ("Kenya's plan to hire 300 nurses was dropped.", "300", "Kenya"),
    ("The minister's plan to hire 300 nurses was dropped.", "300", None),
    ("Kenya hired 600 nurses.", "600", "Kenya"),
    ("Kenya mourned 600 nurses.", "600", None),
    ("Kenya recorded 44 deaths.", "44", "Kenya"),
    ("The clinic recorded 44 deaths.", "44", None),
    ("Chile has suffered 59 deaths and 300 infections.", "300", "Chile"),
    ("Bakers have suffered 59 deaths.", "59", None),
    ("Kenya has 600,000 men in Italy.", "600,000", "Kenya"),
    ("There are 600,000 men in Italy.", "600,000", "Italy"),
    ("Kenya said it had shot 40 wolves.", "40", "Kenya"),
    ("Kenya and its army have 500 tanks.", "500", "Kenya"),
    ("Harlow told Kenya's envoy that 3 boats sank.", "3", None),
    # relative clauses
    ("Kestrel Foods, which owns 80 percent of the mill, is old.", "80 percent", "Kestrel Foods"),
    ("The bridge, which takes 80 percent of the lorries, is old.", "80 percent", None),
    ("The mill that Lund Steel bought employs 40 welders.", "40", None),
    ("The bank sold the $85,000 in loans that Ellen Harlow needed.", "$85,000", "Ellen Harlow"),
    ("A baker in Ohio, who gave 40 loaves, left.", "40", None),
    # who gives, who pays
    ("A grant of $2 million from the Government of Kenya was spent.", "$2 million", "Kenya"),
    ("A grant of $2 million from bakers was spent.", "$2 million", None),
    ("The strike could cost Kenya $1 billion.", "$1 billion", "Kenya"),
    ("The strike could cost bakers $1 billion.", "$1 billion", None),
    # whose the same thing was before
    ("Kenya's herds are worth $4 billion. The herds brought $3 billion in May.", "$3 billion", "Kenya"),
    ("Ellen Harlow earned $2 million. The book brought $4 million.", "$4 million", "Ellen Harlow"),
    ("A dog earned $2 million. The book brought $4 million.", "$4 million", None),
    # what only the country of the article has
    ("Kenya is in trouble, and Kenya knows it. Unemployment fell to 12 percent.", "12 percent", "Kenya"),
    ("Kenya is in trouble, and Kenya knows it. Ticket prices fell to 12 dollars.", "12 dollars", None),
    ("Kenya is in trouble, and Kenya knows it. Some 40 troops were hurt.", "40", "Kenya"),
    ("Kenya is in trouble, and Kenya knows it. Some 40 cooks were hurt.", "40", None),
    ("Kenya is poor. The new government has hired 40 doctors.", "40", "Kenya"),
    ("Kenya is poor. The local government has hired 40 doctors.", "40", None),
    ("Italy is old. It is a country of 62 million people.", "62 million", "Italy"),
    ("Norway was cut off. Half the country was without power.", "Half", "Norway"),
    ("Norway was cut off. Half the sheep died.", "Half", None),
    # he and she
    ("Ellen Harlow was ill. She sold 500 paintings.", "500", "Ellen Harlow"),
    ("Ellen Harlow met Peter Novak. He sold 500 paintings.", "500", "Peter Novak"),
    ("In May she sold 500 paintings.", "500", None),
    # names of firms that have a country's or an American state's in them
    ("US Steel bought 30 vans.", "30", "US Steel"),
    ("The US bought 30 vans.", "30", "United States"),
    ("First of Ohio bought 30 vans.", "30", None),
    ("The Kenya Red Cross has 200 tents.", "200", "Kenya Red Cross"),
    ("Kenyan doctors have 200 tents.", "200", "Kenya"),
    ("Some 10 Canadian geese fled.", "10", "Canada"),
    # Britain as the article writes it
    ("The U.K. sent 30 planes.", "30", "UK"),
    ("British troops came. Britain sent 30 vans.", "30", "Britain"),
    ("British planes came. The United Kingdom sent 30 planes.", "30", "United Kingdom"),
    # nobody in particular
    ("Nine people were killed.", "Nine", None),
    ("A bomb killed 12 people and wounded 30.", "30", None),
    ("Police said that 14 houses had burned down.", "14", None),
    ("Soldiers found four AK-47 rifles.", "four", None),
    ("Doctors counted 30 HIV cases.", "30", None),
]


@pytest.mark.parametrize(("text", "number", "subject"), CASES)
def test_subject(text: str, number: str, subject: str | None) -> None:
    assert about(text, number).subject == subject


def test_we_of_a_government_page() -> None:
    text = "We delivered 14 tents to the coast."
    assert about(text, "14", publisher="U.S. Department of Works").subject == "United States"


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("Dutch", "Netherlands"),
        ("Finns", "Finland"),
        ("Burmese", "Myanmar"),
        ("Kurdish", "Kurds"),
        ("EU", "European Union"),
        ("dutch", None),
        ("Tuesday", None),
    ],
)
def test_nation(form: str, name: str | None) -> None:
    assert countries.nation(form) == name


@pytest.mark.parametrize(("form", "name"), [("UK", "United Kingdom"), ("Côte d'Ivoire", "Ivory Coast"), ("Bavaria", "Bavaria"), ("Tarn", None)])
def test_territory(form: str, name: str | None) -> None:
    assert countries.territory(form) in {name, form if name else None}
