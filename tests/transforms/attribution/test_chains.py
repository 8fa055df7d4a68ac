"""Chains: every hop in order, nearest to the publisher first; the last is the source, and a single hop is no chain."""

import pytest

CASES = [
    ("The Tavia news agency reported that police said [[12]] people had died.", (("Tavia news agency", "police"), "police")),
    ("Lenta reported, citing the interior ministry, that [[12]] people had died.", (("Lenta", "interior ministry"), "interior ministry")),
    ("[[12]] people died, Lenta reported, citing the interior ministry.", (("Lenta", "interior ministry"), "interior ministry")),
    ("Lenta reported, citing Orlo University data, there were over [[12]] deaths.", (("Lenta", "Orlo University data"), "Orlo University data")),
    ("[[12]] people died, the Lenta agency reported citing police.", (("Lenta agency", "police"), "police")),
    ("Citing rescuers, Radio Tavia said [[12]] miners were trapped.", (("Radio Tavia", "rescuers"), "rescuers")),
    ("The Herald quoted the mayor as saying [[12]] people had died.", (("Herald", "mayor"), "mayor")),
    ("Mayor Jana Holub was quoted by the Herald as saying [[12]] people had died.", (("Herald", "Jana Holub"), "Jana Holub")),
    ("The minister was cited by Interpress as saying that [[12]] ships had left.", (("Interpress", "minister"), "minister")),
    ("According to the Herald, police said [[12]] people had died.", (("Herald", "police"), "police")),
    ("According to the Herald, which cited police, [[12]] people had died.", (("Herald", "police"), "police")),
    ("The Herald, citing police, reported [[12]] deaths.", (("Herald", "police"), "police")),
    ("The Herald said, citing officials, that [[12]] were hurt.", (("Herald", "officials"), "officials")),
    ("The Herald reported that, according to the ministry, [[12]] were hurt.", (("Herald", "ministry"), "ministry")),
    (
        "The Herald said a report by the audit office showed [[12]] bridges were unsafe.",
        (("Herald", "report by the audit office"), "report by the audit office"),
    ),
    ("Mayor Holub said a survey found [[40]] percent wanted to leave.", (("Holub", "survey"), "survey")),
    ("Mayor Holub said that, according to the statistics office, [[40]] percent had left.", (("Holub", "statistics office"), "statistics office")),
    ("Police told the Herald that the driver said [[12]] passengers were on board.", (("Police", "driver"), "driver")),
    ("A spokesman said that doctors had reported [[12]] cases.", (("spokesman", "doctors"), "doctors")),
    (
        "The latest reports, which originated from the health institute, suggested that [[12]] people were ill.",
        (("reports", "health institute"), "health institute"),
    ),
    ("The army said intelligence reports showed [[12,000]] troops had crossed.", (("army", "intelligence reports"), "intelligence reports")),
    ("State television quoted the general as saying that [[12]] tanks were destroyed.", (("State television", "general"), "general")),
    (
        "The Herald reported that data from the labour office showed [[5]] percent were out of work.",
        (("Herald", "data from the labour office"), "data from the labour office"),
    ),
    ("Radio Tavia quoted police as saying [[12]] people had been arrested.", (("Radio Tavia", "police"), "police")),
    ('"The ministry says [[12]] people died," Mayor Jana Holub said.', (("Jana Holub", "ministry"), "ministry")),
    ('"According to the ministry, [[12]] people died," Mayor Jana Holub said.', (("Jana Holub", "ministry"), "ministry")),
    ("The Herald reported on Monday that the bank had said it would cut [[900]] jobs.", (("Herald", "bank"), "bank")),
    ("The union said the company had announced [[900]] job cuts.", (("union", "company"), "company")),
    (
        "The Lenta agency said a military spokesman told reporters that [[12]] jets were lost.",
        (("Lenta agency", "military spokesman"), "military spokesman"),
    ),
    ("The Lenta agency, quoting an unnamed official, said [[12]] jets were lost.", (("Lenta agency", "unnamed official"), "unnamed official")),
    ("[[12]] jets were lost, the Lenta agency said, quoting an unnamed official.", (("Lenta agency", "unnamed official"), "unnamed official")),
    ("The Herald, quoting Finance Minister Pavel Urban, said the gap was [[3]] percent.", (("Herald", "Pavel Urban"), "Pavel Urban")),
    ("The Post reported that officials estimate [[3,000]] fighters are there.", (("Post", "officials"), "officials")),
    ("Officials cited by the Herald said [[12]] people had died.", (("Herald", "Officials"), "Officials")),
    ("Sources quoted by Radio Tavia said [[12]] people had died.", (("Radio Tavia", "Sources"), "Sources")),
    ("The Herald reported that the minister had told parliament [[12]] ships were sold.", (("Herald", "minister"), "minister")),
    ("Rebels quoted by the Lenta agency said [[12]] soldiers had died.", (("Lenta agency", "Rebels"), "Rebels")),
    ("Officials said [[12]] people died, Radio Tavia reported.", (("Radio Tavia", "Officials"), "Officials")),
    ("[[12]] people died, police told Radio Tavia.", ((), "police")),
    ("According to a report by Lenta, the ministry said [[12]] people died.", (("report by Lenta", "ministry"), "ministry")),
    ("The institute, quoting hospital data, said [[12]] patients had died.", (("institute", "hospital data"), "hospital data")),
    ("A doctor quoted by the Herald said [[12]] patients had died.", (("Herald", "doctor"), "doctor")),
    ("The agency reported, quoting the governor, that [[12]] roads were closed.", (("agency", "governor"), "governor")),
    ("The paper quoted a survivor, Abdul Karim, as saying [[12]] people drowned.", (("paper", "Abdul Karim"), "Abdul Karim")),
    (
        "According to the newspaper Le Courrier, which cites a leaked police memo, [[12]] officers were suspended.",
        (("Le Courrier", "leaked police memo"), "leaked police memo"),
    ),
    # three links
    ("The Herald reported, citing the mayor, that doctors had said [[40]] died.", (("Herald", "mayor", "doctors"), "doctors")),
    ("The Herald, citing Norpress, which quoted an official, said [[40]] had died.", (("Herald", "Norpress", "official"), "official")),
    (
        "The agency said the ministry told the council that the army had reported [[40]] dead.",
        (("agency", "ministry", "army"), "army"),
    ),
    (
        "Radio Osk quoted the governor as saying that doctors had told him [[12]] people died.",
        (("Radio Osk", "governor", "doctors"), "doctors"),
    ),
    ("A report attributed to the army said [[12]] men died.", (("report", "army"), "army")),
    ("[[90]] people died, according to a Lenta count based on official statements.", ((), "Lenta count")),
    ("Hospitals admitted [[37]] people, said Dr. Kim.", ((), "Kim")),
    ("Police said [[12]] people died.", ((), "Police")),
    ("[[12]] people died, according to the ministry.", ((), "ministry")),
    ("The mayor said he had said [[12]] houses burned.", ((), "mayor")),
    ("The bank said it estimated losses at [[3 million]] dollars.", ((), "bank")),
    ("Both surveys showed [[40]] cases of fraud, the Orlo Institute said.", ((), "Orlo Institute")),
    ("A Hadley report showed [[40]] cases, the mayor said.", (("mayor", "Hadley report"), "Hadley report")),
    ("Sales rose far above the [[3 percent]] expected by analysts.", ((), "analysts")),
    ("The [[40]] homes expected by May were not built, the mayor said.", ((), "mayor")),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_chains(read, text, expected):
    said = read(text)[-1]
    assert (said.chain, said.source) == expected
