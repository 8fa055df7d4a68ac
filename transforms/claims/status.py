"""How firmly a figure is put: asserted, projected, denied or hypothetical, from tense, mood and condition.

Read along the line of verbs and nouns that govern the number, up to the end of what is said of it. What a
single verb or noun makes of its number is in `mood`; what rejects a number is in `denial`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from transforms.claims import clauses, denial, mood, nouns, reach
from transforms.claims.scene import Scene
from transforms.claims.thing import Counted

if TYPE_CHECKING:
    from spacy.tokens import Token

_COUNTERS = frozenset("number total count amount toll figure crew team group force convoy contingent delegation panel".split())
# how the counted noun was found, where it takes the number's place in the clause
_OWN_NOUN = frozenset({"noun", "list", "hyphen", "strong"})
_STEPS = 10
_CHANGE = 8
_CHOOSING = frozenset({"vote", "support", "back", "choose", "prefer", "consider", "pick", "favor", "favour", "oppose"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
# what they hold is there, whatever is to become of it: "agreed to finish the yard's backlog of 15 ships"
_HOLDINGS = frozenset("backlog fleet stock stockpile staff workforce network membership inventory portfolio collection chain herd army".split())
_STANDING = frozenset({"remaining", "existing", "current", "present", "surviving"})
_FRESH = frozenset({"new", "additional", "further", "extra", "next", "more", "future", "first", "planned"})
_MAKING = frozenset("build open launch hire create add make win earn hold start finish play host issue release".split())
_HELPING = frozenset({"help", "let", "make", "see", "have"})
_ALLOWING = frozenset({"allow", "enable", "permit", "empower", "entitle"})


def find(scene: Scene, thing: Counted | None) -> str:
    """The status of one quantity, one of schema.STATUSES."""
    if denial.at_number(scene):
        return "denied"
    if _is_foreseen(scene):
        return "projected"
    if denial.is_set_right(scene):
        return "asserted"
    if thing is not None and thing.how == "conversion" and thing.before is not None:
        return thing.before.status
    if _is_needed(scene):
        return "asserted"
    anchor = thing.anchor if thing is not None and thing.how in _OWN_NOUN else scene.root
    found = _along(scene, anchor)
    if found is not None and _is_there_now(scene, found):
        return "asserted"
    if found in {None, "projected"} and _is_start(scene):
        return "asserted"
    if found == "projected" and _is_definite(scene) and scene.lower(scene.before - 2) == "of" and scene.before - 3 in scene.numbers:
        return "asserted"  # "will cut 400 of its 9,000 jobs"
    if found == "projected" and scene.quantity.kind == "count" and _is_owned_already(scene, anchor):
        return "asserted"
    if found is None and _is_to_befall(anchor):
        return "projected"
    if found == "projected" and _is_definite(scene) and any(child.dep_ == "relcl" and child.tag_ == "VBD" for child in anchor.children):
        return "asserted"  # "will be named after the 14 workers who died"
    if found in {"projected", "hypothetical"} and scene.quantity.kind in {"percent", "fraction", "ratio"} and _told_of_themselves(scene):
        return "asserted"
    if found is None and scene.future and not _is_definite(scene) and _dated_ahead(scene, anchor):
        return "projected"
    return found or "asserted"


_NOW = frozenset({"now", "currently", "presently"})
_FORESEEN = frozenset({"forecast", "predicted", "expected", "projected", "anticipated"})
_PROSPECTIVE = frozenset({"plan", "plans", "planned", "expected", "expects", "could", "may", "if", "proposed", "to"})
_DEMONSTRATIVE = frozenset({"this", "that", "which", "it"})


def _is_foreseen(scene: Scene) -> bool:
    """ "above the 235,000 forecast by economists", whatever the tagger calls the word."""
    said = scene.attribution
    if said.cue_start is None or said.cue_end is None or (said.cue_text or "").lower() not in _FORESEEN:
        return False
    return scene.quantity.end <= said.cue_start and scene.document.text.startswith(" by ", said.cue_end)


def _is_there_now(scene: Scene, found: str) -> bool:
    """Whether the words beside the number say that it stands, whatever is to become of it.

    "the wage, now $10, would climb", "will not close its 12 plants", and the measure of a fact: "40 wells ran dry. That would be half of them".
    """
    if found in {"projected", "hypothetical"} and scene.lower(scene.before - 1) in _NOW and scene.lower(scene.before - 2) != "from":
        return True
    before = scene.token(scene.before - 1)
    if found == "denied" and before is not None and before.tag_ in {"POS", "PRP$"} and scene.quantity.kind == "count":
        return True
    return found == "projected" and scene.quantity.kind in {"percent", "fraction", "ratio"} and _measures_fact(scene)


def _measures_fact(scene: Scene) -> bool:
    """ "Officials said 40 wells had run dry. That would be half of the town's": what the sentence before tells has happened."""
    verb = clauses.verb_above(scene.root)
    while verb is not None and verb.dep_ == "conj" and clauses.is_verb(verb.head):
        verb = verb.head
    if verb is None or verb.lemma_ != "be" or scene.sentence.index == 0:
        return False
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if subject is None or subject.lower_ not in _DEMONSTRATIVE or not any(child.lower_ in {"would", "'d", "’d"} for child in verb.children):
        return False
    words = scene.document.sentences[scene.sentence.index - 1].text.lower().split()
    return not (mood.FUTURE | _PROSPECTIVE) & set(words)


def _is_needed(scene: Scene) -> bool:
    """ "the 1,237 delegates needed to win", "would need 1,990 delegates": a mark that stands whoever reaches it."""
    if any(scene.lower(at) in {"needed", "required"} for at in range(scene.after, scene.after + 3)):
        return True
    verb = clauses.verb_above(scene.root)
    if verb is not None and verb.dep_ == "xcomp" and verb.head.lemma_ == "need" and scene.root.i < verb.i:
        verb = verb.head
    return (
        verb is not None
        and verb.lemma_ == "need"
        and scene.quantity.kind == "count"
        and (any(c.dep_ in {"xcomp", "advcl"} for c in verb.children) or "to" in {scene.lower(at) for at in range(scene.after, scene.after + 3)})
    )


def _is_start(scene: Scene) -> bool:
    """ "will rise from the current 12 to 20", "down from an average of 6": the 12 and the 6 are so already."""
    for back in range(scene.before - 1, max(scene.before - 5, 0), -1):
        if scene.lower(back) == "from" and scene.lower(back - 1) in {"up", "down"}:
            return True
    if _is_left_behind(scene):
        return True
    at = scene.before - 1
    while at > 0 and scene.lower(at) in {"the", "a", "its", "their", "current", "present", "today", "'s"}:
        at -= 1
    return scene.lower(at) == "from" and "to" in {scene.lower(i) for i in range(scene.after, scene.after + 4)}


def _is_left_behind(scene: Scene) -> bool:
    """ "will rise to 450 stores from 360": what it is now, unless the figure itself is a forecast."""
    if scene.lower(scene.before - 1) != "from":
        return False
    reached = next((at for at in range(scene.before - 2, max(scene.before - _CHANGE, 0), -1) if at in scene.numbers), None)
    while reached is not None and reached > 1 and reached - 1 in scene.numbers:
        reached -= 1
    if reached is None or "to" not in {scene.lower(reached - 1), scene.lower(reached - 2)}:
        return False
    return not any(nouns.singular(token.lower_) in mood.FORECASTS for token in scene.doc[: scene.before])


def _told_of_themselves(scene: Scene) -> bool:
    """ "51 percent said they would vote for Cole, to 39 percent for Brandt": so many say so now."""
    own = scene.root.head if scene.root.dep_ == "nsubj" else None
    if own is not None and own.lemma_ in _CHOOSING:
        return True  # "11 percent of voters would not vote for either"
    for token in scene.doc:
        if token.lower_ in {"would", "will", "could", "might"} and token.dep_ == "aux":
            subject = next((c for c in token.head.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
            if subject is not None and subject.lower_ in {"they", "who"}:
                return subject.lower_ == "who" or token.head.head.lemma_ in clauses.SAYING
    return False


def _is_owned_already(scene: Scene, anchor: Token) -> bool:
    """ "hopes to keep the firm's two mills", "will finish the yard's backlog of 15 ships", "to sell its last two remaining ferries"."""
    words = {child.lower_ for child in anchor.children}
    if words & _FRESH or nouns.singular(anchor.lower_) in mood.TO_COME - {"ship", "vehicle", "tank", "aircraft", "jet", "helicopter", "missile"}:
        return False
    before = scene.token(scene.before - 1)
    if before is not None and before.lower_ == "of" and before.head.lemma_ in _HOLDINGS:
        return any(child.dep_ == "poss" or child.lower_ in {"the", "this"} for child in before.head.children)
    if before is None or before.tag_ not in {"POS", "PRP$"} and before.lower_ not in {"the", "last"}:
        return False
    if words & _STANDING:
        return True
    verb = clauses.verb_above(anchor)
    return before.tag_ in {"POS", "PRP$"} and verb is not None and verb.lemma_ not in _MAKING


def _is_to_befall(anchor: Token) -> bool:
    """ "300 workers that Hallex said would be laid off": what is said of them is still to come."""
    for child in anchor.children:
        if child.dep_ == "relcl" and child.lemma_ in clauses.SAYING:
            told = (inner for inner in child.children if inner.dep_ in {"ccomp", "xcomp"})
            if any(c.dep_ == "aux" and c.lower_ in mood.FUTURE for inner in told for c in inner.children):
                return True
            # "that Hallex said a month ago would be laid off": the parser may hang the verb elsewhere
            later = next((t for t in child.doc[child.i + 1 : child.i + 5] if t.tag_ in {"MD", "VBD", "VBZ", "VBP"}), None)
            return later is not None and later.lower_ in mood.FUTURE
    return False


def _is_definite(scene: Scene) -> bool:
    """ "to clear the city's 900 cases by December": the cases are there already."""
    token = scene.token(scene.before - 1)
    return token is not None and (token.tag_ in {"POS", "PRP$"} or token.lower_ == "the")


def _along(scene: Scene, anchor: Token) -> str | None:
    token, aside, below = anchor, False, anchor
    for _ in range(_STEPS):
        if not clauses.is_verb(token):
            found = mood.of_noun(token)
            if found is not None:
                return found
        else:
            found = mood.of_verb(token, below)
            if found is not None:
                return found
        head, dep = token.head, token.dep_
        if token.tag_ == "VB" and mood.is_infinitive(token) and not any(t.tag_ in _FINITE for t in scene.doc):
            return "projected"  # a headline: "Norr Motors to cut 7,000 jobs"
        if head == token:
            return None
        if dep == "pobj" and head.lower_ == "from" and any(c.lower_ == "to" for c in (*head.children, *head.head.children) if c.i > token.i):
            return None
        if denial.is_told_instead(token):
            return "asserted"
        if denial.by(scene, token, head):
            return "denied"
        if head.lemma_ in denial.WITHHOLDING and dep in {"dobj", "ccomp"} and denial.negated(head):
            return "asserted"  # "would not confirm the figure of 40 dead"
        if mood.is_contract(head) and (dep == "acl" and token.tag_ == "VB" or dep == "pcomp" or dep == "prep" and token.lower_ in {"on", "for"}):
            return "projected"
        if (
            head.lemma_ in _ALLOWING
            and (head.tag_ in {"VBZ", "VBP"} or mood.is_infinitive(head))
            and dep in {"xcomp", "ccomp"}
            and token.tag_ == "VB"
            and anchor.i > token.i
        ):
            return "hypothetical"
        if dep == "acl" and token.tag_ == "VB" and (head.lemma_ in mood.statuses("noun") or head.lemma_ in mood.statuses("noun_to")):
            return mood.statuses("noun").get(head.lemma_) or mood.statuses("noun_to")[head.lemma_]
        if dep == "xcomp" and head.pos_ == "ADJ" and head.lower_ in mood.statuses("adjective_to") and not mood.is_compared(head):
            return mood.statuses("adjective_to")[head.lower_]
        if clauses.is_verb(token) and _ends_here(token, head):
            return None
        if clauses.is_verb(head):
            if dep in {"nsubj", "nsubjpass"} and aside:
                return None
            found = mood.over(head, token)
            if found is not None:
                return found
            if dep in {"nsubj", "nsubjpass"} and token != anchor and nouns.singular(token.text) not in _COUNTERS and not _names_number(token, anchor):
                return None
        aside = aside or dep == "pobj" and head.lower_ in {"with", "in", "at", "from", "on"} and nouns.is_noun(head.head)
        token, below = head, token
    return None


def _names_number(noun: Token, anchor: Token) -> bool:
    """Whether the subject is the number's own noun or joined to it ("12 soldiers and two civilians could die")."""
    token = anchor
    while token != noun and token.dep_ in {"conj", "nummod", "quantmod", "compound", "appos", "nmod", "amod"}:
        token = token.head
    return token == noun


def _ends_here(verb: Token, head: Token) -> bool:
    """Whether what governs this verb no longer bears on what happens in its clause."""
    dep = verb.dep_
    if dep in {"relcl", "acl"} and head.dep_ in {"attr", "dobj"} and mood.is_new(head):
        return False  # "will build a plant that employs 300 people"
    if dep in {"relcl", "parataxis"}:
        return nouns.singular(head.text) not in denial.CLAIM_NOUNS
    own_subject = any(child.dep_ in {"nsubj", "nsubjpass", "expl"} and child.lower_ not in {"each", "both", "all"} for child in verb.children)
    if dep in {"ccomp", "xcomp"} and verb.tag_ == "VB" and head.lemma_ in _HELPING:
        return False  # "should help it save 3 million"
    if dep == "acl":
        return nouns.singular(head.text) not in denial.CLAIM_NOUNS and head.lemma_ not in mood.statuses("noun")
    if dep == "conj":
        # "will close in May and employs 300": the future of the first verb isn't the second's
        modal = any(child.dep_ == "aux" and child.tag_ == "MD" for child in head.children)
        return own_subject or verb.tag_ in {"VBD", "VBZ", "VBP"} and modal
    if dep == "advcl":
        return own_subject and not mood.is_condition(verb)
    if dep == "ccomp" and not clauses.is_verb(head):
        return nouns.singular(head.text) not in denial.CLAIM_NOUNS and head.lemma_ not in mood.statuses("noun")
    if dep == "ccomp":
        if head.lemma_ in clauses.SAYING:
            return not denial.negated(head) and head.lemma_ not in mood.statuses("verb")
        if head.lemma_ in mood.ORDERS:
            return False
        return own_subject and not any(child.dep_ == "mark" for child in verb.children) and head.lemma_ not in mood.statuses("verb")
    return False


def _line_up(anchor: Token) -> set[int]:
    """The number's noun and what governs it up to its verb."""
    found = {anchor.i}
    while not clauses.is_verb(anchor) and anchor.head != anchor:
        anchor = anchor.head
        found.add(anchor.i)
    return found


def _is_other_event(token: Token, scene: Scene, upward: set[int]) -> bool:
    """ "Five are running before the primary on Aug. 30": it is the primary that is to come."""
    return nouns.is_noun(token) and token.i not in scene.dated and token.i not in upward and token.dep_ in {"pobj", "dobj", "appos"}


def _is_of_what_comes(scene: Scene, at: int) -> bool:
    """Whether the words before the date say what they wait for, wherever the parser hangs it ("before the state's primary Aug. 30")."""
    return bool(reach.awaits(scene.doc[max(0, at - 12) : at].text + " "))


def _dated_ahead(scene: Scene, anchor: Token) -> bool:
    """Whether a date after the publication governs the same verb as the number."""
    own = clauses.verb_above(anchor)
    if own is None or mood.is_past(own):
        return False
    upward = _line_up(anchor)
    for at in scene.future:
        if at - 1 not in scene.future and _is_of_what_comes(scene, at):
            return False
        token = scene.doc[at]
        for _ in range(6):
            if token.head == token:
                break
            token = token.head
            if clauses.is_verb(token) or _is_other_event(token, scene, upward):
                break
        if token.i == own.i:
            return True
    return False
