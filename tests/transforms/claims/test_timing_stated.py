"""When the source said it: case tables of own sentences, published on Wednesday, 30 October 2024."""

from datetime import date

import pytest

from transforms.attribution.attribution import NONE, Attribution
from transforms.claims.timing import stated_on
from transforms.dates.find import find
from transforms.language.document import Document

PUBLISHED = date(2024, 10, 30)


def stated(text: str, source: str, cue: str, published: date | None = PUBLISHED) -> str | None:
    """stated_on of an attribution whose last source and cue words stand in the text like this."""
    document = Document(text, published)
    at, cue_at = text.rindex(source), text.rindex(cue)
    attribution = Attribution(
        source=source, source_text=source, source_start=at, source_end=at + len(source), chain=(), cue_text=cue, cue_start=cue_at,
        cue_end=cue_at + len(cue), quote="indirect", commitment="says", sentence=document.sentence_at(cue_at).index,
    )  # fmt: skip
    return stated_on(document, attribution, find(document))[0]


CASES = [
    ("A study in the Reef Journal from March found 40 wrecks.", "study in the Reef Journal from March", "found", "2024-03"),
    ("Figures from March show 40 wrecks.", "Figures from March", "show", "2024-10-30"),
    # the day of issue, and periods that are none
    ("Figures released on Monday by the Orlo Customs Office showed a gap of 9 million.", "Orlo Customs Office", "showed", "2024-10-28"),
    ("A poll on Monday by Orlo Research had Moss at 40 percent.", "Orlo Research", "had", "2024-10-28"),
    ("Statistics to the end of May showed a fall to 708.", "Statistics to the end of May", "showed", "2024-10-30"),
    ("Almost 200 cases were reported by the ministry for the period from 1 May to 5 June 2024.", "the ministry", "reported", "2024-10-30"),
    ("The firm initially said it would cut 500 jobs.", "The firm", "said", None),
    # no date of its own: current reporting
    ("Nine miners died, the mayor said.", "the mayor", "said", "2024-10-30"),
    ("Nine miners died, according to the mayor.", "the mayor", "according to", "2024-10-30"),
    ("The mayor says nine miners died.", "The mayor", "says", "2024-10-30"),
    ("A new survey shows that 40 percent fear floods.", "survey", "shows", "2024-10-30"),
    # the saying verb's own date
    ("Nine miners died, the mayor said on Monday.", "the mayor", "said", "2024-10-28"),
    ("Nine miners died, the mayor said Monday.", "the mayor", "said", "2024-10-28"),
    ("Nine miners died, the mayor said late on Monday.", "the mayor", "said", "2024-10-28"),
    ("The mayor on Monday said nine miners died.", "The mayor", "said", "2024-10-28"),
    ("The mayor said on Monday that nine miners died on Sunday.", "The mayor", "said", "2024-10-28"),
    ("The mayor said in a statement on Monday that nine miners died.", "The mayor", "said", "2024-10-28"),
    ("The mayor told reporters in Orlo on Monday that nine miners died.", "The mayor", "told", "2024-10-28"),
    ("Nine miners died, said the mayor on Monday.", "the mayor", "said", "2024-10-28"),
    ("On Monday the mayor said nine miners died.", "the mayor", "said", "2024-10-28"),
    ("The ministry announced last month that it had bought 12 ships.", "The ministry", "announced", "2024-09"),
    ("The agency reported in 2019 that 300 wells were dry.", "The agency", "reported", "2019"),
    ("The bank forecast in March that 200 jobs would go.", "The bank", "forecast", "2024-03"),
    ("Nine miners died, the mayor said yesterday.", "the mayor", "said", "2024-10-29"),
    ("Nine miners died, the mayor said earlier on Wednesday.", "the mayor", "said", "2024-10-30"),
    ("The mayor this week put the toll at nine.", "The mayor", "put", "2024-10"),
    ("The ministry's report, released Friday, found 1,800 faults in 2023.", "The ministry's report", "found", "2024-10-25"),
    # the content's date is not the saying's
    ("On Sunday, nine miners died, the mayor said.", "the mayor", "said", "2024-10-30"),
    ("Nine miners died on Sunday, the mayor said.", "the mayor", "said", "2024-10-30"),
    ("The mayor said nine miners died on Sunday.", "The mayor", "said", "2024-10-30"),
    ("The mayor says 90 people will arrive on Friday.", "The mayor", "says", "2024-10-30"),
    ("Nine miners died on Monday, said the mayor.", "the mayor", "said", "2024-10-30"),
    ("A poll held from Oct. 3 to Oct. 7 found 52 percent in favour.", "A poll", "found", "2024-10-30"),
    ('"We lost 30 houses on Sunday," the mayor said.', "the mayor", "said", "2024-10-30"),
    # the occasion on which it was said
    ("In an interview broadcast on Sunday, General Cole conceded that nine miners had died.", "General Cole", "conceded", "2024-10-27"),
    ("In a speech on Saturday, the mayor promised 400 homes.", "the mayor", "promised", "2024-10-26"),
    ("At a news conference on Monday, the mayor said nine miners had died.", "the mayor", "said", "2024-10-28"),
    ("Speaking on Friday, Captain Orr said nine miners had died on Thursday.", "Captain Orr", "said", "2024-10-25"),
    ("In a poll of adults released Monday by the institute, 57 percent said they were worried.", "a poll", "said", "2024-10-28"),
    ("In a poll conducted on Monday by the institute, 57 percent said they were worried.", "a poll", "said", "2024-10-30"),
    ("A report by the institute in March put joblessness at 9 percent and said that 98 mills stood idle.", "report by the institute in March", "said", "2024-03"),
    ("Deputy Ellen Marsh met on Monday with the minister. She informed him that nine miners had died.", "Ellen Marsh", "informed", "2024-10-28"),
    # what the figures are for
    ("The firm reported a net loss of 4 million crowns for 2023.", "The firm", "reported", "2024-10-30"),
    ("The ministry's figures for the first quarter show that 300 mines closed.", "figures for the first quarter", "show", "2024-10-30"),
    # another source's day
    ("State radio said on Tuesday that Orlo had fallen, and officials feared that nine miners had died.", "officials", "feared", "2024-10-30"),
    ("The minister said on Monday that the mills had closed; trade unions talk of 900 lost jobs.", "trade unions", "talk of", "2024-10-30"),
    # an unknown earlier day
    ("The mayor had said nine miners died.", "The mayor", "said", None),
    ("The mayor had earlier said nine miners died.", "The mayor", "said", None),
    ("The mayor previously said nine miners died.", "The mayor", "said", None),
    # the day that the article gave the same source before
    ("The mayor of Orlo said on Monday that the pit was unsafe. Nine miners died, the mayor of Orlo said.", "mayor of Orlo", "said", "2024-10-28"),
    # a day told before, with the place or the hearers of the saying
    ("Brill told reporters in Orlo on Monday that it had spread. Schools shut. Brill said 40 were ill.", "Brill", "said", "2024-10-28"),
    ("Brill told a meeting in Orlo on Monday it had spread. Brill said 40 were ill.", "Brill", "said", "2024-10-28"),
    ("Brill said at a briefing in Orlo on Monday that it had spread. Brill said 40 were ill.", "Brill", "said", "2024-10-28"),
    ("Brill on Monday said it had spread. Brill added that 40 were ill.", "Brill", "added", "2024-10-28"),
    ("Moss told the council on Monday it had spread. Brill said 40 were ill.", "Brill", "said", "2024-10-30"),
    ("Brill said 12 people died on Monday. Brill said 40 were ill.", "Brill", "said", "2024-10-30"),
    # the date that opens the sentence
    ("On Monday, the mayor said nine miners had died.", "the mayor", "said", "2024-10-28"),
    ("Back in 2019, Moss warned that 40 bridges were weak.", "Moss", "warned", "2019"),
    ("On Monday, the mayor said, nine miners died.", "the mayor", "said", "2024-10-30"),
    ("In the third quarter, the firm said it lost 40 million crowns.", "the firm", "said", "2024-10-30"),
    ("In the 2022/23 fiscal year, the firm said it lost 40 million crowns.", "the firm", "said", "2024-10-30"),
    ("According to the study, in 2014 some 40 wells were dry.", "the study", "According to", "2024-10-30"),
    ("According to the mayor on Monday, 40 wells were dry.", "the mayor", "According to", "2024-10-28"),
    # documents that bear a date
    ("In an early-June Hadley poll, Moss had 40 percent.", "Hadley poll", "In", "2024-06"),
    ("A 2022 study by the Orlo Institute found that 40 wells were dry.", "Orlo Institute", "found", "2022"),
    ("Monday's report showed that 40 wells were dry.", "report", "showed", "2024-10-28"),
    ("Data out Monday showed that 40 wells were dry.", "Data", "showed", "2024-10-28"),
    ("The report, which was published on Monday, says 40 wells were dry.", "The report", "says", "2024-10-28"),
    ("Sales hit 40 million, according to figures her party released Monday.", "figures", "according to", "2024-10-28"),
    ("Sales rose 4 percent in September according to the bureau.", "the bureau", "according to", "2024-10-30"),
    # the day of the paper, where it is called by another noun
    ("A new Orlo poll released Monday found 40 in favour. The survey found 22 against.", "survey", "found", "2024-10-28"),
    ("In findings published on Monday, scientists in Orlo reported a paint. The team said 40 roofs leak.", "team", "said", "2024-10-28"),
    ("The agency spoke on Monday at the time of the flood. Officials at the time reported 40 dead.", "Officials", "reported", "2024-10-30"),
    ("Officials reported at the time 40 dead.", "Officials", "reported", None),
    # a count with its day
    ("The ministry reported 40 new cases on Monday.", "The ministry", "reported", "2024-10-28"),
    ("Yesterday, Norland confirmed 40 new cases.", "Norland", "confirmed", "2024-10-29"),
    ("The ministry reported 40 new cases in August.", "The ministry", "reported", "2024-10-30"),
    # what was foreseen
    ("Sales rose 4 percent, above the 3 percent forecast by analysts.", "analysts", "forecast", None),
    ("As of Sept. 10, Norland claimed that 790 had died.", "Norland", "claimed", "2024-09-10"),
    ("As of Monday, Norland said that 790 had died.", "Norland", "said", "2024-10-28"),
    ("The mayor told the Courier in an interview published Sunday that 40 were ill.", "The mayor", "told", "2024-10-27"),
    ("A June 3 report by the Orlo Institute put the toll at 40.", "Orlo Institute", "put", "2024-06-03"),
    ("In a June 3 Hadley University poll, Moss had 40 percent.", "Hadley University poll", "In", "2024-06-03"),
    ("The firm reported a loss of 40 million crowns on Monday.", "The firm", "reported", "2024-10-28"),
]  # fmt: skip


@pytest.mark.parametrize("text, source, cue, expected", CASES, ids=[case[0][:60] for case in CASES])
def test_stated_on(text, source, cue, expected):
    assert stated(text, source, cue) == expected


def test_without_a_source_nothing_was_stated():
    document = Document("Nine miners died on Monday.", PUBLISHED)
    assert stated_on(document, NONE, find(document)) == (None, None)


def test_without_a_publication_date_only_a_full_date_counts():
    assert stated("Nine miners died, the mayor said on Monday.", "the mayor", "said", None) is None
    assert stated("Nine miners died, the mayor said on 3 May 2021.", "the mayor", "said", None) == "2021-05-03"


def test_the_expression_that_dates_the_saying_is_given_back():
    text = "Nine miners died, the mayor said on Monday."
    document = Document(text, PUBLISHED)
    attribution = Attribution(source="the mayor", source_start=18, source_end=27, cue_text="said", cue_start=28, cue_end=32, sentence=0)
    expression = stated_on(document, attribution, find(document))[1]
    assert text[expression.start : expression.end] == "Monday"
