"""The counted thing and its unit. One line a case: text, number, unit, counted."""

from __future__ import annotations

import pytest

from tests.transforms.claims.reading import about

CASES = [
    # two words that describe one noun; a grade before it
    ("The group bought $4 million of TV and radio advertising.", "$4 million", "USD", "TV and radio advertising"),
    ("They repaired 12 road and rail bridges.", "12", "bridge", "road and rail bridges"),
    ("More than 40 category 3 storms were seen.", "40", "storm", "category 3 storms"),
    # a part of those told before, said by a noun of its own
    ("The storm caused 52 deaths, nine of them children.", "nine", "child", "children"),
    ("There were 140 people on the ferry, eight of them crew members.", "eight", "member", "crew members"),
    ("Police held 52 men, nine of them injured.", "nine", "man", "men"),
    # numbers that only say where
    ("The agency counted 2,100 cases in 12 countries. Of those, 1,400 were in Norvia.", "1,400", "case", "cases"),
    ("The firm visited 12 countries. Of those, three were at war.", "three", "country", "countries"),
    ("Norvia has 340 cases and Tarnia 75.", "340", "case", "cases"),
    ("Norvia has 340 cases and Tarnia 75.", "75", "case", "cases"),
    # joined nouns that are no part of the phrase
    ("Three Socialist deputies, Harlow and Brandt among them, spoke.", "Three", "deputy", "Socialist deputies"),
    ("It drew around 3 million voters and a turnout of 61 percent.", "3 million", "voter", "voters"),
    ("Police and 12 dogs and cats were seen.", "12", "dog", "dogs and cats"),
    ("Harlow led by nearly 300 pledged delegates.", "300", "delegate", "pledged delegates"),
    ("Brandt ran with five of his one-time rivals.", "five", "rival", "one-time rivals"),
    ('It read thousands of so-called "expense claim" reports.', "thousands", "report", 'so-called "expense claim" reports'),
    ("He has called up 2,500 of the National Guard.", "2,500", "person", "National Guard"),
    # how long
    ("He served nine years as the governor of Orlo.", "nine", "year", "service as the governor of Orlo"),
    ("She served as a judge for 12 years.", "12", "year", "service as a judge"),
    ("A lawyer questioned him for three hours.", "three", "hour", "questioned him"),
    ("The crime can carry a sentence up to fifteen years in the country.", "fifteen", "year", "sentence"),
    ("In the town where voting lasts all of five minutes, nobody slept.", "five", "minute", "voting"),
    # sums, land and speeds
    ("Last week some $1.4 billion flowed out of the bond funds.", "$1.4 billion", "USD", "outflow from bond funds"),
    ("Polls show Harlow edging Brandt, 49 to 48.", "48", "%", "support for Brandt"),
    ("Deposits continue to shrink; they were $5.1 million in May.", "$5.1 million", "USD", "Deposits"),
    ("The combined economies of the countries worth $3 trillion grew.", "$3 trillion", "USD", "combined economies of the countries"),
    ("The school bought a hundred acres near the town.", "a hundred", "ac", "land"),
    ("The update had the storm off the coast, moving north at 14 mph.", "14", "mph", "storm"),
    ("Sales are up at two stores: Orlo by 12 percent; Tarn by 9.5 percent.", "9.5 percent", "%", "Sales"),
    ("Harlow had 40 percent fewer supporters this time.", "40 percent", "%", "supporters"),
    ("The number of asylum seekers fell 22 percent to 187,400 last year.", "187,400", "seeker", "asylum seekers"),
    ("The agency put the magnitude at 5.5; the institute reported 5.8.", "5.8", "magnitude", "magnitude"),
    ("The local currency traded at 40.6 to the euro.", "40.6", "currency", "local currency"),
    ("Ten of those who stayed were hurt.", "Ten", "person", "those who stayed"),
    # the noun beside the number
    ("Three soldiers died.", "Three", "soldier", "soldiers"),
    ("More than 600 Norvian soldiers have been killed.", "600", "soldier", "Norvian soldiers"),
    ("Police seized 14 hunting rifles.", "14", "rifle", "hunting rifles"),
    ("The army sent 3,000 more troops.", "3,000", "troop", "troops"),
    ("Another 15 coal miners are missing.", "15", "miner", "coal miners"),
    ("About 80 South African tourists were stranded.", "80", "tourist", "South African tourists"),
    ("Some 5.5 million South Africans are infected.", "5.5 million", "south african", "South Africans"),
    ("Two women and three men were arrested.", "Two", "woman", "women"),
    ("Two women and three men were arrested.", "three", "man", "men"),
    ("Nine schoolchildren were hurt.", "Nine", "schoolchild", "schoolchildren"),
    ("The two-day battle killed 40 people.", "40", "person", "people"),
    ("Tens of police cars and 12 buses burned.", "12", "bus", "buses"),
    ("Four high-voltage power poles fell.", "Four", "pole", "high-voltage power poles"),
    ("They found 30 HIV/AIDS cases.", "30", "case", "HIV/AIDS cases"),
    ("Soldiers recovered four AK-47 rifles.", "four", "rifle", "AK-47 rifles"),
    # of
    ("The country lost 600,000 of its soldiers.", "600,000", "soldier", "soldiers"),
    ("Dozens of homes were flooded.", "Dozens", "home", "homes"),
    ("Hundreds of thousands of Tarnian refugees crossed the river.", "Hundreds of thousands", "refugee", "Tarnian refugees"),
    ("Four of the 10 judges resigned.", "Four", "judge", "judges"),
    ("The party expelled 24 members of the Harbour Council.", "24", "member", "members of the Harbour Council"),
    ("Hundreds of the party's ''delegates'' signed.", "Hundreds", "delegate", "party's ''delegates"),
    ("The party won 49 out of the 54 seats.", "49", "seat", "seats"),
    ("It will back up the thousands of Army, Navy and Air Force troops there.", "thousands", "troop", "Army, Navy and Air Force troops"),
    ("The clerk found 300 pages of e-mails.", "300", "page", "pages of e-mails"),
    # understood from before
    ("Some 200 refugees came; 50 of them were children.", "50", "refugee", "refugees"),
    ("The ship carried 90 sailors, of whom 40 drowned.", "40", "sailor", "sailors"),
    ("Nine miners were killed and nine others injured.", "nine", "miner", "miners"),
    ("About 3,000 troops have arrived, with more than 12,000 expected by December.", "12,000", "troop", "troops"),
    ("Ten recruits died at once and another three died in hospital.", "three", "recruit", "recruits"),
    ("Police arrested 40 rioters. Twelve were released later.", "Twelve", "rioter", "rioters"),
    ("The bomber killed 13 clerks and wounded 12 more.", "12", "clerk", "clerks"),
    # people, where words of harm say so
    ("Two killed in Tarn blast", "Two", "person", "people"),
    ("Storm leaves 41 dead, 60 injured", "41", "person", "people"),
    ("Storm leaves 41 dead, 60 injured", "60", "person", "people"),
    ("A crane fell, killing 107 and wounding 238.", "107", "person", "people"),
    ("A crane fell, killing 107 and wounding 238.", "238", "person", "people"),
    ("The death toll rose to 41.", "41", "person", "death toll"),
    # titles
    ("Casualties: 300", "300", "casualty", "Casualties"),
    ("The number of schools rose to 20.", "20", "school", "schools"),
    ("Unrest increased the number of prisoners held in the city to 28.", "28", "prisoner", "prisoners"),
    ("The city has a population of 2 million.", "2 million", "person", "population"),
    ("Police shot two would-be robbers.", "two", "robber", "would-be robbers"),
    ("He leads a force of 500.", "500", "person", "force"),
    ("Twelve of the dead were children.", "Twelve", "person", "dead"),
    ("The chamber voted 60 to 39 for the treaty.", "39", "vote", "votes"),
    # lists and pairs
    ("They sold 10, 12 and 15 tanks in three years.", "10", "tank", "tanks"),
    ("The region sent 24,000 police and troops.", "24,000", "police", "police and troops"),
    ("The number of cities will grow from nine to 20 cities.", "nine", "city", "cities"),
    ("Dead: 12", "12", "person", "people"),
    ("The number of unemployed rose to 340,000.", "340,000", "person", "people"),
    ("The village of 800 was flooded.", "800", "person", "village"),
    ("Burglaries jumped from 61 to 140.", "140", "burglary", "Burglaries"),
    ("A crew of three, two Norvians and a Tarnian, is aboard.", "three", "crew", "crew"),
    ("Nine workers died, bringing the number of dead to 47.", "47", "person", "people"),
    # past an owner, and back to an opening phrase
    ("Three of the town's ten hospitals were shut.", "Three", "hospital", "hospitals"),
    ("Of the passengers, 21 were Norvians.", "21", "passenger", "passengers"),
    ("Ten of those on board died.", "Ten", "person", "those on board"),
    # a part is not what later numbers count
    ("The army sent 480 soldiers, including 35 doctors. The first 120 are to come in May.", "120", "soldier", "soldiers"),
    ("The bombs killed 59 people, including 12 Norvians, and injured more than 500.", "500", "person", "people"),
    # verbs that take people alone
    ("Nearly 600 were treated for burns.", "600", "person", "people"),
    ("The mayor said 60,000 had marched.", "60,000", "person", "people"),
    ("The hall seats 2,000.", "2,000", "person", "people"),
    # names under a heading
    ("These are the delegates won so far.\n\nMary Brandt: 410.", "410", "delegate", "delegates"),
    ("More than 17,000 soldiers, policemen and medical staff are there.", "17,000", "soldier", "soldiers, policemen and medical staff"),
    ("The bill passed 61-38 in the senate.", "38", "vote", "votes"),
    ("The franc eased to 3.4875 to the mark.", "3.4875", "franc", "franc"),
    ("The Tarn stock index gave up 2 percent to close at 478.6.", "478.6", "point", "Tarn stock index"),
    ("The firm will cut 2,400 jobs. They made four billion last year.", "four billion", None, None),
    # hyphens
    ("The 40-seat assembly met.", "40", "seat", "seats"),
    ("A 12-member panel will decide.", "12", "member", "members"),
]

MEASURED = [
    # money: what it pays for
    ("The city spent $3 million on new roads.", "$3 million", "USD", "new roads"),
    ("The union pledged 40 million euros in humanitarian aid.", "40 million euros", "EUR", "humanitarian aid"),
    ("The flood caused $500 million of damage.", "$500 million", "USD", "damage"),
    ("Donors gave $6 million to repair schools.", "$6 million", "USD", "schools"),
    ("The $2 million memorial was opened in May.", "$2 million", "USD", "memorial"),
    ("The bridge cost $90 million.", "$90 million", "USD", "bridge"),
    ("Debt rose to $1.3 trillion, up from $900 billion in 2010.", "$900 billion", "USD", "Debt"),
    ("The state will allocate one million yuan (about 123,000 US dollars) for treatment.", "123,000 US dollars", "USD", "treatment"),
    ("Crude oil prices fell to $53.62 a barrel.", "$53.62", "USD/barrel", "Crude oil prices"),
    ("They signed 14 agreements worth $2.5 billion.", "$2.5 billion", "USD", "agreements"),
    ("Guards seized 45 kilograms of heroin worth 3 million euros.", "3 million euros", "EUR", "heroin"),
    ("The state plans to spend 300 million rupees on 25 new schools.", "300 million rupees", "INR", "new schools"),
    ("The state offers a reward of up to $5 million for information.", "$5 million", "USD", "reward"),
    ("A total of $650,000 is being offered for information.", "$650,000", "USD", "information"),
    ("The firm had a net loss of $12 million last year.", "$12 million", "USD", "net loss"),
    ("The court fined the company $40 million.", "$40 million", "USD", "company"),
    ("The state will pay $300 to the family of each victim.", "$300", "USD", "family"),
    ("The mayor wants $90 million to tear down eleven blocks.", "$90 million", "USD", "blocks"),
    ("She told the minister that $7 million of the $26 million in assistance may be held back.", "$7 million", "USD", "assistance"),
    ("Profit fell to 1.9 million euros ($2.8 million; £1.5 million).", "£1.5 million", "GBP", "Profit"),
    ("Profits rose to $2.3 billion on sales of $18 billion.", "$2.3 billion", "USD", "Profits"),
    ("One euro was worth 9.18 rupees.", "9.18", "INR", "euro"),
    ("The $3 million the state gave to the Red Cross is spent.", "$3 million", "USD", "Red Cross"),
    ("Investors pulled $3 billion out of stocks.", "$3 billion", "USD", None),
    ("The film took in $34 million in its first weekend.", "$34 million", "USD", "film"),
    # shares
    ("Night workers had a 36 percent higher risk of the disease.", "36 percent", "%", "risk of the disease"),
    ("Interest rates were raised a quarter of a point to 4.5 percent.", "4.5 percent", "%", "Interest rates"),
    ("Two-thirds of the province's 640 schools are shut.", "Two-thirds", "%", "schools"),
    ("Half the bridges were destroyed.", "Half", "%", "bridges"),
    ("A poll found that 91 percent of the Norwegians approved.", "91 percent", "%", "Norwegians"),
    ("Norvia exported $4 billion of oil, 30 percent more than in 1999.", "30 percent", "%", "oil"),
    ("Some 40 percent of the poor live there.", "40 percent", "%", "poor"),
    ("Sixty percent of those interviewed opposed the tunnel.", "Sixty percent", "%", "those interviewed"),
    ("Output climbed 11 percent year on year.", "11 percent", "%", "Output"),
    ("Support ranged from a low of 11 percent to a high of 35 percent.", "35 percent", "%", "Support"),
    ("The bank forecast growth of 2.3 percent.", "2.3 percent", "%", "growth"),
    ("The dollar rose 1.2 percent.", "1.2 percent", "%", "dollar"),
    ("The number of visitors rose 12 percent.", "12 percent", "%", "visitors"),
    ("The budget deficit reached 4 percent of gross domestic product.", "4 percent", "%", "budget deficit"),
    ("Some 51 percent of voters back Cole, with 39 percent for Hart.", "39 percent", "%", "voters"),
    ("Some 41 percent of voters back Cole. Orr was second at 12 percent.", "12 percent", "%", "voters"),
    ("The poll has a margin of error of 3 percentage points.", "3", "pp", "margin of error"),
    ("The main index gave up 14 points.", "14", "point", "main index"),
    ("A survey gave him a 12-point lead.", "12", "pp", "lead"),
    ("More than half of the 4,000 families returned.", "half", "%", "families"),
    ("The staff demand a 5 percent pay rise.", "5 percent", "%", "pay rise"),
    ("About 62 percent of voters approve.", "62 percent", "%", "voters"),
    ("Turnout was about 41 percent.", "41 percent", "%", "Turnout"),
    ("The turnout of 58 percent was a record.", "58 percent", "%", "turnout"),
    ("Inflation rose 2.5 percent.", "2.5 percent", "%", "Inflation"),
    ("They reported a 5 percent increase in sales.", "5 percent", "%", "sales"),
    ("The economy will shrink by 3 percent.", "3 percent", "%", "economy"),
    ("The firm owns 80 percent of Tarn Coke Limited.", "80 percent", "%", "Tarn Coke Limited"),
    ("A third of its value was lost.", "A third", "%", "value"),
    ("Turnout was low in Tarn. It was about 31 percent.", "31 percent", "%", "Turnout"),
    ("Some 54 percent of nurses agreed, and 40 percent disagreed.", "40 percent", "%", "nurses"),
    # measures
    ("Oil output rose by 500,000 barrels a day.", "500,000", "barrel/day", "Oil output"),
    ("The plane was 300 kilograms above its limit.", "300", "kg", "plane"),
    ("She was sentenced to 12 years in prison.", "12", "year", "sentence"),
    ("He was jailed for six months.", "six", "month", "sentence"),
    ("A quake of magnitude 6.1 shook the town.", "6.1", "magnitude", "quake"),
    ("They demand an eight-hour working day.", "eight", "hour", "working day"),
    ("They delivered 10 tonnes of rice.", "10", "t", "rice"),
    ("A tunnel of 1.7 metres collapsed.", "1.7", "m", "tunnel"),
    ("The camp lies 40 kilometres south of Tarn.", "40", "km", "distance"),
    ("Fires burned 500 hectares of forest.", "500", "ha", "forest"),
    ("A 17-day offensive failed.", "17", "day", "offensive"),
    ("About 90 percent of her e-mails were kept.", "90 percent", "%", "e-mails"),
    ("The sale has increased Pollard's net worth to $8.5 million.", "$8.5 million", "USD", "Pollard's net worth"),
    ("Creditors, who are owed about $430 million, went to court.", "$430 million", "USD", "Creditors"),
    ("Pollard shares rose 37.5 cents to close at $2.75.", "37.5 cents", "USD", "Pollard shares"),
    ("The deal raises Brandt's stake to 20% from 16%.", "20%", "%", "Brandt's stake"),
]


@pytest.mark.parametrize(("text", "number", "unit", "counted"), CASES + MEASURED)
def test_counted(text: str, number: str, unit: str | None, counted: str | None) -> None:
    description = about(text, number)
    assert (description.unit, description.counted) == (unit, counted)


def test_head_stands_where_it_says() -> None:
    text = "In Tarn three Norvian soldiers died."
    description = about(text, "three")
    assert description.head_start is not None
    assert text[description.head_start :].startswith("soldiers")


def test_understood_thing_has_no_head_in_the_sentence() -> None:
    assert about("Police arrested 40 rioters. Twelve were released later.", "Twelve").head_start is None
