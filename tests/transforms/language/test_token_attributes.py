"""The remembered attributes are the ruler's own, token by token."""

import json
from pathlib import Path

import pytest

from transforms.language import nlp, sentences

PASSAGES = (Path(__file__).parents[2] / "gold" / "passages.jsonl").read_text(encoding="utf-8").splitlines()
SENTENCES = [
    "There were  40 people there, and it's raining.",
    "Y'all ain't gonna do it, let's go.",
    "But 3 did, but that was all that they'd gotta do.",
    "I gave it to you; you gave it to me.",
    " \t 12 soldiers\u00a0died .",
]


def attributes(doc):
    return [(token.text, token.pos_, str(token.morph), token.lemma_, token.tag_, token.dep_) for token in doc]


def reference(texts):
    """What spaCy's pipeline makes of the texts with its own ruler and lemmatizer."""
    pipeline = nlp.model()
    docs = []
    for text in texts:
        doc = pipeline.make_doc(text)
        for token in doc:
            token.is_sent_start = token.i == 0
        docs.append(doc)
    return [attributes(doc) for doc in pipeline.pipe(docs, batch_size=nlp.BATCH_SIZE)]


@pytest.mark.parametrize("text", SENTENCES)
def test_sentence(text):
    assert [attributes(doc) for doc in nlp.parse([text])] == reference([text])


def test_passages_twice_so_that_the_memory_is_used():
    texts = []
    for line in PASSAGES[:12]:
        text = json.loads(line)["text"]
        texts += [text[start:end] for start, end, _ in sentences.split(text)]
    expected = reference(texts)
    for _ in range(2):
        assert [attributes(doc) for doc in nlp.parse(texts)] == expected
