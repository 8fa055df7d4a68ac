"""Which time a number is about: case tables of own sentences, published on Wednesday, 30 October 2024."""

import re
from datetime import date

import pytest

from transforms.attribution.attribution import NONE, Attribution
from transforms.claims.timing import period
from transforms.dates.find import find
from transforms.language.document import Document
from transforms.quantities.quantity import Quantity

PUBLISHED = date(2024, 10, 30)


def about(text: str, number: str) -> str | None:
    """The period of the last such number in the text; a cue "said" is its attribution where there is one."""
    document = Document(text, PUBLISHED)
    start = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(number)}(?!\w)", text)][-1]
    quantity = Quantity(start, start + len(number), number, None, None, "=")
    cue = text.rfind("said")
    attribution = NONE
    if cue >= 0 and document.sentence_at(cue).index == document.sentence_at(start).index:
        attribution = Attribution(source="x", cue_text="said", cue_start=cue, cue_end=cue + 4, sentence=document.sentence_at(cue).index)
    return period(document, quantity, find(document), attribution)[0]


CASES = [
    # precision of the text
    ("Nine miners died on Tuesday.", "Nine", "2024-10-29/2024-10-29"),
    ("Nine miners died in 2023.", "Nine", "2023/2023"),
    ("Nine miners died in August.", "Nine", "2024-08/2024-08"),
    ("Nine miners died last week.", "Nine", "2024-10-21/2024-10-27"),
    ("Nine miners died over the weekend.", "Nine", "2024-10-26/2024-10-27"),
    ("Nine miners died last year.", "Nine", "2023/2023"),
    ("Nine miners died in the third quarter.", "Nine", "2024-07/2024-09"),
    ("Nine miners died in the 1980s.", "Nine", "1980/1989"),
    ("Nine miners died at 5 p.m. on Tuesday.", "Nine", "2024-10-29/2024-10-29"),
    ("Nine miners died on 3 May 2021.", "Nine", "2021-05-03/2021-05-03"),
    ("The city spent 40 million dollars in fiscal 2023.", "40", "2023/2023"),
    # open ends
    ("Nine ships will sail by December.", "Nine", "/2024-12"),
    ("Nine ships will sail by 2030.", "Nine", "/2030"),
    ("Until Friday, nine ships will sail.", "nine", "/2024-11-01"),
    ("As of Monday, nine ships had sailed.", "nine", "/2024-10-28"),
    ("Nine ships sailed before May 2021.", "Nine", "/2021-05"),
    ("Since mid-January, nine ships have sailed.", "nine", "2024-01/"),
    ("Nine ships have sailed since 2019.", "Nine", "2019/"),
    ("Since the war began in March 2023, nine ships have sailed.", "nine", "2023-03/"),
    # two ends
    ("Nine ships sailed from 2004 to 2009.", "Nine", "2004/2009"),
    ("Nine ships sailed between April 2005 and March 2006.", "Nine", "2005-04/2006-03"),
    ("Between Monday and Wednesday nine ships sailed.", "nine", "2024-10-28/2024-10-30"),
    # lengths with a place
    ("Nine ships sailed over the past three days.", "Nine", "2024-10-27/2024-10-30"),
    ("Nine ships sailed in the last 24 hours.", "Nine", "2024-10-29/2024-10-30"),
    ("Nine ships sailed over the past ten years.", "Nine", "2014/2024"),
    ("Nine ships sailed in the first 11 months of 2005.", "Nine", "2005-01/2005-11"),
    ("Nine ships sailed in the 24 hours to Monday morning.", "Nine", "2024-10-27/2024-10-28"),
    # the date belongs to the event, not to the saying
    ("Nine miners died on Sunday, the mayor said on Monday.", "Nine", "2024-10-27/2024-10-27"),
    ("Nine miners died, the mayor said on Monday.", "Nine", None),
    ("The mayor said on Monday that nine miners had died.", "nine", None),
    ("The mayor said on Monday that nine miners died on Sunday.", "nine", "2024-10-27/2024-10-27"),
    ("On Sunday, nine miners died, the mayor said.", "nine", "2024-10-27/2024-10-27"),
    # events around the number
    ("A bomb killed nine people on Tuesday and wounded 12 others.", "12", "2024-10-29/2024-10-29"),
    ("On Tuesday a bus fell into a river, killing nine people.", "nine", "2024-10-29/2024-10-29"),
    ("Nine people died when a bus fell into a river on Tuesday.", "Nine", "2024-10-29/2024-10-29"),
    ("An attack on Tuesday killed nine people.", "nine", "2024-10-29/2024-10-29"),
    ("The 1998 flood, which killed 500 people, is remembered.", "500", "1998/1998"),
    ("The number of miners killed in 2006 rose to 28.", "28", "2006/2006"),
    ("The average debt of a student in 2015 was about $35,000.", "$35,000", "2015/2015"),
    # one number's date is not its neighbour's
    ("Debt is 42 million crowns, up from 30 million crowns in 2010.", "42", None),
    ("Debt is 42 million crowns, up from 30 million crowns in 2010.", "30", "2010/2010"),
    ("Parr won 39 states in 1988 and Dole won 28 in 2012.", "28", "2012/2012"),
    ("Parr won 39 states in 1988 and Dole won 28 in 2012.", "39", "1988/1988"),
    ("Ships should rise from nine to 20 by 2025.", "nine", None),
    ("Ships should rise from nine to 20 by 2025.", "20", "/2025"),
    ("The firm holds 20 percent of the port, which opened in October 1995.", "20", None),
    # comparisons
    ("It counted 1,204 cases on Tuesday, up from 980 a week earlier.", "980", "2024-10-21/2024-10-27"),
    ("Turnout was 61 percent, down from 66 percent four years ago.", "61", None),
    ("Turnout was 61 percent, down from 66 percent four years ago.", "66", "2020/2020"),
    ("Refugees number 2 million, more than double the 900,000 recorded in 2020.", "900,000", "2020/2020"),
    ("Refugees number 2 million, more than double the 900,000 recorded in 2020.", "2", None),
    ("It sold 14 percent more than in the same month last year.", "14", None),
    ("Exports rose 3 percent from a year earlier.", "3", None),
    ("Prices fell to 4.1 percent in September from 4.3 percent in August.", "4.1", "2024-09/2024-09"),
    ("Prices fell to 4.1 percent in September from 4.3 percent in August.", "4.3", "2024-08/2024-08"),
    ("More than 300 soldiers have been sent to Orlo, with more than 900 expected by December.", "300", None),
    ("More than 300 soldiers have been sent to Orlo, with more than 900 expected by December.", "900", "/2024-12"),
    ("The ministry's report found 1,800 faults in 2023.", "1,800", "2023/2023"),
    ("Two people died on Monday and Tuesday.", "Two", "2024-10-28/2024-10-29"),
    # dates deep in the sentence
    ("A 2021 study put the share at 95 percent.", "95", "2021/2021"),
    ("More than 100 people died in the 2011 tsunami.", "100", "2011/2011"),
    ("The blast, which happened on Monday evening, killed six people.", "six", "2024-10-28/2024-10-28"),
    ("Floods that hit the region in July damaged 5,000 homes.", "5,000", "2024-07/2024-07"),
    ("The group, founded in 1998, has 4,000 members.", "4,000", None),
    ("In 2020 we had 12 doctors; now we have three.", "three", None),
    ("Police held 33 people at a rally on Sunday and freed 20 of them on Monday.", "33", "2024-10-27/2024-10-27"),
    ("Police held 33 people at a rally on Sunday and freed 20 of them on Monday.", "20", "2024-10-28/2024-10-28"),
    ("Inflation reached 9 percent in the 12 months to September.", "9", "2023-10/2024-09"),
    ("Inflation reached 9 percent in the year to September.", "9", "2023-10/2024-09"),
    ("In the week ended Oct. 19, 240,000 people sought help.", "240,000", "2024-10-13/2024-10-19"),
    ("From January through June, 500 cases were counted.", "500", "2024-01/2024-06"),
    ("Between 2 a.m. and 5 a.m. on Tuesday, 12 rockets fell.", "12", "2024-10-29/2024-10-29"),
    ("By Tuesday evening rescuers had found 16 people.", "16", "/2024-10-29"),
    ("On Monday the war began. Since then, 40 people have died.", "40", "2024-10-28/"),
    # nothing said
    ("Nine miners died.", "Nine", None),
    ("Nine miners now live there.", "Nine", None),
    ("Nine flights leave daily.", "Nine", None),
    # pointing back
    ("Since May 2023, nine ships have sailed. In the same period 12 sank.", "12", "2023-05/"),
    ("Nine ships sailed between 2004 and 2009. During that time 12 sank.", "12", "2004/2009"),
    ("In 1995 nine ships sailed. That year 12 sank.", "12", "1995/1995"),
    # what is compared with
    ("Orlo's party won 58 of the 121 seats, a loss of eight compared with 1997.", "58", None),
    ("Orlo's party won 58 of the 121 seats, a loss of eight compared with 1997.", "eight", None),
    ("Turnout was 61 percent, eight points lower than four years ago.", "61", None),
    ("Turnout was 61 percent, eight points lower than four years ago.", "eight", None),
    ("Turnout, at 82.1%, was up 0.1 points on 2006.", "82.1%", None),
    ("Turnout, at 82.1%, was up 0.1 points on 2006.", "0.1", None),
    ("The reservoir stood at 30,000 barrels, down from 45,000 a day earlier.", "30,000", None),
    ("Harvests reached 30 tons, up from 18 tons a year ago.", "30", None),
    ("Exports were 40,000 fewer than a month earlier.", "40,000", None),
    ("The force has 2,100 members, double the number of two years ago.", "2,100", None),
    ("Sales climbed from $36 million in 2004 to $55 million in 2005, a jump of nearly $20 million.", "$36 million", "2004/2004"),
    ("Sales climbed from $36 million in 2004 to $55 million in 2005, a jump of nearly $20 million.", "$55 million", "2005/2005"),
    ("The toll went from 3 dollars a car in 2001 to 5 dollars by 2006.", "3", "2001/2001"),
    ("The toll went from 3 dollars a car in 2001 to 5 dollars by 2006.", "5", "/2006"),
    ("Inflation in February alone hit 12.7 percent, against 0.9 percent in the same month last year.", "12.7", "2024-02/2024-02"),
    ("Inflation in February alone hit 12.7 percent, against 0.9 percent in the same month last year.", "0.9", "2023-02/2023-02"),
    ("The office issued 12.1 million permits in 2006, up from 10.1 million the year before.", "10.1", "2005/2005"),
    ("The office issued 12.1 million permits in 2006, up from 10.1 million the year before.", "12.1", "2006/2006"),
    ("It was just five points shy of the 46 percent record set in 2008.", "five", None),
    # the date of another clause, of a document, of a delivery
    ("Lakeair, which flies a fleet of five planes, has been banned since 2005.", "five", None),
    ("The committee, which took in $2 million last month, has fewer than 40 clerks left.", "40", None),
    ("The committee, which took in $2 million last month, has fewer than 40 clerks left.", "$2 million", "2024-09/2024-09"),
    ("Norland, which has 28,500 troops in Tarsk, plans to withdraw a third of them by 2030.", "28,500", None),
    ("It comes on top of the money the ministry gave in June to the Blue Cross, which is assisting 200,000 people.", "200,000", None),
    ("The army fired two rockets; 95 shells have landed since January 1.", "two", None),
    ("The army fired two rockets; 95 shells have landed since January 1.", "95", "2024-01-01/"),
    ("A market with 1,500 stalls remained shut; its workers will stay home until November 5.", "1,500", None),
    ("Some 55 percent favour the plan; a year ago only 45 percent did.", "55", None),
    ("Some 55 percent favour the plan; a year ago only 45 percent did.", "45", "2023/2023"),
    ("Officials say Ono, the guard who attacked shoppers early Sunday, held two licences.", "two", None),
    ("The cabinet replaced the levy with a grant of 2.5 billion crowns to renovate nine plants and reopen them by 2030.", "2.5", None),
    ("The union recently took 13 percent of the vote and hopes to win its first seats next month.", "13", None),
    ("The government on Tuesday published a list of 120 goods that may not enter where earlier only 97 had been let through.", "97", None),
    ("The jet, built in 1968, was carrying 33 passengers.", "33", None),
    ("The study, published yesterday in a journal, followed 3,682 adults.", "3,682", None),
    ("According to three recent polls, including one from Orlo College released Thursday, Dorn leads.", "three", None),
    ("A survey out Sunday put Dorn on top with 36 percent.", "36", None),
    ("If the strike lasts beyond Sunday, five percent of orders could be lost.", "five", None),
    ("The fever made 2,300 ill and killed 14, seven of them in the last week.", "14", None),
    ("The fever made 2,300 ill and killed 14, seven of them in the last week.", "2,300", None),
    ("The fever made 2,300 ill and killed 14, seven of them in the last week.", "seven", "2024-10-23/2024-10-30"),
    ("The probe will travel 480 million km and reach the planet in 2030 after a seven-year journey.", "seven", None),
    ("He was going to see the Christmas tree with his two children when a shell hit.", "two", None),
    ("Brent for January delivery rose 40 cents a barrel.", "40", None),
    ("They have held five debates and avoided meeting on Saturday nights.", "five", None),
    ("You squeeze in 12 towns in the last week of the campaign.", "12", None),
    # distances that locate, lasting properties
    ("The ferry sank on Sunday night, some 170 km south of the capital.", "170", None),
    ("The plane had left Bukeva, roughly 180 km (112 miles) to the west, at 06:40.", "180", None),
    ("The plane had left Bukeva, roughly 180 km (112 miles) to the west, at 06:40.", "112", None),
    ("A 46-ton rocket blasted off on Thursday.", "46", None),
    ("The tanker was seized on Sunday 250 nautical miles off Tarsk.", "250", None),
    ("Norland joined the 16-nation bloc in July 1997.", "16", None),
    ("The ship, carrying 40 sailors, sank 40 km off Tarsk on Sunday.", "40", None),
    # since
    ("The crash is the third since June, when 28 passengers died.", "28", "2024-06/2024-06"),
    ("Since the first tunnel was found in 1990, guards say they have closed nearly 200.", "200", "1990/"),
    ("Today I announce new aid, bringing our help to more than $62 million since fighting resumed in May.", "$62 million", "2024-05/"),
    ("The raid brought to 140 the number killed since the operation began on April 3.", "140", "2024-04-03/"),
    ("Since the U.S.-led war broke out in March 2003, about 2,875 soldiers have died.", "2,875", "2003-03/"),
    # spans
    ("In the 48 hours to 3 p.m. Friday, the province reported 1,526 new cases.", "1,526", "2024-10-23/2024-10-25"),
    ("Arrivals plunged 67 percent in the first three weeks of April.", "67", "2024-04-01/2024-04-21"),
    ("The institute asked 900 people on May 2 and 3.", "900", "2024-05-02/2024-05-03"),
    ("Profit was $95 million in the quarter ended June 30.", "$95 million", "2024-04/2024-06"),
    ("Profit was $95 million in the nine months ended Sept. 30.", "$95 million", "2024-01/2024-09"),
    ("Prices rose 4 percent in the year to March.", "4", "2023-04/2024-03"),
    ("The survey was conducted April 28-30 among 1,002 adults.", "1,002", "2024-04-28/2024-04-30"),
    ("Three polls conducted the first week of March gave her 20 points.", "Three", "2024-02-26/2024-03-03"),
    ("The plant is expected to add 75 million litres this year, of which rain will give a part.", "75", "2024/2024"),
    # by a weekday, in the past and ahead
    ("By Monday evening they had pulled 86 people out.", "86", "/2024-10-28"),
    ("By Monday evening, rescuers had pulled 86 people out.", "86", "/2024-10-28"),
    ("Donations topped 1.5 billion crowns by Sunday.", "1.5", "/2024-10-27"),
    ("Rescuers reached 40 villages by Sunday.", "40", "/2024-10-27"),
    ("The army told 400 villagers to leave by Sunday.", "400", "/2024-11-03"),
    ("Two more bodies were found in the rubble on Wednesday.", "Two", "2024-10-30/2024-10-30"),
    ("The fair opens on Friday with 40 stalls.", "40", "2024-11-01/2024-11-01"),
    ("Some 300 drivers plan to walk out on Friday.", "300", "2024-11-01/2024-11-01"),
    ("Five more launches are planned by the end of the year.", "Five", "/2024"),
    ("The ministry's figures for the first quarter show that 300 mines closed.", "300", "2024-01/2024-03"),
    ("Dorn Mining reported a net loss of 4 million crowns for 2023.", "4", "2023/2023"),
    # further sentences
    ("A fire on Sunday that destroyed 30 homes was put out.", "30", "2024-10-27/2024-10-27"),
    ("Police, who arrested 40 people on Monday, said more would follow.", "40", "2024-10-28/2024-10-28"),
    ("On Monday, rebels attacked the town, killing 12; another 30 were hurt.", "30", None),
    ("In 2022, the firm sold 40,000 cars, and it hopes to sell 60,000 next year.", "40,000", "2022/2022"),
    ("In 2022, the firm sold 40,000 cars, and it hopes to sell 60,000 next year.", "60,000", "2025/2025"),
    ("The firm, which lost 3 million crowns last year, will close two plants in March.", "3", "2023/2023"),
    ("The firm, which lost 3 million crowns last year, will close two plants in March.", "two", "2025-03/2025-03"),
    ("The firm, based in Orlo since 1999, sells 300 boats a year.", "300", None),
    ("Last year the harbour handled 3.2 million tons, compared with 2.9 million in 2022.", "3.2", "2023/2023"),
    ("Last year the harbour handled 3.2 million tons, compared with 2.9 million in 2022.", "2.9", "2022/2022"),
    ("Unemployment rose to 6.1 percent in August, the highest since May 2019.", "6.1", "2024-08/2024-08"),
    ("Unemployment rose to 6.1 percent, the highest since May 2019.", "6.1", None),
    ("It was the worst fire since 2015, when 30 people died.", "30", "2015/2015"),
    ("Rents rose 4 percent in the third quarter from 3 percent in the second quarter.", "4", "2024-07/2024-09"),
    ("Rents rose 4 percent in the third quarter from 3 percent in the second quarter.", "3", "2024-04/2024-06"),
    ("The budget grew from 10 million crowns in 2019 to 14 million crowns in 2021 and 18 million crowns in 2023.", "14", "2021/2021"),
    ("The budget grew from 10 million crowns in 2019 to 14 million crowns in 2021 and 18 million crowns in 2023.", "18", "2023/2023"),
    ("The council plans to build 400 homes by 2030.", "400", "/2030"),
    ("The council agreed on Monday to spend 40 million crowns on roads.", "40", "2024-10-28/2024-10-28"),
    ("The council has set aside 40 million crowns to repair roads by 2027.", "40", None),
    ("A boat carrying 60 people capsized on Saturday, and 14 bodies have been found.", "60", "2024-10-26/2024-10-26"),
    ("A boat carrying 60 people capsized on Saturday off the coast of Orlo.", "60", "2024-10-26/2024-10-26"),
    ("A boat that capsized on Saturday was carrying 60 people.", "60", "2024-10-26/2024-10-26"),
    ("Nearly 200 people were treated after a gas leak on Thursday.", "200", "2024-10-24/2024-10-24"),
    ("Thursday's gas leak sickened nearly 200 people.", "200", "2024-10-24/2024-10-24"),
    ("The club has won nine titles since 2001.", "nine", "2001/"),
    ("Between January and June, 900 people crossed the lake.", "900", "2024-01/2024-06"),
    ("Dorn, elected in 2019 with 54 percent of the vote, is now at 38 percent.", "54", "2019/2019"),
    ("Dorn, elected in 2019 with 54 percent of the vote, is now at 38 percent.", "38", None),
    ("Some 30 lorries a day crossed the bridge in May; that fell to 12 in June.", "30", "2024-05/2024-05"),
    ("Some 30 lorries a day crossed the bridge in May; that fell to 12 in June.", "12", "2024-06/2024-06"),
    ("The three-year plan approved in 2022 will cost 90 million crowns.", "90", None),
    ("Prices were up 2 percent on Monday.", "2", "2024-10-28/2024-10-28"),
    ("Shares fell 3 percent on Tuesday, while the crown gained 1 percent.", "3", "2024-10-29/2024-10-29"),
    ("The talks, due to resume on Friday, concern 200 prisoners.", "200", None),
    ("Voters on Sunday gave the party 44 of the 90 seats.", "44", "2024-10-27/2024-10-27"),
    ("By Friday the river will have risen two metres.", "two", "/2024-11-01"),
    ("By the end of September the agency had handed out 12,000 tents.", "12,000", "/2024-09"),
    ("Through September, the agency had handed out 12,000 tents.", "12,000", "/2024-09"),
    ("In the 72 hours to noon Sunday, 40 quakes were felt.", "40", "2024-10-24/2024-10-27"),
    ("In the 12 months to February, output fell 3 percent.", "3", "2023-03/2024-02"),
    ("In the six weeks to Oct. 12, 30 ships sailed.", "30", "2024-09-01/2024-10-12"),
    ("The tax, raised from 5 percent in 2010 to 9 percent in 2014, brings in 2 billion crowns.", "5", "2010/2010"),
    ("The tax, raised from 5 percent in 2010 to 9 percent in 2014, brings in 2 billion crowns.", "9", "2014/2014"),
    ("The tax, raised from 5 percent in 2010 to 9 percent in 2014, brings in 2 billion crowns.", "2", None),
    ("The police freed 12 people held since Friday.", "12", "2024-10-25/"),
    ("On Election Day, 400 polling stations opened late.", "400", None),
    ("Three days later, on 5 May, 40 more died.", "40", "2024-05-05/2024-05-05"),
    ("The quake struck on May 5. Three days later 40 more people died.", "40", "2024-05-08/2024-05-08"),
    ("The truce ends on May 5, 2025. Until then 300 monitors will stay.", "300", "/2025-05-05"),
    ("The day before the May 5 vote, 30 people were arrested.", "30", "2024-05-04/2024-05-04"),
    ("The sale will end the day after Christmas, with 40 stalls open.", "40", "2024-12-26/2024-12-26"),
    ("The workers, hired in March, earn 300 crowns a week.", "300", None),
    ("Tickets cost 30 crowns until Friday.", "30", "/2024-11-01"),
    ("The bank cut its forecast to 2 percent for 2025 from 3 percent.", "2", "2025/2025"),
    ("The bank expects growth of 2 percent this year and 3 percent next year.", "2", "2024/2024"),
    ("The bank expects growth of 2 percent this year and 3 percent next year.", "3", "2025/2025"),
    ("On March 3, 2020, when the school closed, it had 300 pupils.", "300", "2020-03-03/2020-03-03"),
]  # fmt: skip


@pytest.mark.parametrize("text, number, expected", CASES, ids=[f"{number} | {text[:60]}" for text, number, _ in CASES])
def test_period(text, number, expected):
    assert about(text, number) == expected


def test_the_expression_that_gives_the_period_is_given_back():
    text = "Nine miners died on Sunday, the mayor said on Monday."
    document = Document(text, PUBLISHED)
    attribution = Attribution(source="the mayor", cue_text="said", cue_start=38, cue_end=42, sentence=0)
    expression = period(document, Quantity(0, 4, "Nine", 9, 9, "="), find(document), attribution)[1]
    assert text[expression.start : expression.end] == "Sunday"
