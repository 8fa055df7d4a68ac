"""The thing that a count counts: its noun phrase, from the words beside the number or from what was counted before.

Tries, in order: the noun after the number, "of" phrases, lists that share a noun, words of harm ("41 dead"), tolls and
totals, and last the noun that the ellipsis leaves to be understood.
"""

from __future__ import annotations

from collections.abc import Sequence

from transforms.claims import ballots, clauses, elided, hollow, kinds, nouns, partitive, phrases, relative, tolls
from transforms.claims.scene import Scene
from transforms.claims.thing import Counted, Known
from transforms.language import countries, tables

_BACKWARD = frozenset({"them", "these", "those", "whom", "which", "us", "you", "whose"})
_DONE_BY_MANY = frozenset(
    "march protest rally strike riot flee gather demand mourn vote demonstrate attend dwell queue live work face cheer pray starve".split()
)
_JOINTS = frozenset({",", "and", "or", "to", "-", "–"})
_ROUGHLY = frozenset("more than nearly about almost some roughly around estimated over at least approximately current".split())
# what stands before a part that is told in passing
_ASIDE = frozenset({",", "(", "-", "–", "—", "including", "and", "least", "about", "some", "nearly"})
_FORCES = frozenset({"guard", "army", "police", "navy", "militia", "reserve", "corps"})
_SERVICES = frozenset("force service brigade regiment department ministry agency union party unit battalion ward office".split())
_GATHERED = frozenset({"crowd", "audience", "stands", "square", "streets", "march", "rally"})
# "six of the repair crew": people, of whom the noun is only the whole
_GROUPS = _FORCES | frozenset("crew staff team squad cast audience crowd workforce garrison platoon brigade".split())
_BRACKET_REACH = 12
_STRONGEST = 12


def find(scene: Scene, known: Sequence[Known]) -> Counted | None:
    """What the count counts; None where neither the sentence nor an earlier number says."""
    return (
        ballots.paired(scene)
        or _sum_of_two(scene, known)
        or _of_phrase(scene, known)
        or _noun_after(scene, known)
        or _bracketed(scene)
        or _magnitude(scene)
        or tolls.collective(scene)
        or _shared_noun(scene)
        or _of_force(scene, known)
        or elided.people_harmed(scene, known)
        or relative.found(scene, known)
        or partitive.fronted(scene)
        or tolls.find(scene)
        or ballots.voted(scene)
        or relative.employed(scene)
        or relative.quoted(scene, known)
        or elided.understood(scene, known)
        or relative.changed(scene)
    )


def _of_force(scene: Scene, known: Sequence[Known]) -> Counted | None:
    """ "as were seventeen from the army, and two each from the coast guard": people of a body, not those told before."""
    at = scene.after + (scene.lower(scene.after) == "each")
    if scene.lower(at) != "from" or scene.lower(at + 1) != "the" or known and known[-1].sentence == scene.sentence.index and not known[-1].is_person:
        return None
    phrase = nouns.phrase_at(scene.doc, at + 2, scene.dated)
    if phrase is None or phrase.start != at + 2:
        return None
    word = nouns.singular(scene.doc[phrase.head].text)
    if word not in _FORCES | _SERVICES or countries.territory(scene.text(phrase.start, phrase.end)) is not None:
        return None
    before = known[-1] if known and known[-1].sentence == scene.sentence.index else None
    return Counted("people", elided.PERSON, scene.root, "understood" if before is not None else "persons", before=before)


def _sum_of_two(scene: Scene, known: Sequence[Known]) -> Counted | None:
    """ "180 passengers and 12 crew were aboard; all 192 perished": people, where the number is the sum of the two before."""
    following = scene.token(scene.after)
    if len(known) < 2 or scene.lower(scene.before - 1) not in {"all", "total"} or following is not None and nouns.is_noun(following):
        return None
    first, second = known[-2:]
    is_near = scene.sentence.index - first.sentence <= 1 and first.sentence == second.sentence
    if not is_near or first.head == second.head or not (first.is_person and second.is_person):
        return None
    is_sum = first.low is not None and second.low is not None and scene.quantity.low == first.low + second.low
    return Counted("people", elided.PERSON, scene.root, "persons") if is_sum else None


def _own(scene: Scene, phrase: nouns.Phrase, how: str) -> Counted:
    doc = scene.doc
    end = max(nouns.extended(doc, phrase, scene.dated), nouns.joined(doc, phrase, scene.dated))
    head, word = doc[phrase.head], nouns.head_word(doc, phrase)
    after = [token.tag_ for token in doc[phrase.end : phrase.end + 3]]
    if head.tag_ == "NNP" and after in (["CC", "NNP", "NNS"], [",", "NNP", "NNS"]) and end <= phrase.end + 3:
        end = phrase.end + 3  # "dozens of Kelm and Dorn lorries"
    if head.tag_ == "NNP" and end > phrase.end and doc[end - 1].tag_ == "NNS" and doc[end - 2].tag_ in {"NNP", "NN"}:
        # "thousands of Army, Navy and Air Force troops": the names share the last noun
        head, word = doc[end - 1], nouns.singular(doc[end - 1].text)
    return Counted(scene.text(phrase.start, end), word, head, how, head, (phrase.start, end))


def _of_phrase(scene: Scene, known: Sequence[Known]) -> Counted | None:
    at = scene.after
    if scene.lower(at) in elided.OTHERS or scene.lower(at) == "out" and scene.lower(at + 1) == "of":
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
    if scene.lower(start) in elided.HARMED | {"deceased"} and scene.lower(start - 1) == "the" and not _harmed_noun(scene, start):
        return Counted(scene.lower(start), elided.PERSON, scene.root, "of", None, (start, start + 1))
    hedged = next((at for at in range(start, start + 4) if at in scene.numbers), start)
    if all(scene.lower(at) in _ROUGHLY for at in range(start, hedged)):
        start = hedged  # "12 of its nearly 300 branches"
    if start in scene.numbers and scene.lower(start + 1) not in {"-", "‑"}:
        # "four of the 10 justices" counts justices, "two of the four" whatever the four were
        while start in scene.numbers:
            start += 1
        if scene.lower(start) == "of":
            start = nouns.skip_determiners(scene.doc, start + 1)  # "17 out of 18 of the city's wards"
        phrase = nouns.phrase_at(scene.doc, start, scene.dated)
        if phrase is not None and scene.doc[phrase.head].tag_ == "NN" and scene.doc[phrase.start].tag_ in {"VBN", "VBD"}:
            phrase = None  # "two of the four needed surgery"
        return _own(scene, phrase, "of") if phrase is not None and phrase.start == start else elided.told_before(scene, known, "of them")
    if scene.lower(at + 1) == "those":
        found = partitive.without_noun(scene, at + 1)
        if found is not None:
            return found
    own = _among_them(scene, at + 1)
    if own is not None:
        return own
    if scene.lower(at + 1) in _BACKWARD and not (start < len(scene.doc) and nouns.phrase_at(scene.doc, start) and start > at + 1):
        return elided.told_before(scene, known, "of them") or elided.plural_before(scene)
    phrase = nouns.phrase_at(scene.doc, start, scene.dated)
    if phrase is None:
        return partitive.without_noun(scene, at + 1)
    if scene.doc[phrase.head].lower_ == "total" and scene.lower(phrase.end) == "of":
        inner = nouns.skip_determiners(scene.doc, phrase.end + 1)
        while inner in scene.numbers:
            inner += 1
        phrase = nouns.phrase_at(scene.doc, inner, scene.dated) or phrase  # "79 out of a total of 80 seats"
    if scene.doc[phrase.head].lower_ in _GROUPS and scene.lower(start - 1) == "the" and (scene.quantity.low or 2) > 1:
        return Counted(scene.text(phrase.start, phrase.end), elided.PERSON, scene.doc[phrase.head], "strong", scene.doc[phrase.head], phrase[::2])
    return _own(scene, phrase, "of")


def _among_them(scene: Scene, at: int) -> Counted | None:
    """ "40 deaths, 12 of them children": a noun right behind "of them" says what those few are."""
    if scene.lower(at) in {"whom", "which"} and scene.lower(at + 1) in {"are", "were"}:
        at += 1  # "500 people (90 of whom are children)"
    elif scene.lower(at) == "which":
        return None
    following = scene.token(at + 1)
    if scene.lower(at) not in {"them", "whom", "are", "were"} or following is None or following.tag_ not in {"NNS", "NNPS", "JJ", "NN"}:
        return None
    if following.lower_ in elided.HARMED or scene.lower(scene.before - 1) not in _ASIDE:
        return None
    phrase = nouns.phrase_at(scene.doc, at + 1, scene.dated)
    if phrase is None or phrase.start != at + 1 or scene.doc[phrase.head].tag_ not in {"NNS", "NNPS"} and scene.quantity.low != 1:
        return None
    return _own(scene, phrase, "of")


def _noun_after(scene: Scene, known: Sequence[Known]) -> Counted | None:
    at = scene.after
    if scene.lower(at) in {"-", "‑"}:
        return _hyphened(scene, at + 1)
    if scene.lower(at) == "strong":
        return _strong(scene)
    if at in scene.dated or scene.lower(at) in elided.HARMED and not _harmed_noun(scene, at):
        return None
    if at in scene.numbers and scene.lower(scene.after - 1) not in {"-", "to", "and"}:
        # "two 150 MW units": past the measure that describes each
        past = at
        while past in scene.numbers:
            past += 1
        while scene.token(past) is not None and (scene.doc[past].tag_ == "HYPH" or scene.lower(past) in tables.words("units", "text")):
            past += 1
        at = past if past > at + 1 else at
    if scene.lower(at) == "in" and (scene.lower(at + 1) == "attendance" or scene.lower(at + 1) == "the" and scene.lower(at + 2) in _GATHERED):
        return Counted("people", elided.PERSON, scene.root, "persons")  # "with as many as 40,000 in attendance"
    if scene.lower(at) == "on" and scene.lower(at + 1) == "board":
        return Counted("people", elided.PERSON, scene.root, "persons")  # "crashed with 157 on board"
    phrase = nouns.phrase_at(scene.doc, at, scene.dated)
    if phrase is None and _is_nationality(scene, at):
        phrase = nouns.Phrase(at, at, at + 1)
    if phrase is None:
        if scene.lower(at) == "others":
            return elided.told_before(scene, known, "others", persons=True) or Counted("people", elided.PERSON, scene.root, "others")
        return None
    head = scene.doc[phrase.head]
    if head.tag_ == "NN" and (scene.quantity.low or 2) > 1 and scene.lower(phrase.end) == "and" and phrase.end == phrase.head + 1:
        # "three trade and economic zones": many want a plural
        further = nouns.phrase_at(scene.doc, phrase.end + 1, scene.dated)
        if further is not None and further.start == phrase.end + 1 and scene.doc[further.head].tag_ == "NNS":
            phrase = nouns.Phrase(phrase.start, further.head, further.end)
    if scene.doc[phrase.start].lower_ in relative.FORESEEN and scene.lower(phrase.start + 1) == "by":
        return None  # "the 235,000 forecast by economists"
    if _describes(scene, phrase):
        first = scene.doc[phrase.start]
        rest = (phrase.start + 1, phrase.end)
        return Counted(nouns.plural(first.lower_), nouns.singular(first.text), first, "hyphen", first, rest)
    shared = _of_pair(scene, phrase)
    if shared is not None:
        return shared
    first = scene.doc[phrase.start]
    if phrase.end == phrase.start + 1 and first.tag_ == "NN" and (scene.quantity.low or 2) > 1 and first.lower_ in _DONE_BY_MANY:
        return Counted("people", elided.PERSON, scene.root, "persons")  # "40,000 march against war"
    if first.lemma_ in {"suffer", "sustain"} and first.tag_ in {"VBN", "VBD"}:
        return None  # "one soldier died and three suffered wounds"
    if (
        scene.lower(scene.before - 1) == "of"
        and (first.tag_ in {"VBD", "VBZ"} or first.tag_ == "VBN" and scene.doc[phrase.head].tag_ == "NNP")
        and scene.doc[max(scene.before - 2, 0)].tag_ == "NN"
    ):
        return None  # "a convoy of 300 left Tarn"
    if first.lower_ == "taken" and scene.lower(phrase.start + 1) in {"prisoner", "hostage", "captive", "ill", "alive"}:
        return None
    if first.lower_ in {"onboard", "aboard"}:
        return Counted("people", elided.PERSON, scene.root, "persons")  # "a plane with 121 onboard"
    if phrase.end - phrase.start == 1 and scene.lower(scene.before - 1) == "with" and first.tag_ == "NN" and first.lower_.endswith("ing"):
        return None  # "with 24 closing last year"
    if first.tag_ == "VBG" and first.dep_ not in {"amod", "compound"}:
        return None
    head = scene.doc[phrase.head]
    if head.lower_ == "ones":
        told = elided.told_before(scene, known, "others")  # "25 seats, eighteen general ones"
        if told is not None:
            return Counted(told.text, told.head, head, "others", before=told.before)
    if head.lower_ in elided.OTHERS and head.lower_ != "more" or phrase.start == phrase.head and head.lower_ in elided.OTHERS:
        told = elided.told_before(scene, known, "others", persons=_is_harmed(scene))
        return told or Counted("people", elided.PERSON, scene.doc[phrase.head], "others")
    return _own(scene, phrase, "noun")


def _is_harmed(scene: Scene) -> bool:
    """ "the chief and two others were also hurt": people, whatever was counted before."""
    return any(kinds.of_verb(verb, role) in kinds.HARM for verb, role in clauses.governors(scene.root.head))


def _describes(scene: Scene, phrase: nouns.Phrase) -> bool:
    """ "a 12 page letter", "the 60 member team": number and noun only describe a single thing."""
    first, head = scene.doc[phrase.start], scene.doc[phrase.head]
    if scene.lower(scene.before - 1) not in {"a", "an", "the", "its", "his", "her", "their"} or (scene.quantity.low or 0) <= 1:
        return False
    plain = first.tag_ == "NN" and first.lower_ == nouns.singular(first.text) and phrase.start == scene.after and phrase.head > phrase.start
    invariable = head.tag_ != "NN" or head.lower_.endswith("s") or kinds.of_noun(head.lower_, head) in kinds.PERSONS | {"equipment"}
    return plain and not invariable and head.lower_ not in tables.words("plurals", "plural")


def _of_pair(scene: Scene, phrase: nouns.Phrase) -> Counted | None:
    """ "three gold and two silver medals", "18 FM and five AM radio stations": the noun that both share stands last."""
    own = scene.doc[phrase.head]
    if phrase.end != phrase.start + 1 or own.tag_ not in {"NN", "NNP"} or (scene.quantity.low or 0) <= 1:
        return None
    if scene.lower(phrase.end) not in {"and", "or"} or phrase.end + 1 not in scene.numbers or kinds.of_noun(own.lower_, own) is not None:
        return None
    at = phrase.end + 1
    while at in scene.numbers:
        at += 1
    further = nouns.phrase_at(scene.doc, at, scene.dated)
    if further is None or further.start != at or further.end < at + 2 or scene.doc[at].tag_ not in {"NN", "NNP"}:
        return None
    head = scene.doc[further.head]
    if head.tag_ != "NNS":
        return None
    return Counted(f"{own.text} {scene.text(at + 1, further.end)}", nouns.singular(head.text), own, "list", head, (phrase.start, phrase.end))


def _is_nationality(scene: Scene, at: int) -> bool:
    """ "18 Norvian, six French and two others": the adjective stands for its people."""
    token = scene.token(at)
    if token is None or token.tag_ != "JJ" or countries.group(token.text) not in {"place", "people"} or countries.nation(token.text) is None:
        return False
    return scene.lower(at + 1) in {",", "and", "or", ";", ".", ")", ""}


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
        return Counted(text, elided.PERSON, anchor, "strong", anchor, (phrase.start, phrase.end) if phrase is not None else None)
    if not nouns.is_noun(token):
        return None
    phrase = nouns.phrase_at(scene.doc, at + 1, scene.dated)
    text = nouns.plural(token.lower_) if scene.quantity.low != 1 else token.text
    inside = (phrase.start, phrase.end) if phrase is not None and phrase.start == at + 1 else None
    return Counted(text, nouns.singular(token.text), token, "hyphen", token, inside)


def _strong(scene: Scene) -> Counted | None:
    """ "Villagers turned out 3,000 strong", "a 300 strong force": how many they are."""
    phrase = nouns.phrase_at(scene.doc, scene.after + 1, scene.dated)
    if phrase is not None and phrase.start == scene.after + 1:
        return Counted(scene.text(phrase.start, phrase.end), elided.PERSON, scene.doc[phrase.head], "strong", scene.doc[phrase.head], phrase[::2])
    verb = clauses.verb_above(scene.root)
    actor = clauses.actor(verb) if verb is not None else None
    if actor is None or not nouns.is_noun(actor):
        return Counted("people", elided.PERSON, scene.root, "strong")
    start = phrases.start_of(scene, actor)
    return Counted(scene.text(start, actor.i + 1), elided.PERSON, actor, "strong", actor, (start, actor.i + 1))


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
    if (
        scene.token(at) is not None
        and scene.doc[at].tag_ in {"JJ", "JJR"}
        and scene.lower(at) not in elided.HARMED
        and scene.lower(at + 1) in {"and", "or"}
        and at + 2 in scene.numbers
    ):
        at += 1  # "four female and two male employees"
    while scene.lower(at) in _JOINTS and at - scene.after < 24:
        while scene.lower(at) in _JOINTS:
            at += 1
        named = at + (scene.lower(at) == "the")
        while scene.token(named) is not None and scene.doc[named].tag_ in {"NNP", "NNPS"}:
            named += 1
        if named in scene.numbers and scene.doc[named - 1].tag_ in {"NNP", "NNPS"}:
            at = named  # "the Centre took 90, the Left 41 and the Greens 12 seats"
        if at not in scene.numbers:
            return None
        while at in scene.numbers:
            at += 1
        phrase = nouns.phrase_at(scene.doc, at, scene.dated)
        if phrase is not None and phrase.start == at:
            return _own(scene, phrase, "list")
    return None
