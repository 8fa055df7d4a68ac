"""Naming: one full name for partial names, pronouns, nouns and acronyms; titles and appositions cut off."""

import pytest

CASES = [
    # a firm behind the town where it sits, and a name with a dash in it
    ("Orlo, Norv.-based First of Tavia said [[12]] boats sank.", [("First of Tavia", "indirect")]),
    ("The Orlo-based Save Our Reefs said [[12]] boats sank.", [("Save Our Reefs", "indirect")]),
    ("Ada Moss, an Orlo-based trader, said [[12]] boats sank.", [("Ada Moss", "indirect")]),
    ("The Grain–Timber Bank said [[12]] boats sank.", [("Grain–Timber Bank", "indirect")]),
    ("Jana Holub became mayor in May. Holub said [[12]] people died.", [("Jana Holub", "indirect")]),
    ('Mayor Jana Holub came late. "[[12]] people died," Holub said.', [("Jana Holub", "direct")]),
    ("Jana Holub came late. She said [[12]] people died.", [("Jana Holub", "indirect")]),
    ("Petr Dvorak came late. He said [[12]] people died.", [("Petr Dvorak", "indirect")]),
    ("Petr Dvorak met Jana Holub. She said [[12]] people died.", [("Jana Holub", "indirect")]),
    ("Petr Dvorak met Jana Holub. He said [[12]] people died.", [("Petr Dvorak", "indirect")]),
    ("The Interior Ministry held a briefing. The ministry said [[12]] people died.", [("Interior Ministry", "indirect")]),
    ("The World Fish Agency met in Tavia. The agency said [[12]] boats sank.", [("World Fish Agency", "indirect")]),
    ("The World Fish Agency (WFA) met in Tavia. The WFA said [[12]] boats sank.", [("World Fish Agency", "indirect")]),
    ("The World Fish Agency (WFA) met in Tavia. [[12]] boats sank, WFA said.", [("World Fish Agency", "indirect")]),
    ("Radio Tavia had the news first. [[12]] people died, the radio said.", [("Radio Tavia", "indirect")]),
    ("Security sources spoke of 10 dead. [[12]] people were hurt, the sources said.", [("Security sources", "indirect")]),
    ("Police said 10 people died. They said [[12]] people were hurt.", [("Police", "indirect")]),
    ("The port authority said 10 boats sank. It said [[12]] were missing.", [("port authority", "indirect")]),
    ("The port authority has lost [[12]] boats, it said on Monday.", [("port authority", "indirect")]),
    ("The Tavia Institute polled 900 people. The institute found that [[40 percent]] agreed.", [("Tavia Institute", "indirect")]),
    ("Foreign Minister Pavel Urban arrived. Urban said [[12]] ships left.", [("Pavel Urban", "indirect")]),
    ("Foreign Minister Pavel Urban arrived. Mr. Urban said [[12]] ships left.", [("Pavel Urban", "indirect")]),
    ("Mr. Pavel Urban and Mrs. Vera Urban arrived. Mrs. Urban said [[12]] ships left.", [("Vera Urban", "indirect")]),
    ('President Olga Brandt spoke. "[[12]] ships left," Brandt said.', [("Olga Brandt", "direct")]),
    ("French Interior Minister Luc Marchand said [[12]] people died.", [("Luc Marchand", "indirect")]),
    ("Interior Ministry spokesman Ivan Orlov said [[12]] people died.", [("Ivan Orlov", "indirect")]),
    ("Ivan Orlov, a spokesman for the Interior Ministry, said [[12]] people died.", [("Ivan Orlov", "indirect")]),
    ("The spokesman, Ivan Orlov, said [[12]] people died.", [("Ivan Orlov", "indirect")]),
    ("A spokesman for the Interior Ministry said [[12]] people died.", [("spokesman for the Interior Ministry", "indirect")]),
    ("Ivan Orlov's deputy said [[12]] people died.", [("Ivan Orlov's deputy", "indirect")]),
    ("South Tavia's National Security Service said [[12]] people died.", [("South Tavia's National Security Service", "indirect")]),
    ("The Ministry of Health said [[12]] people died.", [("Ministry of Health", "indirect")]),
    ("The Organization for Rivers and Lakes said [[12]] fish died.", [("Organization for Rivers and Lakes", "indirect")]),
    ("Dr. Eva Klein of the University of Tavia said [[12]] people died.", [("Eva Klein", "indirect")]),
    ("Sen. Ada Moss (D-Ohio) said [[12]] bills passed.", [("Ada Moss", "indirect")]),
    ("The U.S. State Department said [[12]] people died.", [("U.S. State Department", "indirect")]),
    ("Human Rights Monitor said [[12]] people died.", [("Human Rights Monitor", "indirect")]),
    ("A group of doctors said [[12]] people died.", [("group of doctors", "indirect")]),
    ("Several witnesses said [[12]] people died.", [("Several witnesses", "indirect")]),
    ("Witnesses and police said [[12]] people died.", [("Witnesses and police", "indirect")]),
    ("Colonel Petr Dvorak said 3 tanks burned. The colonel said [[12]] men were hurt.", [("Petr Dvorak", "indirect")]),
    ("Volunteers worked all night. One volunteer said [[12]] people died.", [("One volunteer", "indirect")]),
    ("The mayor's office said [[12]] people died.", [("mayor's office", "indirect")]),
    ("Mayor Jana Holub spoke on Monday.\n\nThe water rose all night.\n\nHolub said [[12]] houses went.", [("Jana Holub", "indirect")]),
    ("Ada Moss and Ivan Dell said [[12]] ships left.", [("Ada Moss and Ivan Dell", "indirect")]),
    ("Both Ada Moss and Ivan Dell said [[12]] ships left.", [("Ada Moss and Ivan Dell", "indirect")]),
    ("The New Tavia Times said [[12]] ships left.", [("New Tavia Times", "indirect")]),
    ("Kim Moss came late. Ms. Moss sat down. Petr Dvorak spoke first. She said [[12]] ships left.", [("Kim Moss", "indirect")]),
    # the WHO is no pronoun
    ("The WHO reported [[12]] cases.", [("WHO", "indirect")]),
    ("WHO chief Ada Moss said [[12]] people died.", [("Ada Moss", "indirect")]),
    ("Roe, who came late, said [[12]] people died.", [("Roe", "indirect")]),
    # a body for its noun, where the noun fits it
    ("Tavia Rivers Watch, a monitor, met. The Osk-based monitor said [[12]] ships left.", [("Tavia Rivers Watch", "indirect")]),
    ("UNICEF came. The agency said [[12]] people died.", [("UNICEF", "indirect")]),
    ("UNICEF came. The ministry said [[12]] people died.", [("ministry", "indirect")]),
    ("The Ministry of Trade met. The ministry said [[12]] ships left.", [("Ministry of Trade", "indirect")]),
    ("The Red Spear Front attacked. The army said [[12]] people died.", [("army", "indirect")]),
    ("At 0800 GMT all was calm. The Lenta news agency said [[12]] people died.", [("Lenta news agency", "indirect")]),
    ("Shares of Tavia Oil fell. The company said [[12]] ships left.", [("Tavia Oil", "indirect")]),
    ("Secretary of State Ada Moss came. In May the state said [[12]] ships left.", [("state", "indirect")]),
    ("The Norland governor was late. It was, the governor said, a loss of [[12]] ships.", [("governor", "indirect")]),
    ("Citizens for Moss, which expects [[12]] guests, met on Monday.", [("Citizens for Moss", "indirect")]),
    ("Rising Tide Partners, a sports agency, says it lost [[12]] clients.", [("Rising Tide Partners", "indirect")]),
    ("According to officials on Saturday, [[two]] visitors died.", [("officials", "indirect")]),
    ("Some [[12]] villages were hit, according to an ODR report on Saturday.", [("ODR report", "indirect")]),
    (
        "A report published on Monday by the Orlo Institute said [[40]] people had died.",
        [("report published on Monday by the Orlo Institute", "indirect")],
    ),
    ("Orlo Health Office (OHO) data showed [[40]] people fell ill.", [("Orlo Health Office (OHO) data", "indirect")]),
    ("The Committee to Protect Rivers reported [[16]] spills.", [("Committee to Protect Rivers", "indirect")]),
    ("Sales hit [[$38 million]], according to figures her party released Friday.", [("her party", "indirect")]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_naming(read, text, expected):
    assert [(said.source, said.quote) for said in read(text)] == expected


POINTING_BACK = [
    (
        "Works Minister Petr Dvorak spoke after a meeting chaired by Premier Ivan Dell. Dvorak told reporters the dam was safe. "
        "It would cost [[3 million]] euros, he said.",
        ["Petr Dvorak"],
    ),
    (
        "The refugee chief, Petr Dvorak, spoke at the Global Rivers Forum, and said funds had dried up. “We are [[900]] here,” he said.",
        ["Petr Dvorak"],
    ),
    ("Survivors dug in Orlo County, a senior official said. [[Thousands]] slept outside, he added.", ["senior official"]),
    ("The rains went on in Orlo County. An official who gave his name as Orlan said [[nine]] farms were lost.", ["Orlan"]),
    (
        "“We lost the old,” said an aid official who gave his name as Orlan. Survivors dug all night, the official said. [[Nine]] slept outside, he added.",
        ["Orlan"],
    ),
    ("The ministry banned the sale of fish, Lenta reported. The fish tested clean, Lenta said. So far [[900]] tons were burnt, it said.", ["Lenta"]),
    ("Ivan Dell spoke of rain, a reporter said. Petr Dvorak sold water at the gate. He said he made [[40]] euros.", ["Petr Dvorak"]),
    ("Secretary of State Ada Moss said [[40]] ships had left.", ["Ada Moss"]),
    ("Water and Coal Minister Piotr Dvorak said [[40]] mines would close.", ["Piotr Dvorak"]),
    ("Acting Water, Forests and Mining Services Minister Piotr Dvorak said [[40]] mines would close.", ["Piotr Dvorak"]),
    (
        "Speaking to Lenta, Ivan Dell, Deputy Minister at the Norland ministry of water, irrigation, said the [[254]] MW plant would start.",
        ["Ivan Dell"],
    ),
    ("A poll on Friday by pollster ORL had Moss [[two]] points ahead.", ["ORL"]),
    ("Pollster ORL put Moss [[two]] points ahead of Dell.", ["Pollster ORL"]),
    (
        "A survey by the Orlo Institute put the Greens at [[12 percent]]. The poll put the Reds at [[9 percent]]. It had the Blues at [[8 percent]].",
        ["survey by the Orlo Institute", "poll by the Orlo Institute", "poll by the Orlo Institute"],
    ),
    ("The board of the World Rivers Fund approved [[$3 million]] in loans on Monday, the agency said in a statement.", ["World Rivers Fund"]),
    ("Another carmaker, Norland Motors (NM), announced that it seeks [[3 million]] euros.", ["Norland Motors"]),
    ("A Norvac poll found that Cole draws votes from Brandt. Cole had [[37 percent]], according to the results.", ["Norvac poll"]),
    ("Cole leads, according to a Norvac/Courier survey released on Tuesday. He has [[52 percent]], the poll found.", ["Norvac/Courier survey"]),
    ("The results show that [[40 percent]] back Cole.", ["results"]),
    ("According to Holm, many stay away. “Now that [[90 percent]] are cured, they come,” he told the press.", ["Holm"]),
    ("The Health Bureau said [[60]] people had fallen ill. Of these, [[40]] were children.", ["Health Bureau", "Health Bureau"]),
    ("Some [[60]] people fell ill. Of these, [[40]] were children.", [None, None]),
    ("The Health Bureau said [[60]] people had fallen ill. The clinic has [[40]] beds.", ["Health Bureau", None]),
]


@pytest.mark.parametrize(("text", "expected"), POINTING_BACK, ids=[case[0] for case in POINTING_BACK])
def test_pointing_back(read, text, expected):
    assert [said.source for said in read(text)] == expected
