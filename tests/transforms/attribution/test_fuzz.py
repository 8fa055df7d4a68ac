"""Any text, however broken: no crash, one answer for each number, and spans that slice to the words that they claim to be."""

from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.attribution.attribute import attribute
from transforms.language.document import Document
from transforms.schema import QUOTES

WORDS = st.sampled_from(
    "the mayor Jana Holub Mr. said says police \"12 “40 12 3,000 people died , , . : \" ” '' according to citing Lenta reported that he she it they "
    "denied report poll in by of MAYOR MAYOR: Q: \n\n \n ( ) ; — asked told added claim figure false not was who which as whose".split(" ")
)
COMMITMENTS = {None, "says", "claims", "denies", "confirms", "expects"}


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=60))
def test_any_order_of_words(words):
    text = " ".join(words)
    spans = [(i, i + 2) for i in range(len(text) - 1) if text[i : i + 2] in ("12", "40")]
    found = attribute(Document(text), spans)
    assert len(found) == len(spans)
    for said in found:
        assert said.quote in QUOTES
        assert said.commitment in COMMITMENTS
        assert (said.source is None) == (said.quote == "none")
        if said.source is not None:
            assert text[said.source_start : said.source_end] == said.source_text
            assert text[said.cue_start : said.cue_end] == said.cue_text
            assert not said.chain or (said.chain[-1] == said.source and len(said.chain) > 1)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_characters(text):
    if text.strip():
        assert len(attribute(Document(text), [(0, 1)])) == 1
