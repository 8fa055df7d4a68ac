"""The thing that a count counts: its noun phrase, from the words beside the number or from what was counted before.

Tries, in order: the noun after the number, "of" phrases, lists that share a noun, words of harm ("41 dead"), tolls and
totals, and last the noun that the ellipsis leaves to be understood.
"""

from __future__ import annotations

from collections.abc import Sequence

from transforms.claims import clauses, hollow, metric, nouns, partitive, phrases, tolls
from transforms.claims.scene import Scene
from transforms.claims.thing import Counted, Known
from transforms.language import tables

_OTHERS = frozenset({"other", "others", "more", "another", "additional", "further"})
_BACKWARD = frozenset({"them", "these", "those", "whom", "which", "us", "you", "whose"})
_HARMED = frozenset(
    "dead killed wounded injured hurt missing arrested detained captured homeless displaced infected hospitalized "
    "hospitalised rescued evacuated trapped stranded sick ill drowned".split()
)
_CRITICALLY = frozenset(
    "remained remain remains critically seriously severely slightly fatally badly lightly feared presumed confirmed still reported "
    "left made rendered reportedly".split()
)
_BALLOTING = frozenset({"vote", "pass", "approve", "adopt", "reject", "defeat", "ratify", "endorse", "carry"})
_SEATING = frozenset({"seat", "accommodate", "draw", "attract"})
# they take people and things alike
_OF_THINGS_TOO = frozenset(
    "post draft assign send hit strike beat miss admit cut need seize pull expose isolate shelter burn leave be have suffer".split()
)
_JOINTS = frozenset({",", "and", "or", "to", "-", "–"})
_PERSON = "person"
_BRACKET_REACH = 12
_STRONGEST = 12
_MANY = 1000
_ATTACKING = frozenset("attack shoot fire ambush bomb hit strike shell target assault open raid beat storm stab".split())
_LEAVING = frozenset({"leave", "leaves", "left", "leaving"})
_OUTCOMES = frozenset({"survivor", "body", "corpse"})
_MEMORY_SENTENCES = 4


def find(scene: Scene, known: Sequence[Known]) -> Counted | None:
    """What the count counts; None where neither the sentence nor an earlier number says."""
    return (
        _of_phrase(scene, known)
        or _noun_after(scene, known)
        or _bracketed(scene)
        or _still_more(scene, known)
        or _magnitude(scene)
        or tolls.collective(scene)
        or _shared_noun(scene)
        or _harmed(scene, known)
        or _compared(scene, known)
        or _fronted(scene)
        or tolls.find(scene)
        or _voted(scene)
        or _quoted(scene, known)
        or _understood(scene, known)
    )


def _own(scene: Scene, phrase: nouns.Phrase, how: str) -> Counted:
    doc = scene.doc
    end = max(nouns.extended(doc, phrase, scene.dated), nouns.joined(doc, phrase, scene.dated))
    head, word = doc[phrase.head], nouns.head_word(doc, phrase)
    if head.tag_ == "NNP" and end > phrase.end and doc[end - 1].tag_ == "NNS" and doc[end - 2].tag_ in {"NNP", "NN"}:
        # "thousands of Army, Navy and Air Force troops": the names share the last noun
        head, word = doc[end - 1], nouns.singular(doc[end - 1].text)
    return Counted(scene.text(phrase.start, end), word, head, how, head, (phrase.start, end))


def _of_phrase(scene: Scene, known: Sequence[Known]) -> Counted | None:
    at = scene.after
    if scene.lower(at) in _OTHERS or scene.lower(at) == "out" and scene.lower(at + 1) == "of":
        at += 1
    if scene.lower(at) != "of":
        return None
    start = nouns.skip_determiners(scene.doc, at + 1)
    past = hollow.past_possessor(scene.doc, start, scene.numbers)
    if past > start:
        phrase = nouns.phrase_at(scene.doc, past, scene.dated)
        return _own(scene, phrase, "of") if phrase is not None and phrase.start == past else None
    if scene.lower(start) in {"past", "last", "first", "next", "remaining", "other", "previous"} and start + 1 in scene.numbers:
        start += 1
    if scene.lower(start) in _HARMED and scene.lower(start - 1) == "the" and not _harmed_noun(scene, start):
        return Counted(scene.lower(start), _PERSON, scene.root, "of", None, (start, start + 1))
    if start in scene.numbers:
        # "four of the 10 justices" counts justices, "two of the four" whatever the four were
        while start in scene.numbers:
            start += 1
        phrase = nouns.phrase_at(scene.doc, start, scene.dated)
        return _own(scene, phrase, "of") if phrase is not None and phrase.start == start else _back(scene, known, "of them")
    if scene.lower(at + 1) == "those":
        found = partitive.without_noun(scene, at + 1)
        if found is not None:
            return found
    if scene.lower(at + 1) in _BACKWARD and not (start < len(scene.doc) and nouns.phrase_at(scene.doc, start) and start > at + 1):
        return _back(scene, known, "of them") or _plural_before(scene)
    phrase = nouns.phrase_at(scene.doc, start, scene.dated)
    if phrase is None:
        return partitive.without_noun(scene, at + 1)
    return _own(scene, phrase, "of")


def _noun_after(scene: Scene, known: Sequence[Known]) -> Counted | None:
    at = scene.after
    if scene.lower(at) in {"-", "‑"}:
        return _hyphened(scene, at + 1)
    if at in scene.dated or scene.lower(at) in _HARMED and not _harmed_noun(scene, at):
        return None
    phrase = nouns.phrase_at(scene.doc, at, scene.dated)
    if phrase is None:
        if scene.lower(at) == "others":
            return _back(scene, known, "others", persons=True) or Counted("people", _PERSON, scene.root, "others")
        return None
    first = scene.doc[phrase.start]
    if first.lemma_ in {"suffer", "sustain"} and first.tag_ in {"VBN", "VBD"}:
        return None  # "one soldier died and three suffered wounds"
    if first.lower_ == "taken" and scene.lower(phrase.start + 1) in {"prisoner", "hostage", "captive", "ill", "alive"}:
        return None
    if first.lower_ in {"onboard", "aboard"}:
        return Counted("people", _PERSON, scene.root, "persons")  # "a plane with 121 onboard"
    if phrase.end - phrase.start == 1 and scene.lower(scene.before - 1) == "with" and first.tag_ == "NN" and first.lower_.endswith("ing"):
        return None  # "with 24 closing last year"
    if first.tag_ == "VBG" and first.dep_ not in {"amod", "compound"}:
        return None
    head = scene.doc[phrase.head]
    if head.lower_ in _OTHERS and head.lower_ != "more" or phrase.start == phrase.head and head.lower_ in _OTHERS:
        return _back(scene, known, "others") or Counted("people", _PERSON, scene.doc[phrase.head], "others")
    return _own(scene, phrase, "noun")


def _plural_before(scene: Scene) -> Counted | None:
    """ "struck Norvian troops, killing two of them": the plural named last before, where no number counted it."""
    for at in range(scene.before - 1, -1, -1):
        noun = scene.doc[at]
        if noun.tag_ in {"NNS", "NNPS"} and at not in scene.dated and at not in scene.numbers and not hollow.is_hollow(noun):
            if noun.dep_ in {"dobj", "nsubj", "nsubjpass", "conj", "pobj"}:
                start = phrases.start_of(scene, noun)
                return Counted(scene.text(start, at + 1), nouns.singular(noun.text), scene.root, "of", noun, (start, at + 1))
    return None


def _bracketed(scene: Scene) -> Counted | None:
    """ "enough delegates to win the nomination (1,237)": the plural before the bracket."""
    if scene.lower(scene.before - 1) != "(" or scene.lower(scene.after) != ")":
        return None
    for at in range(scene.before - 2, max(scene.before - _BRACKET_REACH, -1), -1):
        noun = scene.doc[at]
        if noun.tag_ == "NNS" and at not in scene.dated and not hollow.is_hollow(noun) and at - 1 not in scene.numbers:
            start = phrases.start_of(scene, noun)
            return Counted(scene.text(start, at + 1), nouns.singular(noun.text), noun, "title", noun, (start, at + 1))
        if noun.text in {",", ";", ":"} or noun.i in scene.numbers:
            return None
    return None


def _still_more(scene: Scene, known: Sequence[Known]) -> Counted | None:
    """ "cut 5,000 jobs and will cut 2,800 more": what the number just before counted."""
    following = scene.token(scene.after + 1)
    last = next((earlier for earlier in reversed(known) if earlier.kind == "count" and earlier.is_claim and earlier.text), None)
    if scene.lower(scene.after) != "more" or following is not None and (nouns.is_noun(following) or following.tag_ in {"JJ", "VBN"}):
        return None
    if last is None or scene.sentence.index - last.sentence > 1 or _is_of_other_order(scene, last):
        return None
    return Counted(last.text or "", last.head or "", scene.root, "understood", before=last)


def _magnitude(scene: Scene) -> Counted | None:
    """ "put the quake's magnitude at 5.6": on the scale, no count."""
    verb = clauses.verb_above(scene.root)
    if verb is None or scene.lower(scene.before - 1) not in {"at", "to"} or (scene.quantity.high or _STRONGEST + 1) > _STRONGEST:
        return None
    for child in verb.children:
        if child.lower_ in {"magnitude", "intensity"} and child.i < scene.first:
            return Counted("magnitude", "magnitude", scene.root, "magnitude")
    return None


def _hyphened(scene: Scene, at: int) -> Counted | None:
    """ "a 40-seat assembly" counts seats, "a 5,000-strong army" its people."""
    token = scene.token(at)
    if token is None:
        return None
    if token.lower_ == "strong":
        phrase = nouns.phrase_at(scene.doc, at + 1, scene.dated)
        anchor = scene.doc[phrase.head] if phrase is not None else token
        text = scene.text(phrase.start, phrase.end) if phrase is not None else "people"
        return Counted(text, _PERSON, anchor, "strong", anchor, (phrase.start, phrase.end) if phrase is not None else None)
    if not nouns.is_noun(token):
        return None
    phrase = nouns.phrase_at(scene.doc, at + 1, scene.dated)
    text = nouns.plural(token.lower_) if scene.quantity.low != 1 else token.text
    inside = (phrase.start, phrase.end) if phrase is not None and phrase.start == at + 1 else None
    return Counted(text, nouns.singular(token.text), token, "hyphen", token, inside)


def _harmed_noun(scene: Scene, at: int) -> bool:
    """Whether the word of harm only describes a noun that follows ("12 injured miners")."""
    noun = at + 1
    while noun < len(scene.doc) - 1 and scene.doc[noun].tag_ == "JJ" and noun not in scene.dated:
        noun += 1
    following = scene.token(noun)
    return following is not None and nouns.is_noun(following) and scene.doc[at].head.i >= noun and noun not in scene.dated


def _shared_noun(scene: Scene) -> Counted | None:
    """ "10, 12 and 15 tanks", "from nine to 12 cities": the noun stands after the last number of the list."""
    at = scene.after
    if scene.token(at) is not None and scene.doc[at].tag_ in {"JJ", "JJR"} and scene.lower(at + 1) in {"and", "or"} and at + 2 in scene.numbers:
        at += 1  # "four female and two male employees"
    while scene.lower(at) in _JOINTS and at - scene.after < 12:
        while scene.lower(at) in _JOINTS:
            at += 1
        if at not in scene.numbers:
            return None
        while at in scene.numbers:
            at += 1
        phrase = nouns.phrase_at(scene.doc, at, scene.dated)
        if phrase is not None and phrase.start == at:
            return _own(scene, phrase, "list")
    return None


def _harmed(scene: Scene, known: Sequence[Known]) -> Counted | None:
    """ "41 dead", "wounding 12", "Two killed in …": people, or those that the sentence counted just before."""
    at = scene.after
    while scene.lower(at) in _CRITICALLY | {"more", "others", "were", "are", "was", ","}:
        at += 1
    harmed = scene.lower(at) in _HARMED or _governed_by_harm(scene)
    if not harmed and not _is_of_persons(scene):
        return None
    how = "harmed" if harmed else "persons"
    # "left dozens dead" tells of new people, "12 more injured" of those told before
    beside = scene.lower(scene.after) in _HARMED and scene.lower(scene.before - 1) not in {"other", "another", "the"}
    left = beside and bool(_LEAVING & {scene.lower(scene.before - 1), scene.lower(scene.before - 2)})
    reach = 0 if beside else _MEMORY_SENTENCES
    if how == "persons" and (scene.quantity.low or 0) >= _MANY and scene.lower(scene.after) not in _OTHERS:
        reach = 0
    return _attacked_before(scene) or _back(scene, known, how, persons=True, reach=reach, harmed=left) or Counted("people", _PERSON, scene.root, how)


def _attacked_before(scene: Scene) -> Counted | None:
    """ "fired at nearby fishermen, killing two": those who came under attack in the same sentence."""
    verb = scene.root.head
    if scene.root.dep_ != "dobj" or verb.tag_ != "VBG" or any(at < scene.first for at in scene.numbers):
        return None
    for noun in reversed(scene.doc[: verb.i]):
        if noun.tag_ == "NNS" and noun.dep_ in {"dobj", "pobj"} and metric.of_noun(nouns.singular(noun.text), noun) in metric.PERSONS:
            above = clauses.verb_above(noun)
            if above is not None and above.lemma_ in _ATTACKING:
                start = phrases.start_of(scene, noun)
                return Counted(scene.text(start, noun.i + 1), nouns.singular(noun.text), scene.root, "harmed", noun, (start, noun.i + 1))
    return None


def _governed_by_harm(scene: Scene) -> bool:
    root = scene.root
    return root.dep_ in {"dobj", "nsubjpass"} and root.head.lemma_ in {"kill", "wound", "injure", "arrest", "detain", "hurt", "capture"}


def _is_of_persons(scene: Scene) -> bool:
    """ "600 were treated for burns", "60,000 had marched", "the hall seats 2,000": a verb that takes people alone."""
    root = scene.root
    verb = root.head
    if not clauses.is_verb(verb) or root.dep_ not in {"dobj", "nsubjpass", "nsubj"} or root.tag_ not in {"CD", "NNS"}:
        return False
    if verb.lemma_ in _SEATING:
        return root.dep_ == "dobj"
    if (
        verb.lemma_ in (metric.MILD | metric.DOING_AWAY) - {"feed"}
        or verb.lemma_ in _OF_THINGS_TOO
        or scene.quantity.start < scene.quantity.end
        and _is_fraction(scene)
    ):
        return False
    return metric.of_verb(verb, "subject" if root.dep_ == "nsubj" else "object") in metric.PERSONS


def _voted(scene: Scene) -> Counted | None:
    """ "the senate voted 60 to 39": votes."""
    verb = clauses.verb_above(scene.root)
    if verb is None or scene.first < verb.i or verb.lemma_ not in _BALLOTING:
        return None
    if verb.lemma_ == "vote" and scene.first - verb.i > 4 or verb.lemma_ != "vote" and not _is_paired(scene):
        return None
    return Counted("votes", "vote", scene.root, "votes")


def _compared(scene: Scene, known: Sequence[Known]) -> Counted | None:
    """ "up from 30", "compared with 8 million for the others": what the number just before counted."""
    at = scene.before - 1
    word, before = scene.lower(at), scene.lower(at - 1)
    if not (word == "from" and before in {"up", "down"} or word in {"with", "to"} and before == "compared" or word in {"versus", "against"}):
        return None
    last = known[-1] if known else None
    if last is None or last.sentence != scene.sentence.index or last.kind != "count" or not last.text or not last.head:
        return None
    return Counted(last.text, last.head, scene.root, "understood", before=last)


def _fronted(scene: Scene) -> Counted | None:
    """ "Of the passengers, 21 were Norvian, 22 Tarnian": the phrase that opens the sentence."""
    doc = scene.doc
    at = 1 if len(doc) > 1 and doc[0].is_punct else 0
    if scene.lower(at) != "of" or scene.first < at + 3:
        return None
    start = nouns.skip_determiners(doc, at + 1)
    while start in scene.numbers:
        start += 1
    phrase = nouns.phrase_at(doc, start, scene.dated)
    if phrase is None or phrase.start != start or phrase.end >= scene.first:
        return None
    head = doc[phrase.head]
    return Counted(scene.text(start, phrase.end), nouns.head_word(doc, phrase), scene.root, "of", head, (start, phrase.end))


def _is_paired(scene: Scene) -> bool:
    """Whether another number stands right beside: "61-38", "by 61 to 38"."""
    ahead = scene.lower(scene.last + 1) in {"-", "–", "to"} and scene.last + 2 in scene.numbers
    return ahead or scene.lower(scene.first - 1) in {"-", "–", "to"} and scene.first - 2 in scene.numbers


def _quoted(scene: Scene, known: Sequence[Known]) -> Counted | None:
    """ "the franc eased to 3.4875", "the index closed at 478.6": a currency or an index at its price."""
    token = scene.root
    verb = clauses.verb_above(token)
    for _ in range(3):
        if verb is None:
            return None
        for child in verb.children:
            if child.dep_ == "nsubj" and child.i < scene.first:
                word = nouns.singular(child.text)
                if child.tag_ == "PRP" and known and known[-1].head in hollow.INDICES and known[-1].text:
                    return Counted(known[-1].text, known[-1].head, scene.root, "title", before=known[-1])
                if word not in hollow.INDICES and word not in tables.words("currencies", "text"):
                    return None
                start = phrases.start_of(scene, child)
                return Counted(scene.text(start, child.i + 1), word, child, "title", child, (start, child.i + 1))
        verb = clauses.verb_above(verb) if verb.dep_ in {"xcomp", "advcl", "conj", "relcl", "ccomp", "acl"} else None
    return None


def _understood(scene: Scene, known: Sequence[Known]) -> Counted | None:
    if scene.lower(scene.after) in {"who", "whose"}:
        return _back(scene, known, "understood", persons=True) or Counted("people", _PERSON, scene.root, "persons")
    return _back(scene, known, "understood") or _of_share_before(scene, known)


def _of_share_before(scene: Scene, known: Sequence[Known]) -> Counted | None:
    """ "The number of inmates fell 9 percent, from 785 to 708": the people or things of which a share was told just before."""
    last = known[-1] if known else None
    if (
        last is None
        or last.kind != "percent"
        or scene.sentence.index - last.sentence > 1
        or not last.text
        or not last.is_claim
        or _is_fraction(scene)
    ):
        return None
    plural = last.text.split()[0 if " " not in last.text else -1]
    if not last.head or not (last.is_person or nouns.singular(plural) != plural.lower()) or last.is_name:
        return None
    return Counted(last.text, last.head, scene.root, "understood", before=last)


def _back(
    scene: Scene, known: Sequence[Known], how: str, persons: bool = False, reach: int = _MEMORY_SENTENCES, harmed: bool = False
) -> Counted | None:
    """The thing counted last, as the anchor of this number's own clause.

    `reach` is how many sentences back it may stand; `harmed` takes only people who came to harm.
    """
    same = _again(scene, known)
    if how == "understood" and not same and _is_fraction(scene):
        return None
    fallback = None
    for earlier in (*same, *reversed(known)):
        if scene.sentence.index - earlier.sentence > reach:
            break
        if earlier.kind == "count" and earlier.is_claim and earlier.text and earlier.head and (earlier.is_person or not persons):
            if how == "harmed" and (earlier.head in _OUTCOMES or harmed and earlier.metric not in metric.HARM):
                continue
            if how == "understood" and _is_of_other_order(scene, earlier):
                continue
            if not earlier.is_part or how == "of them":
                return Counted(earlier.text, earlier.head, scene.root, how, before=earlier)
            fallback = fallback or earlier
    return Counted(fallback.text or "", fallback.head or "", scene.root, how, before=fallback) if fallback is not None else None


def _is_of_other_order(scene: Scene, earlier: Known) -> bool:
    """Whether millions would refer back to a handful: "they made four billion" after 2,400 jobs."""
    value = scene.quantity.low if scene.quantity.low is not None else scene.quantity.high
    return value is not None and value >= 1e6 and (earlier.low or 0) < 1e5


def _is_fraction(scene: Scene) -> bool:
    """Whether the number isn't whole, so that it counts nothing."""
    value = scene.quantity.low if scene.quantity.low is not None else scene.quantity.high
    return value is not None and not float(value).is_integer()


def _again(scene: Scene, known: Sequence[Known]) -> list[Known]:
    """ "the other 15", "all four": whatever had that number before."""
    if scene.lower(scene.before - 1) not in {"the", "other", "all", "these", "those", "remaining"}:
        return []
    return [earlier for earlier in reversed(known) if earlier.low == scene.quantity.low and earlier.kind == "count" and earlier.text]
