"""What a sum of money is, where the sum has a name or a way of its own: a fine of so much, money raised, per episode."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transforms.attribution.bodies import BUSINESSES
from transforms.claims import beside, clauses, hollow, nouns, phrases, units
from transforms.claims.scene import Scene
from transforms.claims.thing import Counted, Known
from transforms.language import tables

if TYPE_CHECKING:
    from spacy.tokens import Token

EARNING = frozenset("earn make generate raise get receive collect derive gain take".split())
_BRINGING = frozenset("bring raise boost push take lift increase cut reduce lower expand swell drive slash trim up narrow widen".split())
_BOOKING = frozenset({"lose", "earn", "raise", "receive", "save", "gain", "get", "make"})
_RAISERS = frozenset({"campaign", "candidate", "committee", "charity", "pac", "nominee", "senator", "governor", "congressman", "mayor"})
_COSTING = frozenset({"cost", "pay", "spend", "owe", "fetch", "invest", "borrow", "lend"})
# nouns that name a sum of money themselves, whatever it is for
_SUMS = frozenset(
    "reward fine grant loan budget subsidy deal bounty ransom bail penalty bonus salary wage pension profit loss deficit surplus debt "
    "revenue turnover donation gift offer bid prize compensation fee price cost damage damages settlement investment payment credit "
    "shortfall contribution value".split()
)


# what a sum is called by the verb that moves it, where nothing says what it is for
_MOVEMENTS = {
    "donate": "donation", "contribute": "contribution", "pay": "payment", "earn": "earnings", "invest": "investment", "lend": "loan",
    "borrow": "loan", "pledge": "pledge", "spend": "spending", "save": "savings", "owe": "debt", "bid": "bid", "fine": "fine", "fin": "fine",
}  # fmt: skip


def short(scene: Scene) -> Counted | None:
    """ "is $9 million short", "$7.5 million short of its goal": what is lacking."""
    if scene.lower(scene.after) != "short":
        return None
    return Counted("shortfall", "shortfall", scene.root, "understood")


def moved(scene: Scene, last: bool = False) -> Counted | None:
    """ "The emir donated 20 million dollars", "she earns $19 an hour": a donation, earnings; `last` where nothing else is found."""
    root = scene.root
    while root.dep_ in {"nummod", "quantmod", "compound", "npadvmod"} and not clauses.is_verb(root.head) and root.head != root:
        root = root.head
    verb = root.head
    if root.dep_ not in {"dobj", "npadvmod", "prep", "pobj"}:
        return None
    verb = verb.head if not clauses.is_verb(verb) and verb.dep_ == "prep" else verb
    if verb.lemma_ == "spend" and not last:
        return None  # "Cole spent 12 million on ads, Brandt spent 4 million"
    word = _MOVEMENTS.get(verb.lemma_) if clauses.is_verb(verb) and verb.i < scene.first else None
    return Counted(word, word, scene.root, "understood") if word is not None else None


_FLOWING = frozenset({"flow", "pour", "stream", "flood", "drain", "seep"})


def flowing(scene: Scene) -> Counted | None:
    """ "$1.4 billion flowed out of the funds", "3 million poured into the fund": what the movement is called."""
    verb = scene.root.head
    if scene.root.dep_ != "nsubj" or verb.lemma_ not in _FLOWING:
        return None
    way = next((token for token in scene.doc[verb.i + 1 : verb.i + 3] if token.lower_ in {"out", "into", "from", "in"}), None)
    if way is None:
        return None
    out = way.lower_ in {"out", "from"}
    start = nouns.skip_determiners(scene.doc, way.i + (2 if scene.lower(way.i + 1) == "of" else 1))
    phrase = nouns.phrase_at(scene.doc, start, scene.dated)
    word = "outflow" if out else "inflow"
    if phrase is None or phrase.start != start:
        return Counted(word, word, scene.root, "understood")
    return Counted(f"{word} {'from' if out else 'into'} {scene.text(phrase.start, phrase.end)}", word, scene.root, "understood")


def raised(scene: Scene) -> Counted | None:
    """ "Cole has raised 3 million dollars": money raised, for who raised it is not what it is."""
    root = scene.root
    while root.dep_ == "conj" and root.head.i in scene.numbers:
        root = root.head
    verb = root.head
    if verb.lemma_ not in {"raise", "collect"} or root.dep_ != "dobj":
        return lost(scene, verb)
    actor = clauses.actor(verb)
    bodies = _RAISERS | tables.words("organisation_words", "word")
    is_raiser = actor is not None and (actor.tag_ in {"NNP", "NNPS", "PRP", "WP"} or nouns.singular(actor.lower_) in bodies)
    if not is_raiser or any(child.lower_ in {"for", "on"} for child in verb.children):
        return None
    return Counted(f"money {verb.lemma_}{'d' if verb.lemma_ == 'raise' else 'ed'}", "money", scene.root, "understood")


def lost(scene: Scene, verb: Token) -> Counted | None:
    """ "The card company lost 127 million dollars in its fourth quarter": a loss; "earned": earnings."""
    if scene.lower(scene.after) == "to" and scene.after + 1 in scene.numbers:
        return None  # "Kelm lost 75 cents to $23.50" is a price
    if verb.lemma_ not in {"lose", "earn"} or scene.root.dep_ not in {"dobj", "conj", "npadvmod"}:
        return None
    actor = clauses.actor(verb)
    if actor is None or not (actor.tag_ in {"NNP", "NNPS"} or nouns.singular(actor.lower_) in BUSINESSES):
        return None
    word = "loss" if verb.lemma_ == "lose" else "earnings"
    return Counted(word, word, scene.root, "understood")


def per_thing(scene: Scene) -> Counted | None:
    """ "2 million dollars per episode": what each one costs or brings."""
    at = scene.after
    if "/" in (scene.quantity.unit or "") and not (scene.quantity.unit or "").rpartition("/")[2].islower():
        return None  # "$68 per megawatt-hour": the price of something else
    if "/" in (scene.quantity.unit or "") and (scene.quantity.unit or "").rpartition("/")[2] not in units.RATE_OF:
        at = next((i for i in range(scene.last + 1, scene.after) if scene.lower(i) in {"per", "each"}), at)
    if scene.lower(at) not in {"per", "each"} or scene.token(at + 1) is None or at in scene.dated or at + 1 in scene.dated:
        return None
    noun = scene.doc[at + 1]
    word = nouns.singular(noun.text)
    if noun.tag_ != "NN" or hollow.is_hollow(noun) or word in beside.SPANS | {"hour", "minute", "second", "share", "head", "capita"}:
        return None
    return Counted(noun.text, word, scene.root, "after", noun, (at + 1, at + 2))


def per_share(scene: Scene) -> Counted | None:
    """ "Kelm dived $8 a share": a share where nothing else is named."""
    return Counted("share", "share", scene.root, "understood") if (scene.quantity.unit or "").endswith("/share") else None


def earned_from(scene: Scene) -> Counted | None:
    """ "made millions of dollars from ransom payments": what the money comes from."""
    verb = clauses.verb_above(scene.root)
    if scene.lower(scene.after) != "from" or verb is None or verb.lemma_ not in EARNING | {"fund", "finance"} or scene.after + 1 in scene.numbers:
        return None
    found = phrases.named(scene, nouns.skip_determiners(scene.doc, scene.after + 1), "after", scene.root)
    return None if found is None or is_name(found) else found


def brought(scene: Scene) -> Counted | None:
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


def named_sum(scene: Scene) -> Counted | None:
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


def is_of_money(scene: Scene, last: Known | None = None) -> bool:
    """ "an 80 million turnover", "a loss of 17 million", "paid 9 million for the mill": a bare number with a word that only sums have."""
    beside_it = nouns.phrase_at(scene.doc, scene.after, scene.dated)
    if beside_it is not None:
        head = scene.doc[beside_it.head]
        return beside_it.start == scene.after and head.tag_ == "NN" and nouns.singular(head.text) in _SUMS
    if scene.lower(scene.after) == "of":
        return False
    if scene.lower(scene.before - 1) == "of" and scene.before > 1 and nouns.singular(scene.lower(scene.before - 2)) in _SUMS:
        return True
    same = last is not None and last.kind == "money" and last.sentence == scene.sentence.index
    if same and scene.lower(scene.after) in {"more", "less"} and scene.lower(scene.after + 1) == "than":
        return True  # "sales of 300 million euros, 20 million more than last year"
    root = scene.root
    if same and root.dep_ == "conj":
        root = next((token for token in root.ancestors if token.dep_ != "conj" and not clauses.is_verb(token)), root)
    return root.dep_ == "dobj" and root.head.lemma_ in (_COSTING | _BOOKING if same else _COSTING)


def is_name(thing: Counted) -> bool:
    """Whether what follows "in" is a name, and so tells where."""
    return thing.head_token is not None and thing.head_token.tag_ in {"NNP", "NNPS"}
