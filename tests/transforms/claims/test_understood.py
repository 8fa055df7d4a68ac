"""Things that the sentence leaves to be understood: levels, people by what befell them, shared nouns, sums and shares.

One line a case: text, number, unit, counted, metric.
"""

from __future__ import annotations

import pytest

from tests.transforms.claims.reading import about

LEVELS = [
    # levels of an index, words that describe, and nouns that end like a person's
    ("The index gained 0.7 percent to 6,327.80.", "6,327.80", "point", "index", "other"),
    ("The S&P 500 fell 1% to close at 3,005.47.", "3,005.47", "point", "S&P", "other"),
    ("Mechanics repaired dozens of Kelm and Dorn lorries.", "dozens", "lorry", "Kelm and Dorn lorries", "equipment"),
    ("The firm delivered 63,150 cars, short of estimates of 64,900.", "64,900", "car", "cars", "equipment"),
    ("Horsepower jumped from 240 to 273.", "273", "horsepower", "Horsepower", "other"),
    ("She wrote a 12 page letter.", "12", "page", "pages", "other"),
    ("The 11 member trade agreement ended.", "11", "member", "members", "population"),
    ("The 40 army personnel left.", "40", "personnel", "army personnel", "personnel"),
    ("The 40 bus drivers went home.", "40", "driver", "bus drivers", "population"),
    ("They managed to bring down the false positive rate to 2 percent.", "2 percent", "%", "false positive rate", "share"),
    ("The slide moved 12 boulders.", "12", "boulder", "boulders", "other"),
    ("They sold 300 newspapers.", "300", "newspaper", "newspapers", "other"),
    ("Police held 12 bandits and four captains.", "12", "bandit", "bandits", "captured"),
    # so much in some place is not a share of the place
    ("Turnout was 63 percent in the capital.", "63 percent", "%", "Turnout", "share"),
    ("Inflation stood at 7 percent in the country's north.", "7 percent", "%", "Inflation", "share"),
    ("Support for the plan was 44 percent in the capital.", "44 percent", "%", "Support for the plan", "share"),
    ("The jobless rate was 5.1 percent in the eastern provinces.", "5.1 percent", "%", "jobless rate", "share"),
    ("Wages increased by 4 percent in the public sector.", "4 percent", "%", "Wages", "share"),
    ("The drug cut deaths by 30 percent in trials.", "30 percent", "%", "deaths", "share"),
    ("Bad loans made up 12 percent of the total.", "12 percent", "%", "Bad loans", "share"),
    ("The company holds 12 percent in a rival bank.", "12 percent", "%", "rival bank", "share"),
    ("The firm has a stake of 30 percent in the mill.", "30 percent", "%", "mill", "share"),
    ("There was a 5 percent rise in car sales.", "5 percent", "%", "car sales", "share"),
    ("Harlow won 24 percent in Ohio.", "24 percent", "%", "vote", "share"),
    ("The Greens won 40 percent in the capital.", "40 percent", "%", "vote", "share"),
    ("Temperatures reached 41 degrees in the north.", "41", "°", "Temperatures", "measure"),
    # a list goes on with the rate
    ("Infection rates were 12% for cattle kept indoors, 19% for sheep and 33% for goats.", "19%", "%", "Infection rates", "share"),
    ("Infection rates were 12% for cattle kept indoors, 19% for sheep and 33% for goats.", "33%", "%", "Infection rates", "share"),
    ("Survival rates were 61% for patients given the old drug, 70% for the new one.", "70%", "%", "Survival rates", "share"),
    ("About 40 percent of men smoke, compared to 12 percent of women.", "12 percent", "%", "women", "share"),
    # rates and ratios
    ("The lender raised its rate by half a point to 4.5 percent.", "4.5 percent", "%", "rate", "share"),
    ("The employment-population ratio was 60.0 percent.", "60.0 percent", "%", "employment-population ratio", "share"),
    # jobs, people and copies
    ("Employment rose by 228,000 in March.", "228,000", "job", "Employment", "other"),
    ("Total farm employment fell by 12,000 to 310,000.", "310,000", "job", "Total farm employment", "other"),
    ("Payrolls grew by 41,000 in May.", "41,000", "job", "Payrolls", "other"),
    ("Unemployment rose by 14,000 to 2.1 million.", "2.1 million", "person", "Unemployment", "population"),
    ("The change in total employment for May was revised up from +12,000 to +19,000.", "19,000", "job", "total employment", "other"),
    ("Circulation dropped by 20,000 to 310,000.", "310,000", "copy", "Circulation", "other"),
    ("The number of long-term unemployed fell by 31,000 to 1.4 million.", "1.4 million", "person", "people", "population"),
    ("The number of unemployed graduates rose to 31,000.", "31,000", "graduate", "unemployed graduates", "population"),
    ("Payrolls rose. Construction added 15,000, and retail trade shed 8,000.", "8,000", "job", "jobs", "other"),
    ("Norvian troops fought on. The army lost 12,000 in May.", "12,000", None, None, "other"),
    ("Housing starts were at an annual rate of 1,353,000.", "1,353,000", "start", "Housing starts", "other"),
    ("The latest arrest brought to nine the number of people in custody.", "nine", "person", "people", "captured"),
    ("That brings to 1,200 the total of soldiers killed.", "1,200", "soldier", "soldiers", "killed"),
    # forecast, and what it is compared with
    ("The economy added 358,000 jobs last month, far above the 235,000 forecast by economists.", "235,000", "job", "jobs", "other"),
    ("Sales reached 12,000 cars, short of the 15,000 expected by analysts.", "15,000", "car", "cars", "equipment"),
    ("The slide raised the death toll of the storm from five people to 6.", "6", "person", "people", "killed"),
    # indices
    ("Stocks rose, pushing the index up 72.24 points, to 8,189.49.", "8,189.49", "point", "index", "other"),
    ("Cole's lead has shrunk to 3 points from 9.", "9", "point", "Cole's lead", "other"),
    # magnitudes
    ("The magnitude of the quake was 6.6.", "6.6", "magnitude", "quake", "measure"),
    ("The magnitude was first given as 7.1.", "7.1", "magnitude", "magnitude", "measure"),
    ("The agency revised the magnitude to 6.2 from 6.4.", "6.4", "magnitude", "magnitude", "measure"),
    ("The quake registered 6.1 and was followed by 40 aftershocks.", "6.1", "magnitude", "quake", "measure"),
    ("The magnitude of the quake shook 3 villages.", "3", "village", "villages", "infrastructure"),
    # areas searched
    ("A search involving four planes covering 160 square miles (415 km2) found nothing.", "415", "km²", "search area", "measure"),
    ("Crews with two boats searched 40 square kilometres.", "40", "km²", "search area", "measure"),
    ("The park covers 40 square kilometres.", "40", "km²", "park", "measure"),
    ("The search covers 40,000 square km of sea.", "40,000", "km²", "sea", "measure"),
    # the time that something took
    ("It took five hours to put out the blaze.", "five", "hour", "blaze", "measure"),
    ("It took about five hours to gain control of the fire.", "five", "hour", "control of the fire", "measure"),
]

PEOPLE = [
    # words of harm after another harm's noun count people
    ("The quake caused 12 deaths and 80 injuries, with five seriously injured.", "five", "person", "people", "wounded"),
    ("Crashes led to 7 deaths and 90 injuries. In addition, 33 were hospitalised.", "33", "person", "people", "affected"),
    ("The clash left 9 fatalities and 20 wounded.", "20", "person", "people", "wounded"),
    ("There were 15 crashes last month. Eleven died.", "Eleven", "person", "people", "killed"),
    ("The prefect put the number of arrests at 34, of whom 19 remained in custody.", "19", "arrest", "arrests", "captured"),
    ("Two tourists died in May. The virus has killed at least 813.", "813", "person", "people", "killed"),
    ("Two tourists died in May, and 12 were infected.", "12", "tourist", "tourists", "affected"),
    ("Rescuers pulled 14 from the rubble.", "14", "person", "people", "affected"),
    ("Thieves pulled 14 from the shelves.", "14", None, None, "other"),
    # the happening's noun before "of"
    (
        "The raid led to the deaths of hundreds of Norvian and coalition soldiers and the wounding of thousands more.",
        "thousands",
        "soldier",
        "Norvian and coalition soldiers",
        "wounded",
    ),
    (
        "The raid led to the deaths of hundreds of Norvian and coalition soldiers and the wounding of thousands more.",
        "hundreds",
        "soldier",
        "Norvian and coalition soldiers",
        "killed",
    ),
    ("The arrest of 12 was announced.", "12", "person", "people", "captured"),
    ("Twelve of the deceased were children.", "Twelve", "person", "deceased", "killed"),
    # the participle behind a list is of all in it
    ("The office reported 150 security officers, 95 civilians, and hundreds of rebels killed.", "150", "officer", "security officers", "killed"),
    ("The office reported 150 security officers, 95 civilians, and hundreds of rebels killed.", "95", "civilian", "civilians", "killed"),
    ("Norvia has 40 miners, 12 clerks and nine nurses, the union said.", "40", "miner", "miners", "population"),
    # told with those who came to harm
    ("The crash killed five children in a church bus and two lorry drivers.", "two", "driver", "lorry drivers", "killed"),
    ("The blast wounded 12 soldiers at a base and four cooks.", "four", "cook", "cooks", "wounded"),
    ("The confirmed deaths are fourteen civilians, five guards and one nurse.", "five", "guard", "guards", "killed"),
    ("The members are 12 farmers and 4 nurses.", "12", "farmer", "farmers", "population"),
    ("At least five clerks died in the attack; around twenty more, including the mayor, were injured.", "twenty", "clerk", "clerks", "wounded"),
    ("At least seven died. At least 45 were aboard.", "45", "person", "people", "population"),
    # verbs of people that the tagger takes for nouns
    ("Millions dwell in tents along the river.", "Millions", "person", "people", "population"),
    ("Hundreds queue for bread in Tarn.", "Hundreds", "person", "people", "population"),
    ("About 900 work at the plant.", "900", "person", "people", "population"),
    ("Some 300 live in the valley.", "300", "person", "people", "population"),
    # so many strong
    ("Villagers turned out more than 3,000 strong to vote.", "3,000", "person", "Villagers", "population"),
    ("The 300 strong force left.", "300", "person", "force", "personnel"),
    ("Nearly 300,000 signed the petition.", "300,000", "person", "people", "population"),
]

NOUNS = [
    # votes on either side, people on board, the same in other words, a goal
    ("Flight 302 crashed with 157 on board.", "157", "person", "people", "population"),
    ("In a 5-4 decision, the court threw out the law.", "5", "vote", "votes", "other"),
    ("In a 5-4 decision, the court threw out the law.", "4", "vote", "votes", "other"),
    ("A panel of three judges ruled 2-1 for the firm.", "2", "vote", "votes", "other"),
    ("The rules cover 10 to 12 firms.", "10 to 12", "firm", "firms", "other"),
    ("The act passed with 312 in favour, 41 against and 12 abstaining.", "312", "vote", "votes", "other"),
    ("The act passed with 312 in favour, 41 against and 12 abstaining.", "41", "vote", "votes", "other"),
    ("The act passed with 312 in favour, 41 against and 12 abstaining.", "12", "vote", "votes", "other"),
    ("According to the survey, two in five households lack running water.", "two in five", "%", "households", "share"),
    ("The bank lost 12 percent of its customers, or 30,000.", "30,000", "customer", "customers", "population"),
    ("The ministry spent 40% of its budget, or 300 million lev, on roads.", "300 million", "BGN", "budget", "money"),
    ("The province built 400,000 affordable flats, exceeding its goal of 350,000.", "350,000", "flat", "affordable flats", "infrastructure"),
    ("Police detained 47 people; at least 12 officers were injured, two of them by gunfire.", "two", "officer", "officers", "wounded"),
    ("The bill has 61 co-sponsors.", "61", "co-sponsor", "co-sponsors", "population"),
    ("The railway cut the trip from six hours to two.", "two", "hour", "trip", "measure"),
    ("Per capita income of farmers rose to 9,000 yuan.", "9,000 yuan", "CNY", "Per capita income of farmers", "money"),
    ("Cole has $9 million on hand.", "$9 million", "USD", "cash on hand", "money"),
    # the noun stops before a clause of its own
    ("The Reform Party gained 13 seats and National Unity lost 10.", "13", "seat", "seats", "other"),
    (
        "Fewer came as tens of thousands of police and security forces fanned out.",
        "tens of thousands",
        "police",
        "police and security forces",
        "personnel",
    ),
    # past further numbers
    ("The ruling party won 17 out of 18 of the city's wards.", "17", "ward", "city's wards", "infrastructure"),
    ("The bank shut 12 of its nearly 300 branches.", "12", "branch", "branches", "infrastructure"),
    ("The garage has over 3,000 spaces; more than half of those were filled.", "half", "%", "spaces", "share"),
    # seats behind the names that won them
    ("The Centre took 90, the Left 41 and the Greens 12 seats.", "90", "seat", "seats", "other"),
    ("The Centre took 90, the Left 41 and the Greens 12 seats.", "41", "seat", "seats", "other"),
    ("Of the 120 seats, the Union won 61 and the Front 44.", "44", "seat", "seats", "other"),
    # nouns shared, and nouns with a lost hyphen
    ("Norvia won three gold and two silver medals.", "three", "medal", "gold medals", "other"),
    ("Twelve army and four navy officers were held.", "Twelve", "officer", "army officers", "captured"),
    ("The yard built 3 aircraft and 4 patrol boats.", "3", "aircraft", "aircraft", "equipment"),
    ("Five crew and 90 airline passengers were aboard.", "Five", "crew", "crew", "personnel"),
    ("To date, 53 measles related deaths have been recorded.", "53", "death", "measles related deaths", "killed"),
    ("Police logged 40 drugs related offences.", "40", "offence", "drugs related offences", "other"),
    # peoples
    ("More than 500,000 minority Tutsis were killed.", "500,000", "tutsi", "minority Tutsis", "killed"),
    ("Some 12 Hutus, 9 Iraqis and 30 Sikhs were held.", "9", "iraqi", "Iraqis", "captured"),
    # some of the plural that the sentence is about
    ("Bids were solicited via the internet with nine received.", "nine", "bid", "Bids", "other"),
]

MONEY = [
    # a bare number is money where only sums are told of
    ("The mill reported a 24 million pound loss and an 80 million turnover.", "80 million", "GBP", "turnover", "money"),
    ("The mill made a 24 million euros profit after a 17 million loss the year before.", "17 million", "EUR", "loss", "money"),
    ("The club paid 12 million euros for the striker and 9 million for the keeper.", "9 million", "EUR", "keeper", "money"),
    ("The fund, worth 2 billion euros, lost 300 million in May.", "300 million", "EUR", "fund", "money"),
    ("The firm, worth 2 billion euros, lost 3 million customers.", "3 million", "customer", "customers", "population"),
    ("The firm expects sales of 300 million euros this year, 20 million more than last year.", "20 million", "EUR", "sales", "money"),
    ("Cole has spent 12 million dollars on ads, while Brandt has spent 4 million.", "4 million", "USD", "ads", "money"),
    ("Cole met 3 million voters. The plan cost jobs for 4 million.", "4 million", "voter", "voters", "population"),
    # whom it goes to, and what it comes from
    ("The plan would add $227.3 million to reserves for losses.", "$227.3 million", "USD", "reserves for losses", "money"),
    ("The council added 3 million euros to the road fund.", "3 million", "EUR", "road fund", "money"),
    ("Payments were funded by $82 million from operating cash flow.", "$82 million", "USD", "operating cash flow", "money"),
    ("He ended December with $28.4million in available cash.", "$28.4million", "USD", "available cash", "money"),
    ("They paid 3 million dollars in cash for the mill.", "3 million", "USD", "payment", "money"),
    ("Ada Cole and Ron Brandt raised $23 million and $20 million, respectively.", "$20 million", "USD", "money raised", "money"),
    # never a name that says where or who says so
    ("The first buys are in Osk (around $240,000), Tarn (about $700,000) and Marl ($400,000).", "$700,000", "USD", "first buys", "money"),
    ("According to the Osk Post, $2 million was lost.", "$2 million", "USD", None, "money"),
    # per share, and participles behind a comma
    ("Kelm nose-dived $8.625 a share, to $100, after the report.", "$8.625", "USD/share", "share", "money"),
    ("Kelm lost 75 cents to $23.50.", "75 cents", "USD", "Kelm", "money"),
    ("The redemption of the shares, originally issued at 25 dollars each, will cost 3 million dollars.", "25 dollars", "USD", "shares", "money"),
    ("Operations funds in the amount of $4,300,000 were obligated.", "$4,300,000", "USD", "Operations funds", "money"),
    ("Shares closed at C$35, up 12.5 cents.", "12.5 cents", "CAD", "Shares", "money"),
]

POLLS = [
    # votes counted so far, those asked first, and rivals one after another
    ("With 98% of ballots counted, Ada Cole had 51.3% to Brandt's 46.1%.", "51.3%", "%", "vote", "share"),
    ("With 98% of ballots counted, Ada Cole had 51.3% to Brandt's 46.1%.", "46.1%", "%", "vote", "share"),
    ("Among Latinos, 62 percent view Cole favorably and 30 percent unfavorably.", "62 percent", "%", "Latinos", "share"),
    ("Among Latinos, 62 percent view Cole favorably and 30 percent unfavorably.", "30 percent", "%", "Latinos", "share"),
    ("In the caucus, Orr finished third with 11 percent, behind Brandt's 24.", "11 percent", "%", "vote", "share"),
    ("In the caucus, Orr finished third with 11 percent, behind Brandt's 24.", "24", "%", "vote", "share"),
    ("In the poll, Cole leads with 31 percent, followed by Brandt at 24 percent and Orr at 9.", "9", "%", "support for Orr", "share"),
    ("Kelm shares finished with a gain of 11 percent.", "11 percent", "%", "Kelm shares", "share"),
    (
        "A poll found Cole ahead. Cole received 38 percent, while Brandt had 33 percent and Orr took 10 percent.",
        "38 percent",
        "%",
        "support for Cole",
        "share",
    ),
    (
        "A poll found Cole ahead. Cole received 38 percent, while Brandt had 33 percent and Orr took 10 percent.",
        "33 percent",
        "%",
        "support for Brandt",
        "share",
    ),
    ("In the runoff Cole got 52 percent and Brandt 48 percent.", "52 percent", "%", "vote", "share"),
    ("Cole won the election with 52 percent of the vote; Brandt received 41 percent.", "41 percent", "%", "vote", "share"),
    (
        "Mrs. Cole has support from 52 percent of voters, while Mr. Brandt has backing from 33 percent, the poll found.",
        "33 percent",
        "%",
        "voters",
        "share",
    ),
    ("Only 12 percent said they were satisfied, while 60 percent were angry.", "60 percent", "%", "those who were angry", "share"),
    ("The poll of 1,012 adults has a margin of error of plus or minus 3 percentage points.", "3 percentage", "pp", "margin of error", "share"),
]

FIRST_TOLD = [
    ("The cook was charged with one count of murder.", "one", "count", "count of murder", "other"),
    ("Norvia cast one vote for Cole and 13 for Brandt.", "one", "vote", "vote", "other"),
    ("Shops limited sales to one pack per customer.", "one", "pack", "pack", "other"),
    ("He had a licence for the five rifles he used.", "five", "rifle", "rifles", "equipment"),
    ("All eleven of the bills were lost.", "eleven", "bill", "bills", "other"),
    ("Two boats collided, and all 11 aboard died.", "11", "person", "people", "killed"),
    ("He slept on the seven hour drive.", "seven", "hour", "drive", "measure"),
]


@pytest.mark.parametrize(("text", "number", "unit", "counted", "metric"), [*LEVELS, *PEOPLE, *NOUNS, *MONEY, *POLLS, *FIRST_TOLD])
def test_understood(text: str, number: str, unit: str | None, counted: str | None, metric: str) -> None:
    description = about(text, number)
    assert (description.unit, description.counted, description.metric, description.is_claim) == (unit, counted, metric, True)
