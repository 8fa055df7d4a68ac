"""Counts that leave their noun out: people by the harm done to them, and what was counted or named before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from transforms.claims import clauses, hollow, kinds, metric, nouns, phrases, tolls
from transforms.claims.scene import Scene
from transforms.claims.thing import Counted, Known

if TYPE_CHECKING:
    from spacy.tokens import Token

OTHERS = frozenset({"other", "others", "more", "another", "additional", "further"})
HARMED = frozenset(
    "dead killed wounded injured hurt missing arrested detained captured homeless displaced infected hospitalized "
    "hospitalised rescued evacuated trapped stranded sick ill drowned".split()
)
_CRITICALLY = frozenset(
    "remained remain remains critically seriously severely slightly fatally badly lightly feared presumed confirmed still reported "
    "left made rendered reportedly".split()
)
_PULLING = frozenset({"pull", "dig", "drag", "free", "retrieve", "bring", "recover"})
_RUINS = frozenset({"rubble", "wreckage", "debris", "ruins", "mud", "snow", "avalanche", "water", "sea", "waters"})
_SEATING = frozenset({"seat", "accommodate", "draw", "attract"})
_BY_PEOPLE = frozenset("attend enroll enrol volunteer graduate emigrate march pray mourn applaud cheer".split())
_UP = frozenset(
    {("show", "up"), ("turn", "up"), ("turn", "out"), ("sign", "up"), ("line", "up"), ("sign", "on"), ("stay", "home"), ("stay", "away"),
     ("log", "on"), ("log", "in"), ("drop", "out"), ("speak", "out"), ("come", "forward"), ("walk", "out"), ("call", "in")}
)  # fmt: skip
# so many times the number before are others: "two porters were killed and 116 hurt"
_OTHERS_FROM = 20
# they take people and things alike
_OF_THINGS_TOO = frozenset(
    "post draft assign send hit strike beat miss admit cut need seize pull expose isolate shelter burn leave be have suffer".split()
)
PERSON = "person"
_MANY = 1000
_ATTACKING = frozenset("attack shoot fire ambush bomb hit strike shell target assault open raid beat storm stab".split())
_LEAVING = frozenset({"leave", "leaves", "left", "leaving"})
_HEADING_REACH = 500
_OUTCOMES = frozenset({"survivor", "body", "corpse"})
# what happened, not to whom: "80 injuries, with five serious" goes on to people
_HARMS = frozenset(
    "wound death injury fatality arrest detention killing murder suicide drowning kidnapping abduction infection crash accident".split()
)
_MEMORY_SENTENCES = 4


def plural_before(scene: Scene) -> Counted | None:
    """ "struck Norvian troops, killing two of them": the plural named last before, where no number counted it."""
    for at in range(scene.before - 1, -1, -1):
        noun = scene.doc[at]
        if noun.tag_ in {"NNS", "NNPS"} and at not in scene.dated and at not in scene.numbers and not hollow.is_hollow(noun):
            if noun.dep_ in {"dobj", "nsubj", "nsubjpass", "conj", "pobj"}:
                start = phrases.start_of(scene, noun)
                return Counted(scene.text(start, at + 1), nouns.singular(noun.text), scene.root, "of", noun, (start, at + 1))
    return None


def people_harmed(scene: Scene, known: Sequence[Known]) -> Counted | None:
    """ "41 dead", "wounding 12", "Two killed in …": people, or those that the sentence counted just before."""
    at = scene.after
    while scene.lower(at) in _CRITICALLY | {"more", "others", "were", "are", "was", ","}:
        at += 1
    if scene.first == 0 and not known and _is_headlined(scene) or _governed_by_harm(scene) and _is_line(scene):
        return Counted("people", PERSON, scene.root, "persons")
    harmed = scene.lower(at) in HARMED or _governed_by_harm(scene) or _is_of_event(scene)
    if not harmed and not _is_of_persons(scene):
        return None
    how = "harmed" if harmed else "persons"
    # "left dozens dead" tells of new people, "12 more injured" of those told before
    beside = scene.lower(scene.after) in HARMED and scene.lower(scene.before - 1) not in {"other", "another", "the"}
    left = beside and bool(_LEAVING & {scene.lower(scene.before - 1), scene.lower(scene.before - 2)})
    reach = 0 if beside or _is_struck_anew(scene) else _MEMORY_SENTENCES
    if how == "persons" and (scene.quantity.low or 0) >= _MANY and scene.lower(scene.after) not in OTHERS:
        reach = 0
    return (
        _attacked_before(scene)
        or told_before(scene, known, how, persons=True, reach=reach, harmed=left)
        or Counted("people", PERSON, scene.root, how)
    )


def _is_struck_anew(scene: Scene) -> bool:
    """ "A car bomb last week killed five": a clause of its own that says what killed them tells of new people."""
    verb = scene.root.head
    if scene.root.dep_ != "dobj" or verb.tag_ not in {"VBD", "VBN", "VBZ"} or scene.lower(scene.after) in OTHERS:
        return False
    return clauses.actor(verb) is not None


def _is_line(scene: Scene) -> bool:
    """ "Norvian mine explodes, killing 68": a headline between two reports goes on from neither."""
    return scene.sentence.text.rstrip()[-1:].isalnum() and scene.after >= len(scene.doc)


def _is_headlined(scene: Scene) -> bool:
    """ "Hundreds in hospital after gas leak", "Five held over bank raid": people, in the headline's short way."""
    following = scene.token(scene.after)
    if following is None:
        return False
    if following.lower_ == "in":
        return scene.lower(scene.after + 1) in {"hospital", "custody", "court", "jail", "intensive"}
    return following.lower_ in {"held", "arrested", "rescued", "feared", "hospitalised", "hospitalized", "charged", "jailed", "quizzed"}


def _attacked_before(scene: Scene) -> Counted | None:
    """ "fired at nearby fishermen, killing two": those who came under attack in the same sentence."""
    verb = scene.root.head
    if scene.root.dep_ != "dobj" or verb.tag_ != "VBG" or any(at < scene.first for at in scene.numbers):
        return None
    for noun in reversed(scene.doc[: verb.i]):
        if noun.tag_ == "NNS" and noun.dep_ in {"dobj", "pobj"} and kinds.of_noun(nouns.singular(noun.text), noun) in kinds.PERSONS:
            above = clauses.verb_above(noun)
            if above is not None and above.lemma_ in _ATTACKING:
                start = phrases.start_of(scene, noun)
                return Counted(scene.text(start, noun.i + 1), nouns.singular(noun.text), scene.root, "harmed", noun, (start, noun.i + 1))
    return None


def _governed_by_harm(scene: Scene) -> bool:
    root = scene.root
    return root.dep_ in {"dobj", "nsubjpass"} and root.head.lemma_ in {"kill", "wound", "injure", "arrest", "detain", "hurt", "capture"}


def _is_of_event(scene: Scene) -> bool:
    """ "the wounding of thousands more", "the deaths of 12": the number counts those whom it befell."""
    return scene.lower(scene.before - 1) == "of" and scene.before > 1 and kinds.is_event(scene.doc[scene.before - 2])


def _is_of_persons(scene: Scene) -> bool:
    """ "600 were treated for burns", "60,000 had marched", "the hall seats 2,000": a verb that takes people alone."""
    root = scene.root
    verb = root.head
    is_number = root.tag_ in {"CD", "NNS"} or root.i in scene.numbers
    if not clauses.is_verb(verb) or root.dep_ not in {"dobj", "nsubjpass", "nsubj"} or not is_number:
        return False
    if verb.lemma_ in _PULLING and scene.lower(scene.after) in {"from", "out"}:
        return any(token.lower_ in _RUINS for token in scene.doc[scene.after + 1 : scene.after + 6])
    if verb.lemma_ in _SEATING:
        return root.dep_ == "dobj"
    if root.dep_ == "nsubj" and (verb.lemma_ in _BY_PEOPLE or _turns_up(verb)):
        return True
    if (
        verb.lemma_ in (metric.MILD | metric.DOING_AWAY) - {"feed"}
        or verb.lemma_ in _OF_THINGS_TOO
        or scene.quantity.start < scene.quantity.end
        and _is_fraction(scene)
    ):
        return False
    return kinds.of_verb(verb, "subject" if root.dep_ == "nsubj" else "object") in kinds.PERSONS


def _turns_up(verb: Token) -> bool:
    """ "Fewer than 200 showed up", "700 had signed up", "300 turned out": what only people do."""
    particle = next((child.lower_ for child in verb.children if child.dep_ in {"prt", "advmod"} and child.i == verb.i + 1), "")
    return (verb.lemma_, particle) in _UP


def understood(scene: Scene, known: Sequence[Known]) -> Counted | None:
    if scene.lower(scene.after) in {"who", "whose"}:
        return told_before(scene, known, "understood", persons=True) or Counted("people", PERSON, scene.root, "persons")
    if scene.root.dep_ in {"nsubj", "nsubjpass"} and not any(earlier.sentence == scene.sentence.index for earlier in known):
        here = plural_before(scene)
        if here is not None and here.head_token is not None and here.head_token.dep_ in {"nsubj", "nsubjpass"} and not _is_fraction(scene):
            return here  # "Most schools will be partly closed; a thousand could close"
    return told_before(scene, known, "understood") or _with_some(scene) or _of_share_before(scene, known) or _of_ballots(scene)


def _with_some(scene: Scene) -> Counted | None:
    """ "Bids were sought, with nine received": some of the plural that the sentence is about."""
    following = scene.token(scene.after)
    if scene.lower(scene.before - 1) != "with" or following is None or following.tag_ not in {"VBN", "VBD", "VBG"}:
        return None
    for noun in scene.doc[: scene.before]:
        if noun.tag_ == "NNS" and noun.dep_ in {"nsubj", "nsubjpass"} and not hollow.is_hollow(noun):
            start = phrases.start_of(scene, noun)
            return Counted(scene.text(start, noun.i + 1), nouns.singular(noun.text), scene.root, "of", noun, (start, noun.i + 1))
    return None


def _of_ballots(scene: Scene) -> Counted | None:
    """ "a majority of delegates. Her 2,203 are enough": what the text before speaks of, behind a possessive."""
    owner = scene.token(scene.before - 1)
    if owner is None or owner.tag_ not in {"PRP$", "POS"}:
        return None
    before = scene.document.text[max(0, scene.quantity.start - _HEADING_REACH) : scene.quantity.start]
    found = tolls.BALLOTED.findall(before)
    if not found:
        return None
    word = found[-1].lower()
    return Counted(word, nouns.singular(word), scene.root, "heading")


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


def told_before(
    scene: Scene, known: Sequence[Known], how: str, persons: bool = False, reach: int = _MEMORY_SENTENCES, harmed: bool = False
) -> Counted | None:
    """The thing counted last, as the anchor of this number's own clause.

    `reach` is how many sentences back it may stand; `harmed` takes only people who came to harm.
    """
    same = _again(scene, known)
    if how == "understood" and not same and _is_fraction(scene):
        return None
    fallback = setting = None
    for earlier in (*same, *reversed(known)):
        if scene.sentence.index - earlier.sentence > reach:
            break
        if earlier.kind == "count" and earlier.is_claim and earlier.text and earlier.head and (earlier.is_person or not persons):
            if persons and earlier.head in _HARMS and scene.lower(scene.before - 1) != "whom":
                break
            if how == "harmed" and (earlier.head in _OUTCOMES or harmed and earlier.metric not in kinds.HARM):
                continue
            smaller = (earlier.low or 0) < (scene.quantity.low or 0)
            of_few = (earlier.low or 0) * _OTHERS_FROM < (scene.quantity.low or 0) and " " in earlier.text
            if how == "harmed" and of_few and scene.lower(scene.after) not in OTHERS:
                continue
            if smaller and (harmed or how == "harmed" and earlier.sentence != scene.sentence.index and scene.lower(scene.after) not in OTHERS):
                continue  # more than there were before: "three men died, and the blast left 40 dead"
            if how == "understood" and _is_of_other_order(scene, earlier):
                continue
            if scene.lower(scene.after) == "per" and nouns.singular(scene.lower(scene.after + 1)) == earlier.head:
                continue  # "in 361 boats, an average of 55 per boat": what each holds
            if earlier.is_setting and fallback is None:
                setting = setting or earlier
                continue
            if setting is not None and earlier.sentence != setting.sentence:
                break
            if not earlier.is_part or how == "of them":
                return Counted(_many(scene, earlier), earlier.head, scene.root, how, before=earlier)
            fallback = fallback or earlier
    fallback = fallback or setting
    return Counted(fallback.text or "", fallback.head or "", scene.root, how, before=fallback) if fallback is not None else None


def _many(scene: Scene, earlier: Known) -> str:
    """ "One person was killed and 37 others hurt": people."""
    text = earlier.text or ""
    if earlier.low == 1 and scene.quantity.low != 1 and text.split()[-1:] == [earlier.head]:
        return " ".join([*text.split()[:-1], nouns.plural(earlier.head or "")])
    return text


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
