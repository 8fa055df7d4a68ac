"""Ordinary news sentences of many kinds: who is responsible for each number, or nobody."""

import pytest

CASES = [
    ("A Quorn University poll found last week that Cole would beat Tramm 46 to [[40 percent]].", ["Quorn University poll"]),
    ("Flames destroyed [[40]] shops in the old market of Pelva, the fire chief said early Sunday.", ["fire chief"]),
    ("The opposition accused the army of killing [[12]] protesters.", ["opposition"]),
    ("Heavy snow has cut off [[60]] villages, according to Interior Minister Olga Brand.", ["Olga Brand"]),
    ("The central bank expects prices to rise by [[4 percent]] this year.", ["central bank"]),
    ("At least [[five]] people were killed and [[20]] injured when a bus overturned, state media reported.", ["state media", "state media"]),
    ("The company, which employs [[9,000]] people, reported a loss of [[$40 million]] on Tuesday.", [None, "company"]),
    ('"We have [[30]] beds left," said Nora Lindh, a nurse at the clinic.', ["Nora Lindh"]),
    ("The rebels, who control [[two]] provinces, have not commented.", [None]),
    ("Unemployment fell to [[6.1 percent]] in May, the statistics office announced.", ["statistics office"]),
    ("Unemployment fell to [[6.1 percent]] in May.", [None]),
    ("Witnesses told AFP that soldiers had shot [[three]] men.", ["Witnesses"]),
    ("A United Nations report published on Wednesday said [[1.2 million]] people needed food.", ["United Nations report"]),
    ("Prosecutors say Kran took [[$2 million]] in bribes, a charge he denies.", ["Prosecutors"]),
    ("The party won [[61]] of the [[150]] seats, the election commission said.", ["election commission", "election commission"]),
    ("Some [[400]] guests attended the wedding.", [None]),
    ("The price of bread has risen by [[15 percent]] since March.", [None]),
    ("Analysts had forecast a fall of [[3 percent]].", ["Analysts"]),
    ("The ship sank with [[90]] people aboard, the coast guard said, adding that [[12]] had been rescued.", ["coast guard", "coast guard"]),
    ("Officials in Pelva reported [[three]] new cases; none was reported in Osk.", ["Officials in Pelva"]),
    ("The government said it would send [[300]] troops, but the opposition says the true figure is [[900]].", ["government", "opposition"]),
    ("The president, speaking in Osk, said [[10,000]] homes would be built.", ["president"]),
    ("[[Two]] men were arrested, a police source told Reuters on condition of anonymity.", ["police source"]),
    ("Aid agencies estimate that [[70,000]] people have fled.", ["Aid agencies"]),
    ("It was not immediately clear how the [[12]] men had died.", [None]),
    ("The court sentenced Brand to [[nine]] years in prison.", [None]),
    ("The study, published in the Journal of Rivers, found that [[40 percent]] of fish had vanished.", ["study"]),
    ("Lawyers for the family said they would seek [[$5 million]].", ["Lawyers for the family"]),
    ("The ministry's spokeswoman, Ada Moss, said [[40]] schools had closed.", ["Ada Moss"]),
    ("Spokeswoman Ada Moss of the health ministry said [[40]] schools had closed.", ["Ada Moss"]),
    ("The tally does not include [[40]] people who remain missing, Mayor Petr Holub said.", ["Petr Holub"]),
    ("The quake, which measured [[6.2]], was felt in Osk, the seismological institute said.", ["seismological institute"]),
    ("The strike cost the airline [[$40 million]], its chief executive, Leo Marsh, said.", ["Leo Marsh"]),
    ("The strike cost the airline [[$40 million]] a day.", [None]),
    ("Asked about the delay, Moss said [[four]] trains had broken down.", ["Moss"]),
    ("Residents described seeing [[two]] helicopters overhead.", ["Residents"]),
    ("The paper, citing diplomats, said [[40]] envoys would leave; the foreign ministry declined to comment.", ["diplomats"]),
    ("The dam holds [[3 million]] cubic metres of water.", [None]),
    ("The band has sold [[2 million]] records.", [None]),
    ("The United States has pledged [[$50 million]] in aid.", ["United States"]),
    ("Ministers agreed to cut output by [[500,000]] barrels a day.", [None]),
    ("The strike cost the airline [[$40 million]], its chief executive, Leo Marsh, said.", ["Leo Marsh"]),
    (
        "A total of [[127]] people were killed when a boat sank Sunday night south of Pelva, the local newspaper Daily Star reported Monday.",
        ["Daily Star"],
    ),
    ("The ferry had more than [[400]] people on board, the paper quoted a survivor, Abdul Karim, as saying.", ["Abdul Karim"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_ordinary(read, text, expected):
    assert [said.source for said in read(text)] == expected
