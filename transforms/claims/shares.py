"""Shares told of people: respondents of a survey, and rivals' shares that stand beside the first one's.

The thing is then what the first share was a share of, never the rival or the voter who is named.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from transforms.claims import clauses, kinds, nouns, phrases
from transforms.claims.scene import Scene
from transforms.claims.thing import Counted, Known
from transforms.language import countries, tables

if TYPE_CHECKING:
    from spacy.tokens import Doc

_MEMORY_SENTENCES = 3
_VOTING = frozenset({"vote", "support", "ballot", "person", "those"})
_AHEAD = frozenset({"lead", "trail", "finish", "run", "be"})
_WON = frozenset({"win", "lose", "beat", "defeat", "carry", "take"})
_AT = frozenset({"at", "with", "on", "by", "to", "had", "got", "took", "won", "'s", "’s", "below", "above"})
_POLLED = re.compile(r"\b(?:polls?|polled|surveys?|surveyed|voters|votes?|ballots?)\b", re.IGNORECASE)
_OPINION = re.compile(r"\b(?:poll|opinion polls|surveys?|surveyed)\b", re.IGNORECASE)
_CAST = re.compile(
    r"\b(?:exit polls?|of the votes?|ballots? (?:were )?counted|election night|runoff|results of the (?:election|primary))\b", re.IGNORECASE
)
_CONTENDING = frozenset("lead trail finish follow come place poll stand win receive get have take garner".split())
_ELECTORAL = re.compile(r"\b(?:polls?|polled|voters|votes?|ballots?|caucus(?:es)?|primar(?:y|ies)|candidates?|nomination)\b", re.IGNORECASE)
_BALLOTS_COUNTED = re.compile(r"\b(?:ballots?|votes?|precincts|polling stations) (?:\w+ )?(?:counted|tallied|reporting|in)\b")
_COUNTED_SO_FAR = re.compile(r" of (?:the )?[a-z ]{4,24}(?:counted|tallied|reporting|in)\b")
_LIST_REACH = 80
_POLL_REACH = 500
_WINNING = frozenset("poll win take receive get garner capture secure carry".split())
_HOLDING = clauses.SAYING | {"want", "support", "feel", "worry", "hope", "fear", "oppose", "expect", "trust", "prefer"}
SUPPORT = "support for "
_NEAR = 9
_VOTERS = frozenset({"nurse", "student", "graduate", "household", "millennial", "adult"})
_SIDES = frozenset({"undecided", "unsure", "undeclared", "uncommitted"})
_FAVOURING = frozenset("support back favor favour oppose choose prefer approve disapprove want plan say".split())
_RIVALS = frozenset("candidate challenger rival opponent incumbent nominee runner-up president senator governor democrat republican".split())


def respondents(scene: Scene, known: Sequence[Known]) -> Counted | None:
    """ "34 % strongly agree": those who do, or the people that the percentage before was a share of."""
    if scene.quantity.kind not in {"percent", "fraction", "ratio"}:
        return None
    at = scene.after
    if scene.lower(at) == "," and scene.lower(scene.before - 1) in {",", ""}:
        at += 1  # "just under half, 49 %, say so"
    while scene.token(at) is not None and scene.doc[at].tag_ == "RB":
        at += 1
    verb = scene.token(at)
    goes_on = bool(known) and known[-1].sentence == scene.sentence.index and (known[-1].text or "").startswith("those who")
    bare = frozenset() if goes_on else phrases.COPULAS | {"have"}
    if verb is None or verb.tag_ not in {"VBP", "VBD", "VB"} or verb.lemma_ in bare or scene.root.dep_ in {"pobj", "dobj"}:
        return None
    for earlier in reversed(known):
        if scene.sentence.index - earlier.sentence > 2:
            break
        if (
            earlier.kind in {"percent", "fraction", "ratio"}
            and earlier.is_person
            and earlier.text
            and earlier.head
            and not earlier.text.startswith("those who")
        ):
            return Counted(earlier.text, earlier.head, scene.root, "respondents", before=earlier)
    asked = _asked_before(scene)
    if asked is not None:
        return asked
    end = at + 1
    while end < len(scene.doc) and end < at + 7 and scene.doc[end].tag_ not in {",", ".", ":", "CC", "IN"}:
        end += 1
    return Counted(f"those who {scene.text(verb.i, end)}", "person", scene.root, "respondents")


def _asked_before(scene: Scene) -> Counted | None:
    """ "Graduates are hopeful. Nearly nine in 10 say so": the people that the sentences before speak of."""
    for index in range(scene.sentence.index - 1, max(scene.sentence.index - _MEMORY_SENTENCES, -1), -1):
        doc = scene.document.doc(index)
        polled = _polled(doc)
        if polled is not None:
            return Counted(polled, "person", scene.root, "respondents")
        for token in doc:
            if token.dep_ == "nsubj" and token.tag_ in {"NNS", "NNPS"} and token.head.lemma_ in _HOLDING:
                if token.tag_ == "NNPS" or kinds.of_noun(nouns.singular(token.text), token) in kinds.PERSONS:
                    return Counted(token.text, "person", scene.root, "respondents")
    return None


_ASKING = frozenset({"ask", "poll", "survey", "interview", "question"})


def _polled(doc: Doc) -> str | None:
    """ "The firm polled 2,000 farmers", "Participants were asked": those whom a poll asked."""
    for token in doc:
        is_asked = token.head.lemma_ in _ASKING and (token.dep_ == "nsubjpass" or token.dep_ == "dobj" and token.i > token.head.i)
        if token.tag_ not in {"NNS", "NNPS"} or not is_asked or kinds.of_noun(nouns.singular(token.text), token) not in kinds.PERSONS:
            continue
        start = token.i
        while start > 0 and doc[start - 1].tag_ in {"JJ", "NN", "NNP", "HYPH"} and doc[start - 1].head in (token, doc[start]):
            start -= 1
        return doc[start : token.i + 1].text
    return None


def polled(scene: Scene) -> Counted | None:
    """ "In a contest of the two, Cole was preferred 52 percent versus 37": those whom the poll asked; voters where it doesn't say."""
    if scene.quantity.kind not in {"percent", "fraction"} or not _is_poll(scene) or _NO_ANSWER.search(scene.sentence.text):
        return None
    is_chosen = any(token.lemma_ in _FAVOURING | {"vote"} for token in scene.doc if token.pos_ == "VERB")
    return (_asked_before(scene) or Counted("voters", "person", scene.root, "rival")) if is_chosen else None


_NO_ANSWER = re.compile(r"\b(?:margins?|sampling|unemployment|inflation|turnout|tax(?:es)?|prices|sales)\b", re.IGNORECASE)


def is_rivals(scene: Scene, known: Sequence[Known]) -> bool:
    """Whether the share is one candidate's: "36 percent, to 21 percent for Orr", "Cole was at 14 percent"."""
    if scene.quantity.kind not in {"percent", "fraction"} or scene.lower(scene.after) == "of":
        return False
    if scene.lower(scene.after) == "in" and not _is_place(scene, nouns.skip_determiners(scene.doc, scene.after + 1)):
        return False
    same = bool(known) and known[-1].sentence == scene.sentence.index and known[-1].kind in {"percent", "fraction"}
    if same and scene.lower(scene.after) == "for" and _rival(scene, nouns.skip_determiners(scene.doc, scene.after + 1)):
        return True
    if scene.before == 0:
        return False
    before = scene.doc[scene.before - 1]
    return (before.lower_ in _AT or before.pos_ == "VERB" or before.tag_ == "NNP") and _rival_before(scene)


def of_voters(scene: Scene) -> Counted | None:
    """ "Cole leads Brandt 44 percent to 37, with 13 percent supporting another": where nothing else is said, voters."""
    if scene.lower(scene.after) in _SIDES:
        return Counted(f"{scene.lower(scene.after)} voters", "person", scene.root, "respondents")
    for token in scene.doc:
        if token.lower_ == "among" and token.i + 1 < len(scene.doc):
            found = phrases.named(scene, nouns.skip_determiners(scene.doc, token.i + 1), "respondents")
            if found is not None and (kinds.of_noun(found.head, found.head_token) in kinds.PERSONS or found.head in _VOTERS):
                return found  # "leads among likely voters, 46 percent to 44"
    verb = clauses.verb_above(scene.root)
    if _BALLOTS_COUNTED.search(scene.sentence.text):
        return Counted("vote", "vote", scene.root, "understood")
    if verb is not None and verb.lemma_ in _WINNING and not _is_poll(scene):
        return Counted("vote", "vote", scene.root, "understood")
    if scene.quantity.kind not in {"percent", "fraction"} or not _POLLED.search(scene.document.text):
        return None
    return Counted("voters", "person", scene.root, "rival")


def among(scene: Scene) -> Counted | None:
    """ "Among farmers, 62 percent back Cole": the people whom the sentence or clause names first."""
    if scene.lower(scene.after) == "of":
        return None
    for token in reversed(scene.doc[: scene.first]):
        if token.text in {";", "."}:
            return None
        if token.lower_ == "among" and (token.i == 0 or token.nbor(-1).text in {",", ";", "and", "but", "while", "that"}):
            found = phrases.named(scene, nouns.skip_determiners(scene.doc, token.i + 1), "respondents")
            if found is not None and found.phrase is not None and scene.lower(found.phrase[1]) == ",":
                noun = found.head_token
                if noun is None or noun.tag_ == "NNP" and not noun.text.endswith("s"):
                    return None
                is_people = noun.tag_ in {"NNP", "NNPS"} or noun.tag_ == "NNS" and kinds.of_noun(found.head, noun) in kinds.PERSONS
                return found if is_people else None
    return None


_HYPHENED = re.compile(r"\d ?%? ?(?:[-–]|to) ?\d[\d.]* ?%")


def is_hyphened_pair(scene: Scene) -> bool:
    """ "a 54%-27% advantage", "45% to 42%": one of the two."""
    text = scene.document.text
    return _HYPHENED.search(text, max(scene.quantity.start - 10, 0), scene.quantity.end + 10) is not None


def contending(scene: Scene, found: Counted | None) -> Counted | None:
    """ "Orr finished third with 11 percent": of a race the votes or support, where the name of a rival was found."""
    if (
        scene.quantity.kind not in {"percent", "fraction"}
        or found is None
        or found.head_token is None
        or found.head_token.tag_ != "NNP"
        or found.how not in {"subject", "noun before"}
    ):
        return found
    verb = clauses.verb_above(scene.root)
    told = scene.document.text[max(0, scene.sentence.start - _POLL_REACH) : scene.sentence.end]
    if verb is None or verb.lemma_ not in _CONTENDING or _ELECTORAL.search(told) is None or countries.nation(found.head_token.text) is not None:
        return found
    if _is_poll(scene):
        return Counted("voters", "person", scene.root, "rival")
    return Counted("vote", "vote", scene.root, "understood")


def _is_poll(scene: Scene) -> bool:
    """Whether the sentences up to the number speak of a poll of opinion, and of no votes cast."""
    told = scene.document.text[max(0, scene.sentence.start - _POLL_REACH) : scene.sentence.end]
    return _OPINION.search(told) is not None and _CAST.search(told) is None


def _is_place(scene: Scene, at: int) -> bool:
    """Whether a place stands there: "24 percent in Ohio", "40 percent in the capital"."""
    token = scene.token(at)
    if token is None:
        return False
    return token.tag_ in {"NNP", "NNPS"} or token.lower_ == "capital" or nouns.singular(token.text) in tables.words("place_nouns", "noun")


def favouring(scene: Scene) -> Counted | None:
    """ "Officers favoured Cole 46 percent to 32": the people who choose, whichever of the two the number is for."""
    if scene.quantity.kind not in {"percent", "fraction"}:
        return None
    verb = next((token for token in reversed(scene.doc[: scene.first]) if token.pos_ == "VERB"), None)
    if verb is None or verb.lemma_ not in _FAVOURING - {"want", "plan", "say"} or scene.first - verb.i > _NEAR:
        return None
    if not any(token.tag_ == "NNP" for token in scene.doc[verb.i + 1 : scene.first]):
        return None
    for noun in reversed(scene.doc[: verb.i]):
        if nouns.is_noun(noun) and noun.i not in scene.dated:
            if noun.tag_ not in {"NNS", "NNPS", "NNP"} and noun.lower_ != "personnel":
                return None
            start = phrases.start_of(scene, noun)
            return Counted(scene.text(start, noun.i + 1), nouns.singular(noun.text), noun, "respondents", noun, (start, noun.i + 1))
    return None


def is_of_side(scene: Scene) -> bool:
    """ "13 percent supporting another candidate", "6 percent undecided": voters by what they want."""
    following = scene.token(scene.after)
    if scene.quantity.kind not in {"percent", "fraction"} or following is None:
        return False
    return following.lower_ in _SIDES or following.tag_ == "VBG" and following.lemma_ in _FAVOURING


def margin(scene: Scene) -> Counted | None:
    """ "Cole trailed Brandt by 5 points": the lead; "won by 20 points": the margin."""
    if scene.quantity.kind not in {"points", "count", "percent"}:
        return None
    if scene.quantity.kind == "points" and _is_up(scene) and _ELECTORAL.search(scene.document.text) is not None:
        return Counted("lead", "lead", scene.root, "understood")
    if scene.lower(scene.after) in {"ahead", "clear"} and scene.quantity.kind != "count":
        return Counted("lead", "lead", scene.root, "understood")
    token = scene.root
    for _ in range(5):
        if token.head == token:
            return None
        if token.dep_ == "pobj" and token.head.lower_ == "by" or token.dep_ == "npadvmod":
            verb = token.head.head if token.dep_ == "pobj" else token.head
            if scene.quantity.kind == "percent" and token.dep_ == "npadvmod":
                return None  # "Cole leads with 43 percent" is a share; "leads by 2 percent" a lead
            if verb.lemma_ not in _AHEAD | _WON or not any(c.dep_ == "nsubj" and _rival(scene, c.i) for c in verb.children):
                return None
            word = "margin" if verb.lemma_ in _WON else "lead"
            return Counted(word, word, scene.root, "understood")
        token = token.head
    return None


def _is_up(scene: Scene) -> bool:
    """ "she is up an average of 9 points": somebody, where a price would have a noun of its own."""
    at = next((i for i in range(scene.before - 1, max(scene.before - 6, 0), -1) if scene.lower(i) in {"up", "ahead", "down", "behind"}), 0)
    verb, who = scene.token(at - 1), scene.token(at - 2)
    return at > 1 and verb is not None and verb.lemma_ == "be" and who is not None and (who.lower_ in {"he", "she"} or who.tag_ == "NNP")


def parallel(scene: Scene, known: Sequence[Known]) -> Counted | None:
    """What the share told before was a share of; None where that names a candidate too."""
    for earlier in reversed(known):
        if scene.sentence.index - earlier.sentence > _MEMORY_SENTENCES:
            return None
        if earlier.kind in {"percent", "fraction"} and earlier.text and earlier.head:
            if earlier.text.startswith(SUPPORT):
                return None
            if earlier.end is not None and _COUNTED_SO_FAR.match(scene.document.text, earlier.end):
                continue  # "With 98 percent of ballots counted, Cole had 51 percent"
            of_voters = (earlier.is_person or earlier.head in _VOTING) and not earlier.is_name
            if not of_voters:
                return None
            return Counted(earlier.text, earlier.head, scene.root, "understood", before=earlier)
    return None


def listed(scene: Scene, known: Sequence[Known]) -> Counted | None:
    """ "Rates were 12 percent for cattle, 19 percent for sheep": the rate goes on through the list."""
    last = known[-1] if known else None
    preposition = scene.lower(scene.after)
    if last is None or last.sentence != scene.sentence.index or last.kind != "percent" or scene.quantity.kind != "percent" or last.end is None:
        return None
    if not last.text or not last.head or last.is_person or last.head in _VOTING or preposition not in {"for", "among", "in", "at"}:
        return None
    gap = scene.document.text[last.end : scene.quantity.start]
    if not re.match(rf"\s{preposition}\b", gap) or len(gap) > _LIST_REACH or re.search(r"(?:,|;|\band|\bor)\s(?:[a-z]+\s){0,3}$", gap) is None:
        return None
    return Counted(last.text, last.head, scene.root, "understood", before=last)


def _rival(scene: Scene, at: int) -> bool:
    """Whether a person's name or a candidate stands there."""
    token = scene.token(at)
    return token is not None and (token.tag_ in {"NNP", "NNPS"} and countries.nation(token.text) is None or token.lower_ in _RIVALS)


def _rival_before(scene: Scene) -> bool:
    """Whether the number's verb has a person's name or a candidate as its subject, or the possessor before it is one."""
    for back in range(scene.before - 1, max(scene.before - 5, -1), -1):
        token = scene.doc[back]
        if token.text in {",", ";", "("}:
            return False
        if token.tag_ == "POS" and back:
            return _rival(scene, back - 1)
        if token.tag_ == "NNP" and countries.nation(token.text) is None:
            return True
        if token.tag_ in {"NN", "NNS"} and scene.doc[scene.before - 1].lower_ == "to":
            return False  # "raises Cole's stake to 20 percent"
        if token.pos_ in {"VERB", "AUX"}:
            return token.lemma_ == "poll" or any(child.dep_ == "nsubj" and _rival(scene, child.i) for child in token.children)
    return False
