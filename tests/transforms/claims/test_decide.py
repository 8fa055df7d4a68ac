"""Which numbers claim something. One line a case: text, number; for those that don't also the reason, where one is certain."""

from __future__ import annotations

import pytest

from tests.transforms.claims.reading import about

CLAIMS = [
    ("The bill passed by votes of 230-to-197 and 229-to-198.", "197"),
    ("The crime can carry a sentence up to fifteen years.", "fifteen"),
    ("Adults who slept less than seven hours gained weight.", "seven"),
    ("Harlow attacked guests, and one of them died.", "one"),
    ("Norvia has 340 cases and Tarnia 75.", "75"),
    ("Harlow leads Brandt 51 to 39 among likely voters.", "39"),
    ("The group owns five AM stations.", "five"),
    ("She flew to the top of 12 hills.", "12"),
    ("At 90, the index was the lowest of the year.", "90"),
    ("He is racing to visit all 93 of the diocese's parishes.", "93"),
    ("Norvia hopes to join the 12-nation pact.", "12"),
    ("She must win five of the 11 states voting on Sunday.", "11"),
    ("Cole has 900 delegates and is closing in on the 1,300 needed to win.", "1,300"),
    ("It harvested 24 million tons in 2023 but expects just 13.5 million this year.", "13.5 million"),
    ("The crown fell to 9,350 to the dollar from 8,750 late on Tuesday.", "8,750"),
    ("A stoppage in 2022 dragged on for three weeks.", "three"),
    ("The trial will last about six weeks.", "six"),
    ("The engine burned for 7.5 minutes.", "7.5"),
    ("It burned eight seconds longer than planned.", "eight"),
    ("The judge gave him five months' probation.", "five"),
    ("Farmers began a two day rally in Tarn.", "two"),
    ("Witnesses said that one marcher had been shot dead.", "one"),
    ("Three soldiers were killed near Velmar.", "Three"),
    ("One soldier was killed and two were wounded.", "One"),
    ("At least one house was destroyed.", "one"),
    ("Only one survivor was found.", "one"),
    ("The court sentenced him to five years in prison.", "five"),
    ("A 17-day offensive ended on Monday.", "17"),
    ("The sides agreed on a ceasefire of 60 days.", "60"),
    ("The flight takes nine hours.", "nine"),
    ("He served 12 years in jail.", "12"),
    ("The investigation has lasted three years.", "three"),
    ("Villagers buried the 265 victims of the flood.", "265"),
    ("The company won 14 seats on the council.", "14"),
    ("The bill passed by 52 votes to 48.", "52"),
    ("The index lost 31 points.", "31"),
    ("A quake of magnitude 5.6 shook the coast.", "5.6"),
    ("A third of the voters stayed at home.", "A third"),
    ("Dozens of homes burned down.", "Dozens"),
    ("A dozen boats sank.", "A dozen"),
    ("Two of the miners were rescued.", "Two"),
    ("The army has lost about 40 tanks.", "40"),
    ("The 40-seat assembly meets on Friday.", "40"),
    ("Prices rose 3 percent.", "3 percent"),
    ("The bridge is 700 metres long.", "700"),
    ("The six banks that failed had lent too much.", "six"),
    ("The crew works 50 hours a week.", "50"),
    ("They sold it for $2 million ($1.5 million after tax).", "$1.5 million"),
    ("The new law covers 12 professions.", "12"),
    ("Rescuers pulled four children from the mud.", "four"),
    # near an age, a score, a set or a time, and none
    ("The school takes 16 pupils.", "16"),
    ("The dead were over 65 men.", "65"),
    ("The victims sold over 70 boats.", "70"),
    ("He ate a cake or two rolls.", "two"),
    ("The court went from 5 to 4 judges.", "5"),
    ("At 77, prices were low.", "77"),
    ("The state gave $20 million in May. In addition to the $30 million, it sent tents.", "$30 million"),
    ("They met in four elections.", "four"),
    ("The bank was robbed three times.", "three"),
    ("The judge gave her ten days to explain.", "ten"),
    ("The crown sank after a 10-month strike.", "10"),
    ("They were locked in battle for more than 18 months.", "18"),
    ("The sides signed a 60 day truce.", "60"),
    ("The 1,237 needed are far off.", "1,237"),
    ("The six lenders that failed were small.", "six"),
    ("The six lenders facing ruin met.", "six"),
    ("The 40-nation pact was signed.", "40"),
    ("All 13,000 bakers left.", "13,000"),
    ("In five of those cases Harlow won.", "five"),
    ("Only one boat came.", "one"),
]

NO_CLAIMS = [
    ("Three men came. All three of the men left.", "three", "known_set"),
    ("Ada Cole, at 15 the youngest marshal, spoke.", "15", "age"),
    ("The dead were aged nine, ten, 13 and 40.", "13", "age"),
    ("Two cases were aged above 60.", "60", "age"),
    ("Phase two was finished.", "two", "reference"),
    ("They sold zero-coupon debt.", "zero", "idiom"),
    ("States have been loyal over the past four elections.", "four", "duration_placing"),
    ("One man described how the wave hit the shore.", "One", "pronoun"),
    ("One villager said he had lost everything.", "One", "pronoun"),
    ("It was one of the reasons for the strike.", "one", "pronoun"),
    ("Nine people were shot. The nine people had been waiting for a bus.", "nine", "known_set"),
    ("Four miners were trapped. All four were rescued.", "four", "known_set"),
    ("Two soldiers died on Monday. These two soldiers came from Velmar.", "two", "known_set"),
    ("The two leaders met in Tarn.", "two", "known_set"),
    ("He named the five pillars of the faith.", "five", "known_set"),
    ("The fire broke out two weeks ago.", "two", "duration_placing"),
    ("Three days later the bridge fell.", "Three", "duration_placing"),
    ("He lived there for many months, and after six years he left.", "six", "duration_placing"),
    ("During her four years in office she built roads.", "four", "duration_placing"),
    ("The club has lost twice over the past three seasons.", "three", "duration_placing"),
    ("The team won 3-1 on Sunday.", "3", "score"),
    ("In a three-way race, Harlow won.", "three", "idiom"),
    ("The bridge is among the nation's top 10 sights.", "10", "idiom"),
    ("They won the match 21-to-14.", "21", "score"),
    ("At the half Harlow led Brandt 48 to 41. They hit 45 percent of their shots.", "48", "name"),
    ("The judges ruled 5-to-4 against the firm.", "5", "score"),
    ("The new engine is three times as powerful.", "three", "multiplier"),
    ("Lee, 42, lives in Tarn.", "42", "age"),
    ("Cole, who at 77 is about to sail again, left.", "77", "age"),
    ("At 16, she left school.", "16", "age"),
    ("Brandt died at 82, and his wife followed.", "82", "age"),
    ("He still needs a stumble or two by his rival.", "two", "idiom"),
    ("A 42-year-old man was arrested.", "42", "age"),
    # ages in lists
    ("She has sons aged one, two and four.", "one", "age"),
    ("She has sons aged one, two and four.", "two", "age"),
    ("She has sons aged one, two and four.", "four", "age"),
    ("The girls, aged three and five, slept.", "five", "age"),
    ("The plan covers children ages 6 to 9.", "6", "age"),
    ("The school takes pupils age 16.", "16", "age"),
    ("Half the victims were over 70.", "70", "age"),
    ("The patients were under 70.", "70", "age"),
    ("Novak, who at 77 won a seat, left.", "77", "age"),
    ("At 77, Novak left.", "77", "age"),
    # scores, loose words, sets told before
    ("The court ruled 5-to-4 for Harlow.", "4", "score"),
    ("He made a mistake or two.", "two", "idiom"),
    ("The state gave $30 million in May. In addition to the $30 million, it sent tents.", "$30 million", "known_set"),
    ("Some 40 percent of bakers left. The 40 percent are old.", "40 percent", "known_set"),
    ("The six lenders met.", "six", "known_set"),
    ("Six lenders failed. The six lenders had lent too much.", "six", "known_set"),
    ("Nine bakers fell. All nine bakers left.", "nine", "known_set"),
    ("Both of the two bakers left.", "two", "known_set"),
    # how far back or ahead
    ("They met over the past four elections.", "four", "duration_placing"),
    ("In the next three elections Harlow lost.", "three", "duration_placing"),
    ("Oats hit a 10-year high.", "10", "duration_placing"),
    ("The crown sank to a 10-month low.", "10", "duration_placing"),
    ("The strike ended after six weeks.", "six", "duration_placing"),
    # times
    ("It sold at 1.65 times the book value.", "1.65", "multiplier"),
    ("The new jet is three times as fast.", "three", "multiplier"),
    # one who is only brought in
    ("The theft was one of many attacks.", "one", "pronoun"),
    ("One baker smiled.", "One", "pronoun"),
]

OUT_OR_UNSEEN = [
    "They will not wait one more day.",
    "The law bars drivers younger than 17.",
    "He flew a Boeing 737 to Tarn.",
    "The jet was a Su-27.",
    "The council adopted Resolution 2231.",
    "They met in Room 101.",
    "It was the third visit by the minister.",
    "The 22nd amendment limits the terms.",
    "The meeting began at 9:30 a.m.",
    "The law takes effect on 12 May 2025.",
    "Call 555-0134 for help.",
    "Leaders of the G7 met in Tarn.",
    "No one was hurt.",
    "At one point the crowd cheered.",
]


@pytest.mark.parametrize(("text", "number"), CLAIMS)
def test_claims_something(text: str, number: str) -> None:
    assert about(text, number).is_claim, about(text, number).reason


@pytest.mark.parametrize(("text", "number", "reason"), NO_CLAIMS)
def test_claims_nothing(text: str, number: str, reason: str) -> None:
    description = about(text, number)
    assert (description.is_claim, description.reason) == (False, reason)


@pytest.mark.parametrize("text", OUT_OR_UNSEEN)
def test_no_claim_in_text(text: str) -> None:
    from tests.transforms.claims.reading import described

    assert [number for number, description in described(text) if description.is_claim] == []


def test_furniture_claims_nothing() -> None:
    from transforms.claims.describe import describe
    from transforms.language.document import Document
    from transforms.quantities.quantity import Quantity

    text = "Three soldiers died in Tarn.\n\n5 min read\n"
    document = Document(text, marked=((text.index("5"), len(text) - 1, "furniture"),))
    quantity = Quantity(text.index("5"), text.index("5") + 1, "5", 5, 5, "=")
    from transforms.attribution.attribution import NONE

    (description,) = describe(document, [quantity], [], [NONE])
    assert (description.is_claim, description.reason) == (False, "furniture")
