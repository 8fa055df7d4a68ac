"""Nouns that are counted: their singular, and the span of the plain noun phrase that starts at a token.

Read from tags rather than from the parser's chunks, as tags hold where headlines and lists mislead the parser.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from transforms.language import countries, tables

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_ADJECTIVES = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "AFX"})
# nouns that say when or how something happened and never belong to the counted noun before them
_TIMES = frozenset(
    "today yesterday tomorrow tonight overnight monday tuesday wednesday thursday friday saturday sunday morning "
    "afternoon evening night year month week day".split()
)
_LINKING = frozenset({"related", "linked", "based", "led", "backed", "owned", "run", "funded"})
_BASE_VERBS = frozenset({"lack", "need", "face", "own", "live", "want", "fear", "favor", "favour", "oppose", "remain"})
_PREFIXES = frozenset({"co", "ex", "sub", "by", "self", "mid", "non", "anti", "pro"})
_FILLERS = frozenset({"more", "other", "others", "another", "further", "additional", "extra", "less", "fewer", "such"})


_GRADES = frozenset({"magnitude", "category", "grade", "class", "phase", "type"})
_PAIRED = 5


class Phrase(NamedTuple):
    """A plain noun phrase: token indices of its first token, of its head noun, and one past its last."""

    start: int
    head: int
    end: int


@cache
def _irregular() -> dict[str, str]:
    return {row["plural"]: row["singular"] for row in tables.rows("plurals")}


@cache
def singular(word: str) -> str:
    """The lower-case singular of a noun: people -> person, troops -> troop, countries -> country."""
    word = word.lower()
    known = _irregular().get(word)
    if known is not None:
        return known
    stem, _, last = word.rpartition("-")
    if stem and last in _irregular():
        return f"{stem}-{_irregular()[last]}"
    if word.endswith("women"):
        return word[:-5] + "woman"
    if word.endswith("men") and len(word) > 5:
        return word[:-3] + "man"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is", "ous")) and len(word) > 3:
        return word[:-1]
    return word


def plural(word: str) -> str:
    """The plural of a singular noun by the plain rules and the table."""
    for row in tables.rows("plurals"):
        if row["singular"] == word:
            return row["plural"]
    if word.endswith("y") and word[-2:-1] not in set("aeiou"):
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "ch", "sh")) else "s")


def is_noun(token: Token) -> bool:
    """Whether the tag is a noun's."""
    return token.tag_ in _NOUNS


def is_filler(word: str) -> bool:
    """Whether the lower-case word stands between number and noun without saying what is counted ("more", "other")."""
    return word in _FILLERS


_DESCRIBING = frozenset("pledged unpledged elected registered confirmed suspected licensed certified trained armed bound unbound".split())


def phrase_at(doc: Doc, start: int, blocked: frozenset[int] = frozenset()) -> Phrase | None:
    """The noun phrase that begins at token `start`; None where no noun follows. `blocked` tokens (dates) end it.

    It begins after any filler ("three more soldiers" begins at "soldiers").
    """
    at = start
    while at < len(doc) and (is_filler(doc[at].lower_) or doc[at].tag_ == "HYPH" or doc[at].text == "["):
        at += 1  # "6900 [employees]" is an editor's word
    begin, head = at, -1
    while at < len(doc) and at not in blocked:
        token = doc[at]
        if token.text == "-" and at > begin and not doc[at - 1].whitespace_ and not token.whitespace_:
            at += 1  # "co-sponsors", whose hyphen the tagger takes for a noun
            continue
        if token.tag_ in _NOUNS:
            if head >= 0 and _starts_new_phrase(doc, head, at):
                break
            head = at
        elif not _goes_on(doc, at, head, begin):
            break
        at += 1
    if head < 0:
        return None
    head = _past_pair(doc, head, blocked) or _past_grade(doc, head, blocked) or head
    return Phrase(begin, head, head + 1)


def _past_pair(doc: Doc, head: int, blocked: frozenset[int]) -> int | None:
    """ "road and rail projects": the noun that both describe, where the phrase so far ends at the first."""
    last = doc[head].head.i
    if doc[head].dep_ not in {"nmod", "compound"} or last <= head + 2 or last > head + _PAIRED or doc[last].tag_ not in {"NN", "NNS"}:
        return None
    between = doc[head + 1 : last]
    plain = all(token.tag_ in {"NN", "NNP", "JJ", "CC", "HYPH"} and token.i not in blocked for token in between)
    return last if plain and between[0].lower_ in {"and", "or", "&"} and doc[head].tag_ in {"NN", "NNP"} else None


def _past_grade(doc: Doc, head: int, blocked: frozenset[int]) -> int | None:
    """ "40 category 3 storms": the grade only describes the noun behind it."""
    if doc[head].lower_ not in _GRADES or head + 2 >= len(doc) or doc[head + 1].tag_ != "CD" or doc[head + 2].tag_ not in {"NN", "NNS", "HYPH"}:
        return None
    inner = phrase_at(doc, head + 2, blocked)
    return inner.head if inner is not None else None


def _starts_new_phrase(doc: Doc, head: int, at: int) -> bool:
    """Whether the noun at `at` no longer belongs to the phrase whose head so far is `head`."""
    if doc[at].lower_ in _TIMES and doc[at - 1].lower_ not in {"working", "business", "school", "trading"}:
        return True
    if at != head + 1 or doc[head].tag_ != "NNS":
        return False
    if doc[at].tag_ == "NN" and doc[at].lower_ in _BASE_VERBS:
        return True  # "households lack water": the tagger takes the verb for a noun
    # a plural noun seldom stands before another: believe it only where the parser joins the two
    return doc[at].tag_ in {"NNP", "NNPS"} or doc[head].dep_ not in {"compound", "nmod", "nummod"} or doc[head].head.i < at


def _goes_on(doc: Doc, at: int, head: int, begin: int) -> bool:
    """Whether a token that is no noun may stand inside the phrase before its head."""
    token = doc[at]
    tag = token.tag_
    following = doc[at + 1] if at + 1 < len(doc) else None
    if following is None:
        return False
    if head < 0 and (following.tag_ == "HYPH" or at > begin and doc[at - 1].tag_ == "HYPH"):
        return True
    if tag == "POS":
        return True
    if tag == "HYPH":
        return following.tag_ not in {"IN", "CC"}
    if tag == "VBD" and at == begin and token.lower_ in _DESCRIBING and following.tag_ == "NNS":
        return True  # "300 pledged delegates", where the tagger sees a verb
    if tag in _ADJECTIVES:
        # a noun in the plural is the head unless what follows it joins it with a hyphen ("arms-producing")
        if head >= 0 and tag == "VBN" and token.lower_ in _LINKING:
            return following.tag_ in _NOUNS  # "measles related deaths", which lacks its hyphen
        return head < 0 or doc[head].tag_ not in {"NNS", "NNPS"} and _noun_ahead(doc, at)
    if tag in {"RB", "RBS", "RBR"}:
        return head < 0 and following.tag_ in _ADJECTIVES
    if token.text == "(":
        # "three FARC (rebel) fighters"
        return head >= 0 and at + 3 < len(doc) and doc[at + 2].text == ")" and doc[at + 3].tag_ in {"NNS", "NN"} and doc[at + 1].tag_ != "CD"
    if token.text == ")":
        return head >= 0 and following.tag_ in {"NNS", "NN"} and doc[at - 2].text == "("
    if token.text == "/":
        return head >= 0 and following.tag_ in _NOUNS
    if tag == "CD":
        named = any(c.isalpha() for c in token.text) and any(c.isdigit() for c in token.text)
        return named or (head < 0 and following.tag_ in {"HYPH", "NN", "NNP"} and at > begin)
    if token.lower_ in {"and", "or"} and head < 0 and at > begin and doc[at - 1].tag_ == "JJ" and following.tag_ in {"NN", "NNP"}:
        return at + 2 < len(doc) and doc[at + 2].tag_ in _NOUNS  # "Norvian and coalition troops"
    if token.text in {",", "and", "or", "but"}:
        return head < 0 and at > begin and following.tag_ in _ADJECTIVES and doc[at - 1].tag_ in _ADJECTIVES
    if token.text in {'"', "“", "”", "``", "''", "‘", "'"}:
        if head >= 0 and following.tag_ in {"NNS", "NN"} and any(inner.is_quote for inner in doc[begin:at]):
            return True  # 'so-called "independent expenditure" reports'
        return head < 0 or doc[at - 1].tag_ == "POS" and following.tag_ in _NOUNS | _ADJECTIVES
    return False


def _noun_ahead(doc: Doc, at: int) -> bool:
    """Whether the run of adjectives from `at` ends in a noun ("coal mining accidents")."""
    while at < len(doc) and doc[at].tag_ in _ADJECTIVES | {"HYPH"}:
        at += 1
    return at < len(doc) and doc[at].tag_ in _NOUNS


def head_word(doc: Doc, phrase: Phrase) -> str:
    """The lower-case singular of the phrase's head; of a people of two words both ("south african")."""
    if phrase.head > phrase.start and doc[phrase.head].text[:1].isupper():
        two = doc[phrase.head - 1 : phrase.head + 1].text
        if countries.nation(two) is not None:
            return f"{doc[phrase.head - 1].lower_} {singular(doc[phrase.head].text)}"
    word = doc[phrase.head].text.strip("-–—.'’")
    if phrase.head >= 2 and doc[phrase.head - 1].text == "-" and doc[phrase.head - 2].lower_ in _PREFIXES:
        word = f"{doc[phrase.head - 2].lower_}-{word}"
    is_people = doc[phrase.head].tag_ in {"NNS", "NNPS", "NNP"} and word[:1].isupper() and phrase.start > 0
    if is_people and word.endswith(("us", "is")) and word.lower() not in _irregular():
        return word[:-1].lower()  # a people in the plural, "Hutus"
    return singular(word)


def joined(doc: Doc, phrase: Phrase, blocked: frozenset[int] = frozenset()) -> int:
    """Index one past the phrase together with nouns joined to it that have no number of their own ("police and troops")."""
    end = phrase.end
    if end < len(doc) and doc[end].text == ",":
        listed = phrase_at(doc, end + 1, blocked)
        if listed is not None and doc[listed.head].tag_ == "NNP" and doc[phrase.head].tag_ in {"NNS", "NNPS"}:
            return end  # "two deputies, Cole and Brandt": their names
        if listed is None or listed.start != end + 1 or doc[listed.head].dep_ != "conj" or doc[listed.head].head.i != phrase.head:
            return end
        further = joined(doc, listed, blocked)
        return further if further > listed.end and not any(token.tag_ in {"CD", "DT"} for token in doc[end:further]) else end
    if end + 1 >= len(doc) or doc[end].lower_ not in {"and", "or"} or end in blocked:
        return end
    inner = phrase_at(doc, end + 1, blocked)
    if inner is None or doc[inner.head].dep_ != "conj" or doc[inner.head].head.i != phrase.head:
        return end
    if any(token.tag_ in {"CD", "DT", "PRP$"} for token in doc[end + 1 : inner.head]) or doc[end + 1].tag_ == "JJR":
        return end
    if doc[end + 1].tag_ == "VBG" and doc[phrase.head].dep_ == "dobj" and doc[phrase.head].head.tag_ == "VBG":
        return end  # "injuring 25 people and damaging churches": a second thing done
    if doc[inner.head].tag_ == "NNP" and doc[phrase.head].tag_ == "NNS" or inner.end < len(doc) and doc[inner.end].tag_ == "CD":
        return end  # "has 230 cases and Tarn 60"
    if inner.end + 1 < len(doc) and doc[inner.end].lower_ == "of" and doc[inner.end + 1].tag_ == "CD":
        return end  # "2 million voters and a turnout of 58 percent"
    if inner.end < len(doc) and doc[inner.end].tag_ in {"VBD", "VBZ", "VBP", "MD"} and doc[phrase.head].dep_ in {"dobj", "attr"}:
        return end  # "won 13 seats and National Unity lost 10": the subject of a clause of its own
    return inner.end


def extended(doc: Doc, phrase: Phrase, blocked: frozenset[int] = frozenset(), prepositions: frozenset[str] = frozenset({"of"})) -> int:
    """Index one past the phrase together with a following complement ("members of the SLA")."""
    end = phrase.end
    for _ in range(2):
        if end >= len(doc) or doc[end].lower_ not in prepositions:
            break
        start = skip_determiners(doc, end + 1)
        inner = phrase_at(doc, start, blocked)
        if inner is None or inner.start != start or doc[inner.head].lower_ in {"plus", "minus"}:
            break
        end = inner.end
    return end


def skip_determiners(doc: Doc, at: int) -> int:
    """Index of the first token from `at` that is no article, demonstrative or possessive pronoun."""
    while at < len(doc) and doc[at].tag_ in {"DT", "PRP$", "PDT", "WP$"} and doc[at].lower_ not in {"each", "both"}:
        at += 1
    return at
