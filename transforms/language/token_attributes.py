"""spaCy's attribute ruler and lemmatizer with a memory, since matching 179 patterns anew costs as much as a third of parsing.

All but a few of the ruler's patterns look at one token's word, tag and dependency, so what they set is remembered for
that triple, and for tag and dependency alone where no pattern names the word. A sentence that could match one of the few
longer patterns goes through the ruler itself. The result is the ruler's own, token by token; a test says so.
"""

from __future__ import annotations

import re
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Token

# a memory beyond this is of rare words only
MOST_REMEMBERED = 200_000
# word, tag and dependency before; part of speech, morphology, lemma, tag and dependency after, as ids of spaCy's strings
Triple = tuple[int, int, int]
Attributes = tuple[int, int, int, int, int]
_OF_THE_WORD, _NOT_OF_THE_WORD = frozenset({"LOWER"}), frozenset({"TAG", "DEP"})
# stands for all words that no pattern names
_ANY_WORD = "xylograph"


class TokenAttributes:
    """Sets part of speech, morphology and lemma of tagged and parsed docs."""

    def __init__(self, pipeline: Language) -> None:
        self._vocab = pipeline.vocab
        self._ruler: Any = pipeline.get_pipe("attribute_ruler")
        self._lemmatizer: Any = pipeline.get_pipe("lemmatizer")
        self._remembered: dict[Triple, Attributes] = {}
        self._lemmas: dict[Triple, int] = {}
        self._first_words, self._first_dependencies = self._longer_patterns()
        self._named, self._named_forms = self._named_words()
        self._any_word = self._vocab.strings.add(_ANY_WORD)
        self._stand_ins: dict[int, int] = {}

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

    def _named_words(self) -> tuple[frozenset[str], tuple[re.Pattern[str], ...]]:
        """Words that patterns of one token name, and forms of such words."""
        words: set[str] = {_ANY_WORD}
        forms = [re.compile(r"^\s+$")]  # patterns may ask for white space
        for rule in self._ruler.patterns:
            for pattern in rule["patterns"]:
                if len(pattern) > 1:
                    continue
                for attribute, wanted in pattern[0].items():
                    if attribute in _NOT_OF_THE_WORD or attribute == "IS_SPACE":
                        continue
                    if attribute in _OF_THE_WORD and isinstance(wanted, str):
                        words.add(wanted)
                    elif attribute in _OF_THE_WORD and isinstance(wanted, dict) and set(wanted) <= {"IN", "REGEX"}:
                        words |= set(wanted.get("IN", ()))
                        forms += [re.compile(wanted["REGEX"])] if "REGEX" in wanted else []
                    else:
                        forms.append(re.compile(""))  # a kind that is not known here: every word is on its own
        return frozenset(words), tuple(forms)

    def _stand_in(self, word: int) -> int:
        """The word itself where a pattern names it, else the one that stands for all others."""
        text = self._vocab.strings[word]
        own = text in self._named or any(form.search(text) for form in self._named_forms)
        if len(self._stand_ins) >= MOST_REMEMBERED:
            self._stand_ins.clear()
        self._stand_ins[word] = word if own else self._any_word
        return self._stand_ins[word]

    def __call__(self, doc: Doc) -> Doc:
        """Set the attributes of every token, in place."""
        triples = [(token.lower, token.tag, token.dep) for token in doc]
        if any(word in self._first_words or dependency in self._first_dependencies for word, _, dependency in triples):
            self._ruler(doc)
        else:
            stand_ins = self._stand_ins
            for token, (word, before_tag, before_dependency) in zip(doc, triples, strict=True):
                triple = (stand_ins.get(word) or self._stand_in(word), before_tag, before_dependency)
                token.pos, morphology, lemma, tag, dependency = self._remembered.get(triple) or self._learn(triple)
                token.set_morph(morphology)  # type: ignore[attr-defined]  # spaCy's stub leaves it out
                if tag != triple[1] or dependency != triple[2]:
                    token.tag, token.dep = tag, dependency
                token.lemma = lemma or self._lemmas.get((token.orth, token.pos, morphology)) or self._lemma(token, morphology)
            return doc
        return self._lemmatizer(doc)

    def _lemma(self, token: Token, morphology: int) -> int:
        """The lemmatizer's first lemma of the token; remembered, since word, part of speech and morphology decide it."""
        if len(self._lemmas) >= MOST_REMEMBERED:
            self._lemmas.clear()
        lemma = self._lemmas[token.orth, token.pos, morphology] = self._vocab.strings.add(self._lemmatizer.lemmatize(token)[0])
        return lemma

    def _learn(self, triple: Triple) -> Attributes:
        """What the ruler makes of such a token; remembered."""
        word, tag, dependency = (self._vocab.strings[part] for part in triple)
        doc = self._ruler(Doc(self._vocab, words=[word], spaces=[False], tags=[tag], deps=[dependency], heads=[0]))
        token = doc[0]
        if len(self._remembered) >= MOST_REMEMBERED:
            self._remembered.clear()
        attributes = self._remembered[triple] = (token.pos, token.morph.key, token.lemma, token.tag, token.dep)
        return attributes
