"""Sentences: where one ends, and that nothing of the text is lost."""

import itertools
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.language import sentences

CASES = [
    ("two plain sentences", "The bridge fell. Nobody was hurt.", ["The bridge fell.", "Nobody was hurt."]),
    ("title before a name", "Dr. Amara Holt spoke. He left.", ["Dr. Amara Holt spoke.", "He left."]),
    ("initial in a name", "Jonas P. Wirth said so. It rained.", ["Jonas P. Wirth said so.", "It rained."]),
    ("decimal", "It rose 2.5 percent. Then it fell.", ["It rose 2.5 percent.", "Then it fell."]),
    ("country's initials inside", "The U.S. Navy sent two ships.", ["The U.S. Navy sent two ships."]),
    ("country's initials at the end", "They live in the U.S. The others stayed.", ["They live in the U.S.", "The others stayed."]),
    ("month's abbreviation before a day", "On Nov. 6 it rained. It stopped.", ["On Nov. 6 it rained.", "It stopped."]),
    ("closing quotation mark", '"We lost 40 homes." She wept.', ['"We lost 40 homes."', "She wept."]),
    ("quoted question runs on", '"How many?" asked the mayor. None answered.', ['"How many?" asked the mayor.', "None answered."]),
    ("company's form inside", "Orlen Inc. reported 3 million dollars.", ["Orlen Inc. reported 3 million dollars."]),
    ("company's form at the end", "He runs Brel Inc. The firm has 40 staff.", ["He runs Brel Inc.", "The firm has 40 staff."]),
    ("number abbreviation", "It was No. 4 on the list. It fell.", ["It was No. 4 on the list.", "It fell."]),
    ("headline without a stop", "Toll rises to 41\n\nRescuers searched.", ["Toll rises to 41", "Rescuers searched."]),
    ("list lines", "Killed: 3\nWounded: 12", ["Killed: 3", "Wounded: 12"]),
    (
        "wrapped line",
        "The ministry said that the flood had driven out\nmore than 400 people from the valley.",
        ["The ministry said that the flood had driven out\nmore than 400 people from the valley."],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_split(text, expected):
    assert [text[start:end] for start, end, _ in sentences.split(text)] == expected


def test_paragraphs_are_numbered():
    assert [paragraph for *_, paragraph in sentences.split("One. Two.\n\nThree.")] == [0, 0, 1]


@given(st.text(alphabet=st.sampled_from('aB .!?"”“\n\t1,;:é\u2028\u00a0')))
@settings(max_examples=300, deadline=None)
def test_sentences_cover_all_that_is_not_white_space(text):
    spans = sentences.split(text)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))
    covered = "".join(text[start:end] for start, end, _ in spans)
    assert "".join(covered.split()) == "".join(text.split())


def test_one_endless_line_is_cut_and_takes_linear_time():
    line = "lorem 5 ipsum " * 70_000
    started = time.perf_counter()
    spans = sentences.split(line)
    assert time.perf_counter() - started < 5
    assert max(end - start for start, end, _ in spans) <= sentences.LONGEST
