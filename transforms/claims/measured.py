"""What money pays for, what a percentage is a share of, what a measure measures.

The thing stands after the number ("5 % of voters", "$3 million in aid"), as its neighbour ("a 46 % turnout record"),
before it ("turnout of 58 %") or as the subject of the verb that the number completes ("prices rose 2 %").
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from transforms.claims import beside, clauses, extents, hollow, nouns, partitive, phrases, race, shares, sums, verbal
from transforms.claims.scene import Scene
from transforms.claims.thing import Counted, Known

if TYPE_CHECKING:
    from spacy.tokens import Token

_MONEY_FOR = frozenset({"in", "for", "of", "worth", "on"})
_SHARE_OF = frozenset({"of", "in"})
_MEASURE_OF = frozenset({"of", "in"})
_SOME = frozenset({"some", "all", "part", "most", "many", "each"})
_MOVED = frozenset("ease add gain lose rise fall climb drop slip jump close settle finish open trade shed advance retreat".split())
# what is so much in some place ("Turnout was 63 percent in the capital"), has changed there, or stands there at that level
_STANDING = (
    _MOVED
    | phrases.COPULAS
    | frozenset(
        "stand reach average exceed top hit increase decrease decline grow shrink soar plunge surge tumble range total peak dip widen narrow".split()
    )
)
_ADDING = frozenset({"add", "award", "grant", "give", "donate", "pay", "allocate"})
_BACKING = frozenset({"support", "backing", "approval", "opposition", "votes", "endorsement", "endorsements"})
_JAILING = frozenset({"jail", "sentence", "condemn"})
_DEMANDING = frozenset({"seek", "demand", "request", "recommend", "face"})
_PRISONS = frozenset({"prison", "jail", "custody", "bars", "detention"})
_TERMS = frozenset({"imprisonment", "probation", "detention", "jail", "custody"})
_STANDOFFS = frozenset({"heat", "tie", "race", "matchup", "match-up", "advantage", "lead", "edge", "margin"})
_OUTPUT = frozenset({"product", "gdp", "gnp"})


def find(scene: Scene, known: Sequence[Known]) -> Counted | None:
    """What is paid for, shared or measured; None where the sentence doesn't say."""
    kind = scene.quantity.kind
    same = beside.conversion(scene, known) or beside.compared(scene, known)
    if same is not None:
        return same
    if scene.quantity.unit == "magnitude":
        return extents.shaken(scene, known)
    if kind in {"measure", "duration"}:
        jailed = clauses.verb_above(scene.root) if kind == "duration" else None
        following = scene.token(scene.after + (scene.lower(scene.after) in {"'", "’", "'s", "’s"}))
        if kind == "duration" and following is not None and following.lower_ in _TERMS:
            return Counted(following.text, following.lower_, following, "neighbour", following, (following.i, following.i + 1))
        reprieve = beside.neighbour(scene, known) if scene.lower(scene.last + 1) in {"-", "‑"} else None
        if reprieve is not None:
            return reprieve
        if jailed is not None and (
            jailed.lemma_ in _JAILING
            or jailed.lemma_ in _DEMANDING
            and scene.root.dep_ == "dobj"
            and scene.lower(scene.after) != "of"
            or scene.lower(scene.after) in {"in", "behind"}
            and scene.lower(scene.after + 1) in _PRISONS
        ):
            return Counted("sentence", "sentence", scene.root, "title")
        return (
            extents.taken(scene)
            or extents.lasting(scene)
            or extents.weighed(scene)
            or extents.moving(scene)
            or extents.held_land(scene)
            or extents.distance(scene)
            or _within_unit(scene)
            or beside.neighbour(scene, known)
            or (beside.titled(scene, known) if scene.lower(scene.after) != "of" else None)
            or _after(scene, _MEASURE_OF, known)
            or beside.titled(scene, known)
            or extents.searched(scene)
            or sums.brought(scene)
            or extents.travelled(scene)
            or extents.pumped(scene)
            or verbal.by_verb(scene, known)
            or verbal.last_told(scene, known)
        )
    if kind == "money":
        return (
            sums.flowing(scene)
            or sums.short(scene)
            or beside.neighbour(scene, known)
            or sums.named_sum(scene)
            or sums.earned_from(scene)
            or sums.brought(scene)
            or _after(scene, _MONEY_FOR, known)
            or sums.raised(scene)
            or sums.per_thing(scene)
            or beside.titled(scene, known)
            or verbal.by_verb(scene, known)
            or sums.moved(scene)
            or verbal.last_told(scene, known)
            or sums.per_share(scene)
            or sums.moved(scene, last=True)
        )
    if scene.lower(scene.after) == "in" and scene.lower(scene.after + 1) in {"favour", "favor"}:
        return shares.parallel(scene, known)
    if scene.lower(scene.after) == "of" and _of_output(scene):
        found = beside.titled(scene, known) or verbal.by_verb(scene, known)
        if found is not None and found.head not in _OUTPUT:
            return found
    if scene.lower(scene.after) == "fewer" and scene.lower(scene.after + 1) != "than":
        fewer = phrases.named(scene, scene.after + 1, "neighbour")
        if fewer is not None:
            return fewer  # "had 44 percent fewer supporters"
    margin = shares.margin(scene) or shares.listed(scene, known)
    if margin is not None:
        return margin
    if (
        scene.lower(scene.before - 1) == "by"
        and scene.lower(scene.after) != "of"
        and scene.doc[scene.before - 1].dep_ == "agent"
        and scene.root.dep_ == "pobj"
    ):
        return shares.parallel(scene, known) or verbal.last_told(scene, known)  # "Norvia was named by three percent"
    if scene.lower(scene.before - 1) == "from" and scene.lower(scene.before - 2) in _BACKING and scene.lower(scene.after) != "of":
        told = shares.parallel(scene, known)
        if told is not None:
            return told  # "while Cole has backing from 33 percent"
    if scene.quantity.kind == "percent" and scene.lower(scene.after) != "of":
        opened = partitive.fronted(scene)
        if opened is not None:
            return opened
    grouped = shares.among(scene) if kind == "percent" else None
    if grouped is not None:
        return grouped  # "Among nurses, Cole won out with 22 percent"
    choosing = shares.favouring(scene)
    if choosing is not None:
        return choosing
    if shares.is_rivals(scene, known) or shares.is_of_side(scene) or race.is_paired(scene) or _is_lead_of_two(scene):
        told = shares.parallel(scene, known)
        told = told if told is not None and not (shares.is_of_side(scene) and told.head == "support") else shares.of_voters(scene)
        if told is not None:
            return told
    found = (
        _of_listed_name(scene)
        or shares.among(scene)
        or shares.respondents(scene, known)
        or beside.neighbour(scene, known)
        or _after(scene, _SHARE_OF, known)
        or sums.brought(scene)
        or beside.titled(scene, known)
        or verbal.by_verb(scene, known)
        or verbal.last_told(scene, known)
        or shares.polled(scene)
    )
    if found is not None and found.head in _STANDOFFS and (race.is_paired(scene) or shares.is_hyphened_pair(scene)):
        return shares.of_voters(scene) or found  # "in a dead heat -- 45% to 42%", "her 54%-27% advantage among nurses"
    if beside.is_of_rivals(scene) and found is not None and found.head_token is not None and found.head_token.tag_ == "NNP":
        return shares.of_voters(scene) or shares.contending(scene, found)
    return shares.contending(scene, found)


def _of_listed_name(scene: Scene) -> Counted | None:
    """ "Sales are up at four stores: Orlo by 12 percent; Tarn by 9": what rose or fell, told before the list of names."""
    owner = scene.token(scene.before - 2)
    if scene.lower(scene.before - 1) != "by" or owner is None or owner.tag_ not in {"NNP", "NNPS", "POS"} or scene.before < 3:
        return None
    begun = scene.before - 2
    while begun > 0 and scene.doc[begun].tag_ in {"NNP", "NNPS", "POS", "DT"}:
        begun -= 1
    if scene.doc[begun].text not in {":", ";", ","} and scene.doc[begun].lower_ != "and":
        return None
    for token in scene.doc[:begun]:
        if token.dep_ in {"nsubj", "nsubjpass"} and token.tag_ in {"NN", "NNS"} and clauses.is_verb(token.head) and not hollow.is_hollow(token):
            return phrases.around(scene, token, "subject")
    return None


def _is_lead_of_two(scene: Scene) -> bool:
    """ "with a lead of 48 percent to 41 percent": both are shares of voters."""
    at = next((i for i in range(scene.before - 1, max(scene.before - 6, 0), -1) if scene.lower(i) in {"lead", "edge", "advantage"}), None)
    return at is not None and scene.lower(at + 1) in {"of", ","} and (scene.lower(scene.after) == "to" or scene.lower(scene.before - 1) == "to")


def of_points(scene: Scene, known: Sequence[Known]) -> Counted | None:
    """What a count of points is of: "a 30-point advantage", "the index lost 14 points"."""
    at = scene.after + (scene.lower(scene.after) in {"-", "‑"})
    if hollow.POINTS & {nouns.singular(scene.lower(at))} and scene.lower(at + 1) in {"ahead", "behind", "clear"}:
        return Counted("lead", "lead", scene.root, "understood")  # "Norl First six points ahead"
    if hollow.POINTS & {nouns.singular(scene.lower(at))}:
        found = phrases.named(scene, at + 1, "neighbour") if scene.lower(at) == "point" else None
        if found is not None and found.head_token is not None and found.phrase is not None and found.phrase[0] == at + 1:
            return found
    return (
        shares.margin(scene)
        or beside.compared(scene, known)
        or beside.titled(scene, known)
        or verbal.by_verb(scene, known)
        or verbal.last_told(scene, known)
    )


def _within_unit(scene: Scene) -> Counted | None:
    """ "2 million barrels of crude oil per day": the thing stands inside the rate's words."""
    for at in range(scene.last + 1, scene.after):
        if scene.lower(at) == "of":
            return phrases.named(scene, nouns.skip_determiners(scene.doc, at + 1), "after")
    return None


def _after(scene: Scene, prepositions: frozenset[str], known: Sequence[Known]) -> Counted | None:
    """ "of voters", "in additional assistance", "for new roads", "to repair roads"."""
    at = scene.after
    if scene.lower(at) == "(":
        at = next((i + 1 for i in range(at, min(at + 12, len(scene.doc))) if scene.lower(i) == ")"), at)
    if scene.lower(at) in {"more", "worth", "total", "combined", "alone", "altogether", "overall"}:
        at += 1
    word = scene.lower(at)
    if scene.quantity.kind == "money" and word == "on" and scene.lower(at + 1) == "hand":
        return Counted("cash on hand", "cash", scene.root, "after")
    if scene.quantity.kind == "fraction" and scene.token(at) is not None and scene.doc[at].tag_ in {"DT", "PRP$"}:
        return phrases.named(scene, nouns.skip_determiners(scene.doc, at), "after")
    if word == "of":
        found = partitive.without_noun(scene, at + 1)
        if found is not None:
            return found
    if word == "of" and scene.lower(at + 1) in {"them", "these", "those", "which", "whom", "it", "that", "this"} and not _goes_on(scene, at + 2):
        return verbal.last_told(scene, known)
    if (
        scene.quantity.kind == "money"
        and scene.token(at) is not None
        and scene.doc[at].tag_ == "VBG"
        and scene.root.head.lemma_ in sums.EARNING | {"spend"}
    ):
        return phrases.object_of(scene, at)  # "earned 3 million dollars giving speeches"
    if word == "in" and scene.lower(at + 1) == "order" and scene.lower(at + 2) == "to":
        return phrases.object_of(scene, at + 3)
    if word == "in" and _is_priced(scene):
        return None  # "eased 12 cents to 60.75 dollars in electronic trading"
    if word == "for" and scene.quantity.kind == "money" and scene.root.head.lemma_ in {"fine", "fin"}:
        return Counted("fine", "fine", scene.root, "understood")  # "fined $48,000 for 13 breaches"
    if word in prepositions:
        inner = at + 3 if scene.lower(at + 1) in _SOME and scene.lower(at + 2) == "of" else at + 1
        inner = nouns.skip_determiners(scene.doc, inner)
        while scene.lower(inner) in {"nearly", "about", "almost", "some", "roughly", "estimated"} and inner + 1 < len(scene.doc):
            inner += 1  # "50 percent of the nearly 2 million votes"
        start = partitive.past_numbers(scene, inner)
        if start in scene.dated:
            return None
        found = phrases.object_of(scene, start) or (
            phrases.named(scene, start, "after", scene.root) if scene.quantity.kind == "money" else phrases.named(scene, start, "after")
        )
        of_own_sum = found is not None and found.phrase is not None and scene.lower(found.phrase[1]) == "of" and found.phrase[1] + 1 in scene.numbers
        if found is not None and found.text == "total" and scene.quantity.kind == "percent":
            return None  # "Bad loans made up 12 percent of the total"
        if found is not None and word == "on" and found.head in verbal.BOURSES:
            return None  # "closed at $31.20 on the Orlo exchange"
        if found is not None and (found.head == "time" or word == "in" and found.head_token is not None and hollow.is_hollow(found.head_token)):
            return None  # "for the first time", "in Monday's poll"
        if (
            found is not None
            and not of_own_sum
            and not (word == "in" and (sums.is_name(found) or found.head in beside.SPANS and found.text != f"available {found.head}"))
        ):
            return found
    if word == "to" and scene.quantity.kind == "money":
        found = phrases.object_of(scene, at + 1)
        if found is None and scene.root.dep_ == "dobj" and scene.root.head.lemma_ in _ADDING:
            start = nouns.skip_determiners(scene.doc, at + 1)
            while start in scene.numbers:
                start += 1  # "awarded $12 million to 30 schools"
            found = phrases.named(scene, start, "after", scene.root)
        return found
    return None


def _is_priced(scene: Scene) -> bool:
    """Whether the verb says how a price or level moved, so that its subject is what is measured."""
    verb = clauses.verb_above(scene.root)
    if verb is not None and scene.lower(scene.before - 1) == "by" and _has_object(scene, verb):
        return True  # "cut deaths by 30 percent in trials"
    moved = _STANDING if scene.quantity.kind in {"percent", "fraction"} else _MOVED if scene.quantity.kind == "money" else _MOVED | {"reach", "hit"}
    if verb is None or verb.lemma_ not in moved or scene.lower(scene.before - 1) in {"of", "worth"}:
        return False
    actor = clauses.actor(verb)
    return actor is not None and nouns.is_noun(actor) and actor.i < scene.first and not hollow.is_hollow(actor)


def _has_object(scene: Scene, verb: Token) -> bool:
    """Whether a noun before the number is what the verb is done to."""
    objects = (child for child in verb.children if child.dep_ == "dobj" and child.i < scene.first)
    return any(nouns.is_noun(child) and not hollow.is_hollow(child) for child in objects)


def _goes_on(scene: Scene, at: int) -> bool:
    token = scene.token(at)
    return token is not None and nouns.is_noun(token) and at not in scene.dated


def _of_output(scene: Scene) -> bool:
    """ "a deficit of 4 percent of gross domestic product": the output is only what the share is reckoned by."""
    phrase = nouns.phrase_at(scene.doc, nouns.skip_determiners(scene.doc, scene.after + 1), scene.dated)
    return phrase is not None and nouns.singular(scene.doc[phrase.head].text) in _OUTPUT
