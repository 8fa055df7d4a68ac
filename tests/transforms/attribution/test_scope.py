"""Scope: what a cue covers in its sentence and what it leaves to narration."""

import pytest

CASES = [
    ("These workers, Roe explained earlier in the hearing, were “poor,” earning [[900]] crowns a month.", [("Roe", "indirect")]),
    ("The office says it would cut costs at first, but would add [[3 million]] dollars later.", [("office", "indirect")]),
    ("The poll showed a deep divide: [[42 percent]] agreed.", [("poll", "indirect")]),
    ("[[42 percent]] of people in a new Lenta poll said they agreed.", [("Lenta poll", "indirect")]),
    ("The budget office said about [[half]] of the higher loss in its outlook reflected tax cuts.", [("budget office", "indirect")]),
    ("The minister said the plan was sound. It will cost [[3 million]] dollars.", [(None, "none")]),
    ("Police said 12 people died, and the fire burned [[3]] houses.", [("Police", "indirect")]),
    ("The storm hit on Monday. [[12]] people died. Police said the roads were closed.", [(None, "none")]),
    ("Police arrested [[12]] people, a spokesman said.", [("spokesman", "indirect")]),
    ("Police arrested 12 people. A spokesman said [[3]] were armed.", [("spokesman", "indirect")]),
    ("The boat, which officials say carried [[12]] people, sank.", [("officials", "indirect")]),
    ("The [[12]] people whom police say were on board have died.", [("police", "indirect")]),
    ("The plan costs [[3 million]] dollars, more than the minister said.", [(None, "none")]),
    ("The town, which has [[12]] schools, said it would build more.", [(None, "none")]),
    ("The mayor, who has [[12]] aides, said the town was safe.", [(None, "none")]),
    ("When [[12]] people died, the mayor said nothing.", [(None, "none")]),
    ("The mayor said the town was safe after [[12]] people had died there.", [("mayor", "indirect")]),
    ("Officials say that of [[12]] boats, two were lost.", [("Officials", "indirect")]),
    ("A man with [[12]] dogs told police that he was lost.", [(None, "none")]),
    ("The army told [[12,000]] people to leave.", [(None, "none")]),
    ("Officials told residents of [[12]] villages to leave.", [(None, "none")]),
    ("The poll of [[900]] people found that most agreed.", [(None, "none")]),
    ("In a Tavia Institute poll, [[40 percent]] said they agreed.", [("Tavia Institute poll", "indirect")]),
    ("In the latest poll, [[40 percent]] agreed.", [("poll", "indirect")]),
    ("The plan has [[40 percent]] support in a new poll.", [("poll", "indirect")]),
    ("Support for the plan stands at [[40 percent]] in the polls.", [(None, "none")]),
    ("The law, passed in May, gave [[12]] towns new rights.", [(None, "none")]),
    ("The union rejected the offer and called [[12]] strikes.", [(None, "none")]),
    ("The report, released on Monday, showed that [[12]] bridges were unsafe.", [("report", "indirect")]),
    ("It showed that [[12]] bridges were unsafe.", [(None, "none")]),
    ("The ministry said on Monday that [[12]] bridges, among them the oldest in Tavia, were unsafe.", [("ministry", "indirect")]),
    ("Lukin, head of the service, told a briefing in Tavia on Monday, the third of the day, that [[12]] people died.", [("Lukin", "indirect")]),
    ("The ministry, which oversees 40 agencies in three regions, announced that [[12]] bridges were unsafe.", [("ministry", "indirect")]),
    ("The minister agreed to pay [[3 million]] dollars.", [(None, "none")]),
    ("The minister continued to run [[12]] firms.", [(None, "none")]),
    ("The general went on to lead [[12]] divisions.", [(None, "none")]),
    ("The minister put [[3 million]] dollars into the fund.", [(None, "none")]),
    ("All told, [[12]] people died.", [(None, "none")]),
    ("The show featured [[12]] bands.", [(None, "none")]),
    ("The minister's plan for [[12]] schools failed.", [(None, "none")]),
    ("The record of [[12]] wins stood.", [(None, "none")]),
    ("The reporter counted [[12]] tanks.", [("reporter", "indirect")]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_scope(read, text, expected):
    assert [(said.source, said.quote) for said in read(text)] == expected
