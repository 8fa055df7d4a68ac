"""What money pays for, what a percentage is a share of, what a measure measures.

The thing stands after the number ("5 % of voters", "$3 million in aid"), as its neighbour ("a 46 % turnout record"),
before it ("turnout of 58 %") or as the subject of the verb that the number completes ("prices rose 2 %").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.claims import clauses, contest, hollow, nouns, partitive, phrases, shares, units, verbal
from transforms.claims.scene import Scene
from transforms.claims.thing import Counted, Known

_MONEY_FOR = frozenset({"in", "for", "of", "worth", "on"})
_SHARE_OF = frozenset({"of", "in"})
_MEASURE_OF = frozenset({"of", "in"})
# nouns after which the sum's purpose still has to be found ("$5 million deal" is the deal, "$5 million a year" is not a year)
_DISTANCES = {"away": "distance", "deep": "depth", "underground": "depth", "high": "height", "tall": "height", "wide": "width",
              "long": "length", "thick": "thickness", "below": "depth", "above": "height"}  # fmt: skip
_COMPASS = frozenset(
    "north south east west northeast northwest southeast southwest north-east north-west south-east south-west northern southern "
    "eastern western north-northeast upstream downstream inland offshore off from outside short".split()
)
_BRACKET_REACH = 60
_ABBREVIATED = 6
_GLOSS = 8
_RATES_OF_CHANGE = frozenset("yoy y-o-y mom qoq year-on-year yr annualized annualised y m".split())
_SOME = frozenset({"some", "all", "part", "most", "many", "each"})
_EARNING = frozenset("earn make generate raise get receive collect derive gain take".split())
_BRINGING = frozenset("bring raise boost push take lift increase cut reduce lower expand swell drive slash trim up narrow widen".split())
_MOVING = frozenset("travel fly walk drive run march ride cover swim sail trek cycle extend stretch advance crawl hike".split())
_MOVED = frozenset("ease add gain lose rise fall climb drop slip jump close settle finish open trade shed advance retreat".split())
_PUMPING = frozenset("pump produce export import sell ship load refine extract process".split())
_SPANS = frozenset("period span interval meantime fiscal weekend week day month year quarter season half decade election cash".split())
_JAILING = frozenset({"jail", "imprison", "sentence", "condemn"})
_PRISONS = frozenset({"prison", "jail", "custody", "bars", "detention"})
_QUAKES = frozenset({"earthquake", "quake", "tremor", "aftershock", "temblor"})
_TERMS = frozenset({"imprisonment", "probation", "detention", "jail", "custody"})
_OUTPUT = frozenset({"product", "gdp", "gnp"})
_LENGTHS = frozenset({"m", "km", "cm", "mm", "mi", "ft", "yd", "in", "nmi"})
# nouns that name a sum of money themselves, whatever it is for
_SUMS = frozenset(
    "reward fine grant loan budget subsidy deal bounty ransom bail penalty bonus salary wage pension profit loss deficit surplus debt "
    "revenue turnover donation gift offer bid prize compensation fee price cost damage damages settlement investment payment credit "
    "shortfall contribution".split()
)


def find(scene: Scene, known: Sequence[Known]) -> Counted | None:
    """What is paid for, shared or measured; None where the sentence doesn't say."""
    kind = scene.quantity.kind
    same = _conversion(scene, known) or _compared(scene, known)
    if same is not None:
        return same
    if scene.quantity.unit == "magnitude":
        return _shaken(scene, known)
    if kind in {"measure", "duration"}:
        jailed = clauses.verb_above(scene.root) if kind == "duration" else None
        following = scene.token(scene.after + (scene.lower(scene.after) in {"'", "’", "'s", "’s"}))
        if kind == "duration" and following is not None and following.lower_ in _TERMS:
            return Counted(following.text, following.lower_, following, "neighbour", following, (following.i, following.i + 1))
        if jailed is not None and (
            jailed.lemma_ in _JAILING or scene.lower(scene.after) in {"in", "behind"} and scene.lower(scene.after + 1) in _PRISONS
        ):
            return Counted("sentence", "sentence", scene.root, "title")
        return (
            _distance(scene)
            or _within_unit(scene)
            or _neighbour(scene, known)
            or (_title(scene, known) if scene.lower(scene.after) != "of" else None)
            or _after(scene, _MEASURE_OF, known)
            or _title(scene, known)
            or _travelled(scene)
            or _pumped(scene)
            or verbal.by_verb(scene, known)
            or verbal.last_told(scene, known)
        )
    if kind == "money":
        return (
            _neighbour(scene, known)
            or _named_sum(scene)
            or _earned_from(scene)
            or _brought(scene)
            or _after(scene, _MONEY_FOR, known)
            or _raised(scene)
            or _per_thing(scene)
            or _title(scene, known)
            or verbal.by_verb(scene, known)
            or verbal.last_told(scene, known)
        )
    if scene.lower(scene.after) == "in" and scene.lower(scene.after + 1) in {"favour", "favor"}:
        return shares.parallel(scene, known)
    if scene.lower(scene.after) == "of" and _of_output(scene):
        found = _title(scene, known) or verbal.by_verb(scene, known)
        if found is not None and found.head not in _OUTPUT:
            return found
    margin = shares.margin(scene)
    if margin is not None:
        return margin
    if scene.lower(scene.before - 1) == "by" and scene.doc[scene.before - 1].dep_ == "agent" and scene.root.dep_ == "pobj":
        return shares.parallel(scene, known) or verbal.last_told(scene, known)  # "Norvia was named by three percent"
    if shares.is_rivals(scene, known) or shares.is_of_side(scene) or contest.is_led(scene):
        told = shares.parallel(scene, known)
        return told if told is not None and not (shares.is_of_side(scene) and told.head == "support") else shares.of_voters(scene)
    return (
        shares.respondents(scene, known)
        or _neighbour(scene, known)
        or _after(scene, _SHARE_OF, known)
        or _brought(scene)
        or _title(scene, known)
        or verbal.by_verb(scene, known)
        or verbal.last_told(scene, known)
    )


def _raised(scene: Scene) -> Counted | None:
    """ "Cole has raised 3 million dollars": money raised, for who raised it is not what it is."""
    verb = scene.root.head
    if verb.lemma_ != "raise" or scene.root.dep_ != "dobj":
        return None
    actor = clauses.actor(verb)
    if actor is None or actor.tag_ not in {"NNP", "NNPS", "PRP", "WP"} or any(child.lower_ in {"for", "on"} for child in verb.children):
        return None
    return Counted("money raised", "money", scene.root, "understood")


def _per_thing(scene: Scene) -> Counted | None:
    """ "2 million dollars per episode": what each one costs or brings."""
    at = scene.after
    if "/" in (scene.quantity.unit or "") and (scene.quantity.unit or "").rpartition("/")[2] not in units.RATE_OF:
        at = next((i for i in range(scene.last + 1, scene.after) if scene.lower(i) in {"per", "each"}), at)
    if scene.lower(at) not in {"per", "each"} or scene.token(at + 1) is None or at in scene.dated or at + 1 in scene.dated:
        return None
    noun = scene.doc[at + 1]
    word = nouns.singular(noun.text)
    if noun.tag_ != "NN" or hollow.is_hollow(noun) or word in _SPANS | {"hour", "minute", "second", "share", "head", "capita"}:
        return None
    return Counted(noun.text, word, scene.root, "after", noun, (at + 1, at + 2))


def _shaken(scene: Scene, known: Sequence[Known]) -> Counted | None:
    """ "A quake measuring 5.2", "put the magnitude at 6.3": the quake, or the magnitude where none is named."""
    found = _neighbour(scene, known) or _title(scene, known)
    if found is not None and found.head in _QUAKES:
        return found
    nearest = sorted((token for token in scene.doc if nouns.singular(token.text) in _QUAKES), key=lambda token: abs(token.i - scene.first))
    if nearest:
        return phrases.around(scene, nearest[0], "noun before")
    return found if found is not None and scene.lower(scene.before - 1) != "at" else Counted("magnitude", "magnitude", scene.root, "understood")


def _earned_from(scene: Scene) -> Counted | None:
    """ "made millions of dollars from ransom payments": what the money comes from."""
    verb = clauses.verb_above(scene.root)
    if scene.lower(scene.after) != "from" or verb is None or verb.lemma_ not in _EARNING or scene.after + 1 in scene.numbers:
        return None
    found = phrases.named(scene, nouns.skip_determiners(scene.doc, scene.after + 1), "after", scene.root)
    return None if found is None or _is_name(found) else found


def _brought(scene: Scene) -> Counted | None:
    """ "brings the total assistance to 2 billion dollars": what is brought there."""
    token = scene.root
    while token.dep_ in {"nummod", "quantmod", "compound"} and token.head != token:
        token = token.head
    if token.dep_ != "pobj" or token.head.lower_ not in {"to", "from"} or token.head.head.lemma_ not in _BRINGING:
        return None
    moved = next((child for child in token.head.head.children if child.dep_ == "dobj" and child.i < scene.first), None)
    if moved is None or not nouns.is_noun(moved) or moved.i in scene.dated or moved.i in scene.numbers:
        return None
    if hollow.is_hollow(moved) and not any(child.dep_ == "compound" for child in moved.children):
        return None
    return phrases.around(scene, moved, "object")


def _travelled(scene: Scene) -> Counted | None:
    """ "travelled 500 miles", "the fence runs 80 km": a distance."""
    if scene.quantity.unit not in _LENGTHS:
        return None
    verb = scene.root.head
    if clauses.is_verb(verb) and verb.lemma_ in _MOVING and scene.root.dep_ in {"dobj", "npadvmod"}:
        return Counted("distance", "distance", scene.root, "understood")
    return None


def _pumped(scene: Scene) -> Counted | None:
    """ "expects to pump 2.8 million barrels a day": barrels are of oil where nothing else is named."""
    verb = clauses.verb_above(scene.root)
    if not (scene.quantity.unit or "").startswith("barrel") or verb is None or verb.lemma_ not in _PUMPING:
        return None
    if any(child.dep_ in {"dobj", "nsubjpass"} and nouns.is_noun(child) and child.i != scene.root.i for child in verb.children):
        return None
    return Counted("oil", "oil", scene.root, "understood")


def of_points(scene: Scene, known: Sequence[Known]) -> Counted | None:
    """What a count of points is of: "a 30-point advantage", "the index lost 14 points"."""
    at = scene.after + (scene.lower(scene.after) in {"-", "‑"})
    if hollow.POINTS & {nouns.singular(scene.lower(at))}:
        found = phrases.named(scene, at + 1, "neighbour") if scene.lower(at) == "point" else None
        if found is not None and found.head_token is not None and found.phrase is not None and found.phrase[0] == at + 1:
            return found
    return shares.margin(scene) or _compared(scene, known) or _title(scene, known) or verbal.by_verb(scene, known) or verbal.last_told(scene, known)


def _within_unit(scene: Scene) -> Counted | None:
    """ "2 million barrels of crude oil per day": the thing stands inside the rate's words."""
    for at in range(scene.last + 1, scene.after):
        if scene.lower(at) == "of":
            return phrases.named(scene, nouns.skip_determiners(scene.doc, at + 1), "after")
    return None


def _conversion(scene: Scene, known: Sequence[Known]) -> Counted | None:
    """ "500 metres (1,650 feet)": the same thing in another unit."""
    if (
        known
        and scene.quantity.kind in {"ratio", "fraction", "percent"}
        and scene.lower(scene.before - 1) == "or"
        and scene.lower(scene.after) != "of"
    ):
        last = known[-1]
        if last.sentence == scene.sentence.index and last.text and last.head and scene.quantity.start - (last.end or 0) < _BRACKET_REACH:
            return Counted(last.text, last.head, scene.root, "conversion", before=last)  # "900 flights, or about one in five"
    labelled = _labelled(scene, known)
    if labelled is not None:
        return labelled
    if not known or scene.lower(scene.before - 1) not in {"(", "or"} and not _in_same_bracket(scene, known[-1]):
        return None
    earlier = known[-1]
    near = earlier.sentence == scene.sentence.index and earlier.kind == scene.quantity.kind and earlier.end is not None
    if near and scene.quantity.start - (earlier.end or 0) < _BRACKET_REACH and earlier.text and earlier.head:
        return Counted(earlier.text, earlier.head, scene.root, "conversion", before=earlier)
    return None


def _labelled(scene: Scene, known: Sequence[Known]) -> Counted | None:
    """ "women (61 percent), nurses (67 percent)": the noun before a bracket that holds a share and nothing else."""
    if scene.quantity.kind != "percent" or scene.lower(scene.before - 1) != "(" or scene.lower(scene.after) != ")" or scene.before < 2:
        return None
    noun = scene.doc[scene.before - 2]
    told = bool(known) and known[-1].sentence == scene.sentence.index and known[-1].end is not None
    first = scene.document.text[known[-1].end or 0 : scene.quantity.start] if told else ","
    if not nouns.is_noun(noun) or noun.i in scene.dated or hollow.is_unit(noun) or not re.search(r"[,;)]|\band\b", first):
        return None
    start = phrases.start_of(scene, noun)
    return Counted(scene.text(start, noun.i + 1), nouns.singular(noun.text), noun, "title", noun, (start, noun.i + 1))


def _in_same_bracket(scene: Scene, earlier: Known) -> bool:
    """ "(about $280 million; €206 million)": the second conversion of one sum."""
    if scene.lower(scene.before - 1) not in {",", ";", "/"} or earlier.end is None:
        return False
    gap = scene.document.text[earlier.end : scene.quantity.start].strip()
    opened = scene.document.text[scene.sentence.start : scene.quantity.start]
    return gap in {",", ";", "/"} and opened.count("(") > opened.count(")")


def _compared(scene: Scene, known: Sequence[Known]) -> Counted | None:
    """ "up from $5 billion a year before": the same thing at another time."""
    at = scene.before - 1
    if scene.lower(at) == "," and scene.lower(scene.after) in {"more", "less", "higher", "lower", "fewer"} and scene.lower(scene.after + 1) == "than":
        return verbal.last_told(scene, known)
    if scene.lower(at) in {"up", "down", "off"} and scene.lower(at - 1) in {",", "(", "-", "–", "—", ""}:
        return _just_named(scene, at - 2) or verbal.last_told(scene, known)
    if scene.lower(at) == "from" and scene.lower(at - 1) in {"up", "down", "higher", "lower"}:
        return verbal.last_told(scene, known)
    for back in range(at, max(at - 5, 0), -1):
        word = scene.lower(back)
        if word == "," or word == "against" and any(nouns.is_noun(token) for token in scene.doc[back + 1 : scene.first]):
            return None
        if word in {"with", "to"} and scene.lower(back - 1) == "compared" or word in {"versus", "vs", "vs.", "against"}:
            own_noun = any(nouns.is_noun(token) and token.i not in scene.dated for token in scene.doc[back + 1 : scene.first])
            return None if own_noun and scene.lower(at) == "of" else verbal.last_told(scene, known)
    return None


def _just_named(scene: Scene, at: int) -> Counted | None:
    """ "The deficit with Norvia, up 30 percent": the noun phrase right before, where the sentence gives no number earlier."""
    noun = scene.token(at)
    if noun is None or not nouns.is_noun(noun) or at in scene.dated or any(number < scene.first for number in scene.numbers):
        return None
    for _ in range(3):
        if noun.dep_ != "pobj" or not nouns.is_noun(noun.head.head):
            break
        noun = noun.head.head
    if hollow.is_hollow(noun) or noun.dep_ not in {"nsubj", "nsubjpass", "dobj", "ROOT", "attr", "appos"}:
        return None
    return phrases.around(scene, noun, "title")


def _neighbour(scene: Scene, known: Sequence[Known]) -> Counted | None:
    """ "a 46 % turnout record", "the $2 million memorial", "a 17-day offensive", "a multi-year, $4 billion, regional strategy"."""
    at = scene.after
    if scene.lower(at) == "(" and _in_determined(scene):
        # "a 24-foot (7.3-metre) vessel"
        closing = next((i for i in range(at, min(at + _GLOSS, len(scene.doc))) if scene.lower(i) == ")"), None)
        at = closing + 1 if closing is not None else at
    while scene.lower(at) in {"-", "worth"} or scene.lower(at) == "," and _in_determined(scene):
        at += 1
        if at in scene.numbers and at > scene.last:
            # "her 350 billion dollar, 10-year plan"
            while at in scene.numbers or scene.token(at) is not None and (scene.doc[at].tag_ == "HYPH" or scene.lower(at) in _SPANS):
                at += 1
    token = scene.token(at)
    if token is None or at in scene.dated or token.tag_ in {"VBG", "VBN", "RB"} and not _in_determined(scene):
        return None
    risen = token.lower_ in {"higher", "lower", "greater", "larger", "smaller"}
    if risen and _in_determined(scene) and scene.token(at + 1) is not None and nouns.is_noun(scene.doc[at + 1]):
        return phrases.named(scene, at + 1, "neighbour")
    if token.lower_ in {"more", "less", "higher", "lower", "per", "other", "each", "a", "apiece", "total", "ahead", "annually"}:
        return None
    if "/" in token.text and len(token) < _ABBREVIATED or token.lower_ in _RATES_OF_CHANGE:
        return None  # "9 % yr/yr", "9 % y/y"
    if token.lower_ in {"year", "month", "quarter", "week"} and scene.lower(at + 1) in {"on", "over", "-", "to"}:
        return None
    found = phrases.named(scene, at, "neighbour")
    if found is not None and found.head_token is not None and hollow.is_hollow(found.head_token):
        return None
    if (
        found is not None
        and found.head in phrases.CHANGES
        and " " not in found.text
        and known
        and known[-1].sentence == scene.sentence.index
        and known[-1].text
        and known[-1].head
        and scene.lower(scene.before - 2) in {",", "-", "–", "—", "("}
    ):
        # "sales were $2 billion, a 13 % increase": the rise is of what was told just before
        return Counted(known[-1].text, known[-1].head, scene.root, "conversion", before=known[-1])
    return found


def _in_determined(scene: Scene) -> bool:
    """Whether an article stands before the number, so that a noun has to follow it."""
    for at in range(scene.before - 1, max(scene.before - 6, -1), -1):
        tag = scene.doc[at].tag_
        if tag in {"DT", "PRP$", "POS"}:
            return True
        if tag not in {"JJ", "HYPH", ",", "RB", "NN"}:
            return False
    return False


def _after(scene: Scene, prepositions: frozenset[str], known: Sequence[Known]) -> Counted | None:
    """ "of voters", "in additional assistance", "for new roads", "to repair roads"."""
    at = scene.after
    if scene.lower(at) == "(":
        at = next((i + 1 for i in range(at, min(at + 12, len(scene.doc))) if scene.lower(i) == ")"), at)
    if scene.lower(at) in {"more", "worth", "total"}:
        at += 1
    word = scene.lower(at)
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
        and scene.root.head.lemma_ in _EARNING | {"spend"}
    ):
        return phrases.object_of(scene, at)  # "earned 3 million dollars giving speeches"
    if word == "in" and scene.lower(at + 1) == "order" and scene.lower(at + 2) == "to":
        return phrases.object_of(scene, at + 3)
    if word == "in" and _is_priced(scene):
        return None  # "eased 12 cents to 60.75 dollars in electronic trading"
    if word in prepositions:
        inner = at + 3 if scene.lower(at + 1) in _SOME and scene.lower(at + 2) == "of" else at + 1
        start = partitive.past_numbers(scene, nouns.skip_determiners(scene.doc, inner))
        if start in scene.dated:
            return None
        found = phrases.object_of(scene, start) or (
            phrases.named(scene, start, "after", scene.root) if scene.quantity.kind == "money" else phrases.named(scene, start, "after")
        )
        of_own_sum = found is not None and found.phrase is not None and scene.lower(found.phrase[1]) == "of" and found.phrase[1] + 1 in scene.numbers
        if found is not None and (found.head == "time" or word == "in" and found.head_token is not None and hollow.is_hollow(found.head_token)):
            return None  # "for the first time", "in Monday's poll"
        if found is not None and not of_own_sum and not (word == "in" and (_is_name(found) or found.head in _SPANS)):
            return found
    if word == "to" and scene.quantity.kind == "money":
        return phrases.object_of(scene, at + 1)
    return None


def _is_priced(scene: Scene) -> bool:
    """Whether the verb says how a price or level moved, so that its subject is what is measured."""
    verb = clauses.verb_above(scene.root)
    if verb is None or verb.lemma_ not in _MOVED or scene.lower(scene.before - 1) in {"of", "worth"}:
        return False
    actor = clauses.actor(verb)
    return actor is not None and nouns.is_noun(actor) and actor.i < scene.first and not hollow.is_hollow(actor)


def _is_name(thing: Counted) -> bool:
    """Whether what follows "in" is a name, and so tells where."""
    return thing.head_token is not None and thing.head_token.tag_ in {"NNP", "NNPS"}


def _goes_on(scene: Scene, at: int) -> bool:
    token = scene.token(at)
    return token is not None and nouns.is_noun(token) and at not in scene.dated


def _distance(scene: Scene) -> Counted | None:
    """ "40 km south of the city", "700 metres away from the entrance", "1,030 metres underground"."""
    if scene.quantity.unit not in _LENGTHS or scene.lower(scene.last + 1) in {"-", "‑"}:
        return None
    at = scene.after
    if scene.lower(at) == "(":
        while at < len(scene.doc) and scene.lower(at) != ")":
            at += 1
        at += 1
    if scene.lower(at) == ")":
        at += 1
    if scene.lower(at) == "to":
        at += 2
    word = scene.lower(at)
    if word in _COMPASS or word in _DISTANCES:
        what = _DISTANCES.get(word, "distance")
        if word == "above" and scene.quantity.unit in {"km", "mi"}:
            what = "altitude"
        return Counted(what, what, scene.root, "distance")
    return None


def _of_output(scene: Scene) -> bool:
    """ "a deficit of 4 percent of gross domestic product": the output is only what the share is reckoned by."""
    phrase = nouns.phrase_at(scene.doc, nouns.skip_determiners(scene.doc, scene.after + 1), scene.dated)
    return phrase is not None and nouns.singular(scene.doc[phrase.head].text) in _OUTPUT


def _named_sum(scene: Scene) -> Counted | None:
    """ "a reward of $5 million for information", "a net loss of 3 million euros for the year": the sum's own name."""
    if scene.lower(scene.before - 1) != "of" or scene.before < 2:
        return None
    noun = scene.doc[scene.before - 2]
    if not nouns.is_noun(noun) or noun.tag_ in {"NNP", "NNPS"} or noun.i in scene.dated or hollow.is_hollow(noun):
        return None
    for above in noun.ancestors:
        if clauses.is_verb(above):
            break
        if nouns.is_noun(above) and nouns.singular(above.text) in _SUMS:
            noun = above  # "debt from state enterprises of 7 billion"
            break
    word = nouns.singular(noun.text)
    if word not in _SUMS:
        return None
    start = phrases.start_of(scene, noun)
    return Counted(scene.text(start, noun.i + 1), word, noun, "title", noun, (start, noun.i + 1))


def _title(scene: Scene, known: Sequence[Known]) -> Counted | None:
    """ "a turnout of 58 %", "turnout: 58 %", "prices below 59 dollars"."""
    before = scene.token(scene.before - 1)
    if before is None or scene.before < 2:
        return None
    noun = scene.doc[scene.before - 2]
    if before.lower_ in {"worth", "at"} and noun.text == "," and scene.before > 2:
        noun = scene.doc[scene.before - 3]
    if before.lower_ == "to" and noun.lower_ in {"up", "down"} and scene.before > 3:
        # visibility "down to 1,000 metres"
        back = scene.before - 3
        back -= scene.doc[back].is_quote
        noun = scene.doc[back]
        if nouns.is_noun(noun) and not hollow.is_hollow(noun) and noun.i not in scene.dated:
            start = phrases.start_of(scene, noun)
            return Counted(scene.text(start, noun.i + 1), nouns.singular(noun.text), noun, "title", noun, (start, noun.i + 1))
        return None
    if noun.i in scene.numbers or hollow.is_unit(noun) and noun.i - 1 in scene.numbers:
        return verbal.last_told(scene, known) if before.lower_ == "at" else None  # "up 30 percent at 162 million dollars"
    if before.lower_ in {"of", ":", "at", "worth", "totaling", "totalling"} and nouns.is_noun(noun) and noun.i not in scene.dated:
        if hollow.is_hollow(noun):
            return None
        start = phrases.start_of(scene, noun)
        text = scene.text(start, noun.i + 1)
        head = nouns.singular(noun.text)
        if head in phrases.CHANGES:
            return None
        return Counted(text, head, noun, "title", noun, (start, noun.i + 1))
    return None
