"""spaCy's attribute ruler and lemmatizer with a memory, since matching 179 patterns anew costs as much as a third of parsing.

All but a few of the ruler's patterns look at one token's word, tag and dependency, so what they set is remembered for
that triple. A sentence that could match one of the few longer patterns goes through the ruler itself. The result is the
ruler's own, token by token; a test says so.
"""

from __future__ import annotations

from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

# a memory beyond this is of rare words only
MOST_REMEMBERED = 200_000
# word, tag and dependency before; part of speech, morphology, lemma, tag and dependency after, as ids of spaCy's strings
Triple = tuple[int, int, int]
Attributes = tuple[int, int, int, int, int]


class TokenAttributes:
    """Sets part of speech, morphology and lemma of tagged and parsed docs."""

    def __init__(self, pipeline: Language) -> None:
        self._vocab = pipeline.vocab
        self._ruler: Any = pipeline.get_pipe("attribute_ruler")
        self._lemmatizer: Any = pipeline.get_pipe("lemmatizer")
        self._remembered: dict[Triple, Attributes] = {}
        self._first_words, self._first_dependencies = self._longer_patterns()

    def _longer_patterns(self) -> tuple[frozenset[int], frozenset[int]]:
        """Words and dependencies with which a pattern of several tokens can begin."""
        words: set[int] = set()
        dependencies: set[int] = set()
        for rule in self._ruler.patterns:
            for first, *rest in rule["patterns"]:
                if not rest:
                    continue
                word, dependency = first.get("LOWER"), first.get("DEP")
                if isinstance(word, str):
                    words.add(self._vocab.strings.add(word))
                elif isinstance(word, dict):
                    # the model's only such pattern is "y'all"
                    words |= {self._vocab.strings.add(form) for form in ("y", "y'")}
                elif isinstance(dependency, str):
                    dependencies.add(self._vocab.strings.add(dependency))
        return frozenset(words), frozenset(dependencies)

    def __call__(self, doc: Doc) -> Doc:
        """Set the attributes of every token, in place."""
        triples = [(token.lower, token.tag, token.dep) for token in doc]
        if any(word in self._first_words or dependency in self._first_dependencies for word, _, dependency in triples):
            self._ruler(doc)
        else:
            for token, triple in zip(doc, triples, strict=True):
                token.pos, morphology, lemma, tag, dependency = self._remembered.get(triple) or self._learn(triple)
                token.set_morph(morphology)  # type: ignore[attr-defined]  # spaCy's stub leaves it out
                if lemma:
                    token.lemma = lemma
                if tag != triple[1] or dependency != triple[2]:
                    token.tag, token.dep = tag, dependency
        return self._lemmatizer(doc)

    def _learn(self, triple: Triple) -> Attributes:
        """What the ruler makes of such a token; remembered."""
        word, tag, dependency = (self._vocab.strings[part] for part in triple)
        doc = self._ruler(Doc(self._vocab, words=[word], spaces=[False], tags=[tag], deps=[dependency], heads=[0]))
        token = doc[0]
        if len(self._remembered) >= MOST_REMEMBERED:
            self._remembered.clear()
        attributes = self._remembered[triple] = (token.pos, token.morph.key, token.lemma, token.tag, token.dep)
        return attributes
