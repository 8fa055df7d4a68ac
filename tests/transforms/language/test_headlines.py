"""Headlines in title case: which lines are, what is written small, and that all offsets hold."""

from __future__ import annotations

import pytest

from tests.transforms.claims.reading import about
from transforms.language import headlines
from transforms.language.document import Document

TITLES = [
    "Quake Kills 40 In Osk",
    "Storm Leaves Nine Dead In Velmar",
    "NORVIA Cuts 400 Jobs At Harbour Mill",
    "Ellen Harlow, Mayor Of Tarn, Dies",
    "Storm Leaves Nine Dead in the Harbour Town of Velmar",
]

NO_TITLES = [
    "Storm leaves nine dead in Velmar",
    "Storm Leaves Nine Dead In Velmar.",
    "Mill Owner Says “We Are Done.”",
    "the Mill Will Close Next Harbour",
    "STORM LEAVES NINE DEAD",
    "Mill To Close",
    "Will It Be So In Us All",
    "Storm Leaves Nine Dead In Velmar, police said on the coast road near town",
    "Storm Leaves Nine Dead In Velmar " * 5,
    "",
]

SOFTENED = [
    # verbs and nouns that every article has, and small words
    ("Quake Kills 40 In Osk", "quake kills 40 in Osk"),
    ("Police Arresting Three Near Velmar", "police arresting Three near Velmar"),
    # by the article's own words
    ("Storm Hits The Mill At Velmar", "storm hits the mill at Velmar"),
    # names, also those that are words too
    ("May Rejects A Grant Over Turkey Deal", "may Rejects a Grant over Turkey deal"),
    ("Mark Novak Leaves Chad", "Mark Novak leaves Chad"),
    # whole words in capitals
    ("NATO Cuts Jobs At Velmar Mill", "NATO cuts jobs at Velmar mill"),
    ("U.S. Forces Leave Velmar", "U.S. forces leave Velmar"),
    ("STORM HITS VELMAR", "STORM HITS VELMAR"),
    # a letter that grows longer when written small
    ("İstanbul Is Hit By Storm", "İstanbul is hit by storm"),
]


@pytest.mark.parametrize("text", TITLES)
def test_title_case(text: str) -> None:
    assert headlines.is_title_case(text)


@pytest.mark.parametrize("text", NO_TITLES)
def test_no_title_case(text: str) -> None:
    assert not headlines.is_title_case(text)


@pytest.mark.parametrize(("text", "softened"), SOFTENED)
def test_soften(text: str, softened: str) -> None:
    assert headlines.soften(text, {"storm", "mill"}.__contains__) == softened
    assert len(softened) == len(text)


def test_words_of_the_article_are_common_to_its_headline() -> None:
    text = "Ferrymen Leave Osk Harbour Mill\n\nThe ferrymen of the old harbour left their mill."
    document = Document(text)
    assert document.doc(0).text == "ferrymen leave Osk harbour mill"
    assert Document(text.partition("\n")[0]).doc(0).text == "Ferrymen leave Osk Harbour mill"


def test_offsets_and_the_sentence_itself_stay() -> None:
    text = "Storm Leaves Nine Dead In Velmar\n\nA storm struck."
    document = Document(text)
    assert document.sentences[0].text == text.partition("\n")[0]
    start = text.index("Dead")
    token = document.span(start, start + len("Dead"))[0]
    assert (token.text, document.offsets(0, token)) == ("dead", (start, start + len("Dead")))


def test_running_text_is_left_alone() -> None:
    text = "Storm leaves nine dead in Velmar"
    assert Document(text).doc(0).text == text


@pytest.mark.parametrize(
    ("text", "number", "counted", "metric"),
    [
        ("Storm Leaves 41 Dead In Velmar", "41", "people", "killed"),
        ("Quake Kills 40 Miners In Osk", "40", "miners", "killed"),
        ("Lund Steel Cuts 400 Jobs At Harbour Mill", "400", "jobs", "other"),
    ],
)
def test_numbers_of_a_headline_are_read_as_in_running_text(text: str, number: str, counted: str, metric: str) -> None:
    description = about(text, number)
    assert (description.counted, description.metric) == (counted, metric)
