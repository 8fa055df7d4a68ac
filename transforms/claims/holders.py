"""Whose figure it is where a body is named by a plain noun: what "the company" reports, employs or owes, "its shares",
where people come from, and the population of a place. The last resort of `subject.py`: only clear wordings are read.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import TYPE_CHECKING

from transforms.attribution import bodies
from transforms.claims import clauses, contest, names, nouns, plain_names
from transforms.claims.kinds import PERSONS
from transforms.claims.owners import Owners
from transforms.claims.scene import Scene
from transforms.claims.thing import Counted, Known
from transforms.language import tables

if TYPE_CHECKING:
    from spacy.tokens import Token

# what a body has and does with money, people and goods
KEEPING = frozenset(
    "report post earn employ operate pay owe own control hold have make sell produce export import raise reserve book spend invest receive "
    "hire cut shed lay build buy supply ship run issue borrow collect add plan want seek need expect lose get give offer pledge donate "
    "allocate commit provide fund generate record turn return fly open close serve manage win field".split()
)
# what those without a name do with their own money
_MONEYED = frozenset(
    "have make own hold control possess owe borrow spend earn raise lose invest subscribe contribute donate give pay receive collect report "
    "post".split()
)
_BODIES = bodies.BUSINESSES | frozenset(
    "party campaign camp team union federation club league agency authority association foundation charity organisation organization "
    "committee commission ministry university hospital church army militia coalition alliance movement rebel guerrilla militant insurgent".split()
)
_COUNTRIES = frozenset({"country", "nation", "kingdom", "republic", "state"})
# what only a business has, so that the one named before is meant where no owner stands beside it
ACCOUNTS = frozenset("revenue turnover profit earning earnings sale dividend share stock income loss result net charge write-off write-down".split())
_OWNED = frozenset({"money", "share", "equipment", "personnel", "infrastructure", "other", "population", "measure"})
_MEMORY_SENTENCES = 5
_HOME = frozenset({"NNP", "NNPS"})


def find(scene: Scene, owners: Owners, thing: Counted | None, metric: str, known: Sequence[Known]) -> str | None:
    """The holder of the figure; None where the wording names none."""
    return (
        _to_firm(scene, owners, metric)
        or _home(scene, metric)
        or _inhabited(scene)
        or _account(scene, owners, thing, metric, known)
        or _keeper(scene, owners, thing, metric)
        or _with(scene, owners, thing, metric)
        or _many(scene, thing, metric)
    )


def _many(scene: Scene, thing: Counted | None, metric: str) -> str | None:
    """ "The casinos reported $2 billion in revenue", "billionaires hold 4 percent": those who have it, in the plural and without a name."""
    anchor = thing.anchor if thing is not None and thing.phrase is not None and thing.how not in {"subject", "noun before", "title"} else scene.root
    verb = clauses.verb_above(anchor)
    if metric not in {"money", "share"} or verb is None or verb.lemma_ not in _MONEYED:
        return None
    actor = clauses.actor(verb)
    if actor is not None and actor.tag_ in {"WDT", "WP"} and nouns.is_noun(verb.head):
        actor = verb.head
    if actor is None and verb.dep_ == "xcomp":
        actor = next((child for child in verb.head.children if child.dep_ == "nsubjpass"), None)  # "are expected to subscribe"
    if actor is None or actor.tag_ != "NNS" or not (actor.is_lower or actor.i == 0) or actor.i >= scene.first or actor.i in scene.numbers:
        return None
    if (
        contest.is_aside(anchor, verb)
        or actor.lower_ in tables.words("units", "text") | plain_names.PARTS
        or nouns.singular(actor.lower_) in ACCOUNTS
    ):
        return None
    first = actor.i
    while first > 0 and scene.doc[first - 1].tag_ in {"NN", "JJ", "HYPH"} and first - 1 not in scene.dated and first - 1 not in scene.numbers:
        first -= 1
    text = scene.text(first, actor.i + 1)
    return text.lower() if first == 0 else text


def _with(scene: Scene, owners: Owners, thing: Counted | None, metric: str) -> str | None:
    """ "a company with 300 workers", "Tarn Media is the largest broadcaster, with 42 stations": who has what stands behind "with"."""
    if metric not in _OWNED - {"share"} or thing is None or thing.phrase is None:
        return None
    first = clauses.first_listed(thing.anchor)
    if first.dep_ != "pobj" or first.head.lower_ != "with":
        return None
    noun = first.head.head
    if clauses.is_verb(noun):
        subject = next((child for child in noun.children if child.dep_ == "nsubj"), None)
        noun = subject if noun.lemma_ == "be" and subject is not None else noun
    elif noun.dep_ == "attr":
        noun = next((child for child in noun.head.children if child.dep_ == "nsubj"), noun)
    elif noun.dep_ == "appos":
        noun = noun.head
    if not nouns.is_noun(noun) or noun.i >= scene.first or noun.i in scene.numbers:
        return None
    if noun.tag_ in {"NNP", "NNPS"}:
        body = owners.bodies.at_end(scene.offset(noun) + len(noun))
        return owners.fullest(body.name) if body is not None and body.kinds else None
    return body_named(scene, owners, noun)


def _to_firm(scene: Scene, owners: Owners, metric: str) -> str | None:
    """ "putting the cost to the company at 3 million": the firm that the clause names by its noun."""
    if metric != "money":
        return None
    for at in range(max(scene.first - 8, 0), min(scene.last + 6, len(scene.doc) - 2)):
        if (
            scene.lower(at) in {"to", "for"}
            and scene.lower(at + 1) == "the"
            and scene.lower(at + 2) in bodies.BUSINESSES
            and scene.doc[at + 2].tag_ == "NN"
        ):
            return owners.body(scene.offset(scene.doc[at]), scene.lower(at + 2))
    return None


def _home(scene: Scene, metric: str) -> str | None:
    """ "including 74 from New Zealand": the country that people come from."""
    if metric not in PERSONS or scene.lower(scene.after) != "from":
        return None
    at = nouns.skip_determiners(scene.doc, scene.after + 1)
    found = names.in_tokens(scene.doc, at, min(at + 4, len(scene.doc)))
    return found[0] if found is not None and found[1] == at else None


def _inhabited(scene: Scene) -> str | None:
    """ "Finland, with a population of 5.2 million": the place whose population it is."""
    before = [scene.lower(at) for at in range(max(scene.before - 4, 0), scene.before)]
    if "population" not in before:
        return None
    with_at = next((at for at in range(scene.before - 1, max(scene.before - 8, -1), -1) if scene.lower(at) in {"with", "has", "had", "have"}), None)
    if with_at is None:
        return None
    end = with_at - 1 if scene.lower(with_at - 1) == "," else with_at
    found = names.in_tokens(scene.doc, max(end - 4, 0), end)
    return found[0] if found is not None and found[2] == end else None


def _account(scene: Scene, owners: Owners, thing: Counted | None, metric: str, known: Sequence[Known]) -> str | None:
    """ "Revenue fell by 11 percent", "its shares were down": the business named before."""
    if metric not in {"money", "share"} or thing is None or thing.head not in ACCOUNTS or thing.phrase is None:
        return None
    start, end = thing.phrase
    if any(scene.doc[at].tag_ in _HOME for at in range(start, end)):
        return None
    before = scene.lower(start) if scene.doc[start].tag_ == "PRP$" else scene.lower(start - 1)
    anchor = thing.anchor
    if before == "its" or start == 0 or (anchor.dep_ in {"nsubj", "nsubjpass"} and scene.lower(start - 1) in {",", "the", "net"}):
        return _accounting(scene, known) or owners.body(scene.offset(scene.doc[start]), "company")
    return None


def _accounting(scene: Scene, known: Sequence[Known]) -> str | None:
    """ "Kestrel's profit was 3 million. … Revenue rose by 4 percent": whose accounts were told last, whoever was named since."""
    recent = itertools.takewhile(lambda earlier: scene.sentence.index - earlier.sentence <= _MEMORY_SENTENCES, reversed(known))
    return next((earlier.subject for earlier in recent if earlier.subject is not None and earlier.head in ACCOUNTS), None)


def _keeper(scene: Scene, owners: Owners, thing: Counted | None, metric: str) -> str | None:
    """ "The Bergen-based company employs 5,300 people": the body that the clause is about."""
    if metric not in _OWNED:
        return None
    anchor = thing.anchor if thing is not None and thing.phrase is not None and thing.how not in {"subject", "noun before", "title"} else scene.root
    verb = clauses.verb_above(anchor)
    if verb is None or verb.lemma_ not in KEEPING or verb == anchor:
        return None
    actor = clauses.actor(verb)
    if actor is None or actor.i in scene.numbers or any(token == actor for token in anchor.subtree):
        return None
    return body_named(scene, owners, actor)


def body_named(scene: Scene, owners: Owners, noun: Token) -> str | None:
    """A body's own name, or the one that "the company" stands for, or its noun phrase."""
    if noun.dep_ == "relcl" or noun.tag_ in {"WDT", "WP"}:
        noun = noun.head.head
    head = nouns.singular(noun.lower_)
    if head in _COUNTRIES:
        return owners.before(scene.offset(noun), "country")
    if head not in _BODIES and not (noun.tag_ == "NN" and bodies.is_any(head)):
        return None
    first = noun.left_edge.i
    phrase = scene.doc[first : noun.i + 1]
    if noun.tag_ == "NN" and phrase[0].lower_ in {"the", "its", "this"}:
        named = owners.body(scene.offset(phrase[0]), head, phrase[1:-1].text)
        if named is not None:
            return named
    words = [token for token in phrase if token.tag_ not in {"DT", "PRP$", "CD"}]
    if not words or any(token.tag_ in {",", ":"} for token in phrase):
        words = [noun]
    text = scene.doc[words[0].i : noun.i + 1].text
    return text if noun.tag_ in {"NN", "NNS"} or text[:1].isupper() else None
