"""Numerals whose wording shows that they claim nothing, with the reason; and their neighbours that do claim."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from transforms.dates.expression import TimeExpression
from transforms.language.document import Document
from transforms.quantities.find import find

CASES = [
    ("The «500»-stock index rose", "name"),
    ("a tenth of «1 percent» of the crop", "reference"),
    ("She lived there until she was «nineteen» and then left.", "age"),
    ("Here are my «two» cents on the plan.", "idiom"),
    # dates and times
    ("It opened in «1987» near Orrin", "date"),
    ("The «1994» flood", "date"),
    ("since «2003»", "date"),
    ("on May «4» they met", "date"),
    ("on «4» May they met", "date"),
    ("Sept. «11» hearings", "date"),
    ("on «2019»-03-04", "date"),
    ("between December «24» and 25", "date"),
    ("between December 24 and «25»", "date"),
    ("yields over «2000» - 2050", "date"),
    ("in the «1990»s", "date"),
    ("the «9»/11 hearings", "date"),
    ("at «9»:47 a.m.", "time"),
    ("at «22»:30", "time"),
    ("at «3» p.m.", "time"),
    ("at «1»pm", "time"),
    ("at «0500» GMT", "time"),
    ("at «one» o'clock", "time"),
    ("at «8» o'clock", "time"),
    ("The index (1990-92=«100») rose again.", "reference"),
    ("The P5+«1» nations met again.", "reference"),
    ("Boeing sold more 767s and dropped «787» orders.", "name"),
    # ages
    ("Of the passengers 30 were under «18».", "age"),
    ("He was «17» when he joined", "age"),
    ("He left, and «23» when he returned", "age"),
    ("The minister, «62», has led the party", "age"),
    ("She turned «65» in March", "age"),
    ("a third of whom are under «35»", "age"),
    ("none was older than «25»", "age"),
    ("free for children under «15».", "age"),
    ("one in six children under «five» is hungry", "age"),
    ("most residents are under «20», he said", "age"),
    ("adults between the ages of «20» and 44", "age"),
    ("adults between the ages of 20 and «44»", "age"),
    ("Adopted when she was around «10», she left", "age"),
    ("two boys aged one and «four»", "age"),
    ("on the bureau's «10» Most Wanted list", "name"),
    ("Tamsin Orr, «42», a baker", "age"),
    ("Tamsin Orr, «42», and her aunt", "age"),
    ("a «42»-year-old baker", "age"),
    ("a «42» year old baker", "age"),
    ("she is «42» years old", "age"),
    ("a «nine»-month-old calf", "age"),
    ("aged «42»", "age"),
    ("girls aged «10 to 14»", "age"),
    ("those «18 to 35» years old", "age"),
    ("at the age of «four» months", "age"),
    ("«65» and older", "age"),
    ("Tamsin Orr, «40» — a baker", "age"),
    ("Tamsin Orr, who is «70», came", "age"),
    ("loans for people under «30».", "age"),
    ("32 percent below «2005» levels", "date"),
    ("goats outnumber cats «4» to 1", "score"),
    ("post id «1474387200»", "reference"),
    ("with «50» days until the fair", "duration_placing"),
    ("during her «four» years in office", "duration_placing"),
    ("$84 million over «10» years", "duration_placing"),
    ("a «5» min read", "furniture"),
    ("a man in his «30»s", "age"),
    ("a man in his late «30»s", "age"),
    ("the summer of the «90»s", "date"),
    # ordinals
    ("the «22»nd amendment", "ordinal"),
    ("in the «18»th minute", "ordinal"),
    ("scored «a third» goal", "ordinal"),
    # names, models, units of armies
    ("a Falkor-«35» jet", "name"),
    ("a Su-«27» jet", "name"),
    ("COVID-«19» wards", "name"),
    ("AK-«47» rifles", "name"),
    ("a Boeing «737» landed", "name"),
    ("two new «737» Max jets", "name"),
    ("the Nasdaq «100» fell", "name"),
    ("an iPhone «14» on sale", "name"),
    ("the Group of «Seven» met", "name"),
    ("on BBC «One»", "name"),
    ("a «5»G mast", "name"),
    ("a «4»K screen", "name"),
    ("«155»mm shells", "name"),
    ("«155»-mm howitzers", "name"),
    ("«7.62»mm rounds", "name"),
    # references
    ("Resolution «2231» passed", "reference"),
    ("under Article «5» of the pact", "reference"),
    ("section «230» of the act", "reference"),
    ("Flight «587» crashed", "reference"),
    ("on Route «66»", "reference"),
    ("in Room «101»", "reference"),
    ("on page «12»", "reference"),
    ("Chapter «11» protection", "reference"),
    ("No. «5» seed", "reference"),
    ("the #«2» browser", "reference"),
    ("number «3» on the list", "reference"),
    ("phase «3» trials", "reference"),
    ("a category «4» storm", "reference"),
    ("posts «542» and 543", "reference"),
    ("posts 542 and «543»", "reference"),
    ("«22» U.S.C. 2751", "reference"),
    # scores
    ("They won «3»-1", "score"),
    ("an «8»-12 record", "score"),
    ("a «2»-0 defeat", "score"),
    ("won the set «6»-4", "score"),
    ("Belmore «3» – 0 Tarrant", "score"),
    # contact, versions, lists
    ("call «555»-123-4567", "contact"),
    ("at «1600» Kestrel Avenue", "contact"),
    ("firmware «2.4».1", "version"),
    ("using Windows «10» at home", "version"),
    ("(«1») Address hunger", "list_number"),
    ("«1». Wash hands", "list_number"),
    # one and idioms
    ("«one» of the reasons", "pronoun"),
    ("«One» of them left", "pronoun"),
    ("«one» of Orrin's oldest mills", "pronoun"),
    ("no «one» came", "pronoun"),
    ("this «one» is cracked", "pronoun"),
    ("the new «one» is cracked", "pronoun"),
    ("a very serious «one».", "pronoun"),
    ("«one» can only guess", "pronoun"),
    ("«One» day she left", "idiom"),
    ("at «one» point he wept", "idiom"),
    ("on the «one» hand", "idiom"),
    ("«one» by one", "idiom"),
    ("a «one»-off gift", "idiom"),
    ("a «one»-way street", "idiom"),
    ("a «two»-way street", "idiom"),
    ("«zero» tolerance", "idiom"),
    ("open «24»/7", "idiom"),
    ("the second «half» ended", "idiom"),
    ("He was «35».", "age"),
    ("She will be «35» by June.", "age"),
    ("Apollo «11» Crew Returns", "name"),
    # multipliers
    ("«twice» as much", "multiplier"),
    ("«10» times the average", "multiplier"),
    ("«three» times as many", "multiplier"),
    ("«five» times more", "multiplier"),
    ("an «18»-fold rise", "multiplier"),
    ("a «ten»-fold rise", "multiplier"),
    ("sales «doubled»", "multiplier"),
    ("costs «tripled»", "multiplier"),
    # durations that only place something in time
    ("«two» weeks ago", "duration_placing"),
    ("«three» days later", "duration_placing"),
    ("«ten» days before the fair", "duration_placing"),
    ("«four» hours after the vote", "duration_placing"),
    ("in «two» hours", "duration_placing"),
    ("over the past «three» days", "duration_placing"),
    ("in the last «28» years", "duration_placing"),
    ("the first «six» months", "duration_placing"),
    ("every «two» years", "duration_placing"),
    ("after «two» years", "duration_placing"),
    ("«12» months earlier", "duration_placing"),
    ("«two» years since the flood", "duration_placing"),
    # telephone numbers
    ("call «020» 7946 0018 today", "contact"),
    ("call «0800» 123 4567 today", "contact"),
    ("call +«49» 30 123456 today", "contact"),
    ("call («202») 555-0134 today", "contact"),
    ("on «01632» 960983", "contact"),
    ("ring «0161»-496-0018", "contact"),
    ("on «1 800 555» 0199", "contact"),
    ("call «555» 1234 now", "contact"),
    ("She called «999» at noon", "contact"),
    # ages of several people
    ("His sisters, «5» and 7, were found", "age"),
    ("His sisters, 5 and «7», were found", "age"),
    ("Her children, four, «six» and nine, were found", "age"),
    ("Tamsin and Ben, «5» and 7, were found", "age"),
    ("Tamsin and Ben, 5 and «7», were found", "age"),
    ("two «20»-somethings", "age"),
    ("a bar for «thirty»-somethings", "age"),
    ("aged «between 18 and 20»", "age"),
    # the base of a rate
    ("240 cases per «100,000» people", "reference"),
    ("12 deaths per «1,000» births", "reference"),
    ("3.2 thefts for every «100,000» residents", "reference"),
    # a plural before a list
    ("closed wards «23» and 29", "reference"),
    ("closed wards 23 and «29»", "reference"),
    ("from platforms «4», 5 and 6", "reference"),
    ("It is «one» of dozens of mills", "pronoun"),
    ("It was «one» of more than 40 mills", "pronoun"),
    ("It is only «one» of the reasons", "pronoun"),
    ("seat «12»C", "name"),
    ("the «3»C cells", "name"),
    ("12 cases per «million» people", "reference"),
    ("on «00» 44 20 7946 0958", "contact"),
]  # fmt: skip


@pytest.mark.parametrize(("case", "reason"), CASES, ids=[case for case, _ in CASES])
def test_reason(case: str, reason: str) -> None:
    start = case.index("«")
    text = case.replace("«", "").replace("»", "")
    reasons = {q.start: q.reason for q in find(Document(text))}
    assert reasons.get(start) == reason


CLAIMS = [
    "The talks were to last «two» days",
    "Polls had Cole edging Hadley «47» to 41 percent",
    "Rudd has 67 delegates, Ortega «11» and Whitlock six.",
    "The mayor took 52 percent and Hadley «31», the board said",
    "a magnitude-«6.2» earthquake",
    "a poll of «2047» registered voters",
    "police said that «one» marcher had been beaten",
    "rates are under «5 percent»",
    "inflation fell by «a quarter» between 2001 and 2009",
    "In Orrin «40» people died",
    "on the flight «12» people died",
    "«2000» people marched",
    "a survey of «1709» schoolchildren",
    "«8000» migrants may be at sea",
    "more than «2000» marched",
    "«39» states",
    "a «50»-state poll",
    "On Tuesday «12» ferries sank",
    "Bomb Kills «12» In Orrin",
    "Bus Hits «12» In Osk",
    "Bus Hits «12» in Osk",
    "She was «35» points ahead",
    "He will be «40 percent» owner",
    "On May 4, «500» people met",
    "in 2003, «150» people met",
    "«one» soldier was killed",
    "the shelling killed «one» and wounded four",
    "«four» AK-47 rifles",
    "attacked «three» times by bandits",
    "as few as «one»",
    "a «one»-day strike",
    "The council voted «7»-2 for it",
    "«2»-year bonds",
    "the «155» mm bore",
    "«737» passengers boarded",
    "said «5» of 30 pages were blank",
    "«12» dead, 40 hurt",
    "He is no «5 percent» man",
    "They lost «three» games",
    "According to the NLP, «46» of its members were killed",
    "At Norl Steel, «46» of those hurt were welders",
    "In the wards «23» patients died",
    "On the platforms «40 or 50» people sang",
    "Only «one» of the 168 members voted no",
    "Only «one» of the mills closed",
    "«One» of the wounded died",
    "«One» of the injured later died",
    "wounded more than 80, «one» critically",
    "«240» cases per 100,000 people",
    "In Osk and Belmore, «5» and 7 people died",
    "They sent «40» 155mm howitzers",
    "Police called «40» witnesses",
]


@pytest.mark.parametrize("case", CLAIMS)
def test_no_reason(marked: Callable, case: str) -> None:
    assert marked(case)[1].reason is None


def test_numerals_inside_given_dates_are_left_out() -> None:
    text = "In 2003 some 40 mules came, two weeks ago 5 left."
    dates = [
        TimeExpression(3, 7, "2003", "DATE", "2003", date(2003, 1, 1), date(2003, 12, 31), "year", "none"),
        TimeExpression(28, 41, "two weeks ago", "DATE", "2024-W01", None, None, "week", "publication"),
    ]
    found = find(Document(text), dates)
    assert [(q.text, q.reason) for q in found] == [("40", None), ("two", "duration_placing"), ("5", None)]


def test_letters_with_digits_inside_are_no_numerals() -> None:
    assert find(Document("HTML5, MH370, the A4 sheet, R2D2 and S23 phones")) == []


def test_a_string_of_digits_that_is_a_code_is_no_number() -> None:
    assert find(Document("hash " + "7" * 60)) == []
