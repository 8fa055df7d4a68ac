"""The plain name that a noun, a possessor or a pronoun stands for: a country for its adjective, a body for "the company"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transforms.attribution import bodies
from transforms.claims import clauses, kinds, names, nouns
from transforms.claims.owners import Owners
from transforms.claims.scene import Scene
from transforms.language import countries, tables

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

REBELS = frozenset({"rebel", "guerrilla", "insurgent", "militant", "separatist", "terrorist", "extremist", "jihadist", "militiaman"})
_OF_STATES = frozenset(
    "send deliver supply deploy fly launch fire withdraw pledge offer provide give expel impose ban recall buy sell approve accuse promise "
    "attack shell bomb bombard invade mobilise mobilize".split()
)
_RUNNING = frozenset(
    "candidate front-runner frontrunner runner nominee contender hopeful lawmaker challenger incumbent operative strategist donor".split()
)
_SPEAKING = frozenset("spokesman spokeswoman spokesperson chief commander official minister ministry president captain director leader".split())
_OFFICIAL = frozenset("military army navy rebel government chief campaign political media press".split())
_AGENTS = ("er", "or", "ist", "aire", "man", "woman", "mogul")
_BODY_WORDS = 2
PLACE_NOUNS = frozenset("country nation state province region continent kingdom republic territory".split())
_BODIES = frozenset({"company", "firm", "airline", "carrier", "bank", "maker", "manufacturer", "retailer", "carmaker", "agency", "party"})
# what a firm is made of: "its Polish branch" is the firm's
PARTS = frozenset("units branch unit subsidiary division arm business operation operations stores shops branches plants factories workforce".split())
# "its forces", "her campaign": whose they are
_FOLLOWING = frozenset(
    "forces force troops army navy fleet police parliament economy military campaign government soldiers fighters militia administration "
    "team committee".split()
)


def owner_of(scene: Scene, owners: Owners, mark: int) -> str | None:
    """The name before a possessive mark at token `mark`."""
    start, doc = mark, scene.doc
    while start > 0 and (nouns.is_noun(doc[start - 1]) or doc[start - 1].tag_ in {"JJ", "HYPH"}) and start - 1 not in scene.dated:
        start -= 1
    if start == mark or doc[start:mark].text.lower() in tables.words("no_owner", "name"):
        return None
    return name_of(scene, owners, start, mark)


def name_of(scene: Scene, owners: Owners, start: int, end: int) -> str | None:
    """The plain name that tokens give: a country for its adjective or capital, else the capitalised words; None for common nouns."""
    doc = scene.doc
    form = doc[start:end].text
    whole = countries.nation(form) or countries.territory(form) or countries.of_capital(form)
    if whole is not None:
        return whole
    if doc[end - 1].lower_ in PLACE_NOUNS and doc[end - 1].tag_ == "NN":
        return owners.before(scene.offset(doc[end - 1]), doc[end - 1].lower_)
    named = body_of(scene, owners, doc[end - 1])
    if named is not None:
        return named
    if doc[end - 1].tag_ in {"NNP", "NNPS"}:
        first = end - 1
        while first > start and doc[first - 1].tag_ in {"NNP", "NNPS", "HYPH"}:
            first -= 1
        return owners.fullest(doc[first:end].text)
    found = names.in_tokens(doc, start, end)
    return found[0] if found is not None else None


def name_by(scene: Scene, owners: Owners, actor: Token) -> str | None:
    """The name of who acts: a country for its capital or adjective, a body for its noun, whom a pronoun stands for."""
    if actor.text[:1].isupper() and actor.tag_ not in {"NNP", "NNPS", "PRP"} and actor.i not in scene.dated:
        mistaken = _mistaken_name(scene, owners, actor)
        if mistaken is not None:
            return mistaken
    if actor.tag_ in {"PRP", "WDT", "WP"}:
        if actor.tag_ != "PRP" and nouns.is_noun(actor.head.head) and actor.head.dep_ == "relcl":
            return name_by(scene, owners, _described(actor))
        return antecedent(scene, owners, actor)
    if actor.i in scene.dated or not nouns.is_noun(actor) or countries.is_market(scene.text(max(actor.left_edge.i, actor.i - 3), actor.i + 1)):
        return None
    state = countries.of_capital(actor.text) if actor.tag_ == "NNP" and actor.head.lemma_ in _OF_STATES else None
    if state is not None:
        return state  # "Moscow sent 12 tanks"
    return _plain_name(scene, owners, actor)


def _mistaken_name(scene: Scene, owners: Owners, token: Token) -> str | None:
    """A name that the tagger took for a verb or a noun at the head of its sentence: a body's, or one that the article has elsewhere too."""
    body = owners.bodies.at(scene.offset(token))
    if body is not None and body.kinds:
        return owners.fullest(body.name)
    return owners.fullest(token.text) if token.i == 0 and owners.names.has_within(token.text) else None


def _is_bare(doc: Doc, start: int, last: int) -> bool:
    """ "the new government", "the central government": no more than a word that doesn't say whose."""
    return (
        start == last or start == last - 1 and doc[start].lower_ in {"new", "old", "previous", "interim", "federal", "central", "current", "outgoing"}
    )


def _described(pronoun: Token) -> Token:
    """The noun that "who" or "which" stands for; "a donor in Ohio, who gave" is not Ohio, wherever the parser hangs it."""
    noun = pronoun.head.head
    for _ in range(3):
        if pronoun.lower_ != "who" or noun.tag_ != "NNP" or countries.territory(noun.text) is None:
            break
        above = noun.head.head if noun.dep_ == "pobj" else noun.head
        if not nouns.is_noun(above):
            break
        noun = above
    while noun.dep_ == "appos" and noun.tag_ == "NN" and nouns.is_noun(noun.head):
        noun = noun.head
    return noun


def _plain_name(scene: Scene, owners: Owners, noun: Token) -> str | None:
    """The name of a noun phrase: its proper noun, or the country in its adjective or possessive."""
    doc, start = scene.doc, noun.i
    while start > 0 and (nouns.is_noun(doc[start - 1]) or doc[start - 1].tag_ in {"JJ", "HYPH", "POS"}) and start - 1 not in scene.dated:
        start -= 1
    if noun.tag_ in {"NNP", "NNPS"}:
        first = noun.i
        while first > start and doc[first - 1].tag_ in {"NNP", "NNPS", "HYPH"}:
            first -= 1
        people = countries.nation(doc[first : noun.i + 1].text)
        if people is not None:
            return people
        body = _named_body(doc, first, noun.i)
        if body is not None:
            return body
        known = owners.bodies.at_end(scene.offset(noun) + len(noun))
        if known is not None and known.kinds and known.start < scene.offset(doc[first]):
            return owners.fullest(known.name)  # "Osk Saudi College", of which the tagger parted "Saudi"
        adjective = countries.nation(doc[first - 1].text) if first > 0 and doc[first - 1].tag_ == "JJ" else None
        return adjective or countries.nation(doc[first].text) if adjective else countries.canonical(owners.fullest(doc[first : noun.i + 1].text))
    if kinds.of_noun(nouns.singular(noun.text)) == "attacks":
        return None  # an event is nobody who has anything
    if noun.lower_ in PLACE_NOUNS and scene.lower(noun.i + 1) == "of":
        found = names.in_tokens(doc, noun.i + 2, min(noun.i + 5, len(doc)))
        if found is not None and found[1] == noun.i + 2:
            return found[0]  # "the kingdom of Norway"
    named = _apposed(scene, owners, noun) or body_of(scene, owners, noun)
    if named is not None:
        return named
    owner = next((child for child in noun.children if child.tag_ == "PRP$"), None)
    if owner is not None and noun.lower_ in PARTS:
        return antecedent(scene, owners, owner)
    found = names.in_tokens(doc, start, noun.i + 1)
    if found is not None:
        return None if is_one_person(noun) else found[0]  # "the former Ohio governor"
    mark = next((i for i in range(noun.i - 1, start, -1) if doc[i].tag_ == "POS"), None)
    if mark is not None:
        return owner_of(scene, owners, mark)
    if owner is not None and noun.lower_ in _FOLLOWING:
        return antecedent(scene, owners, owner)
    if noun.lower_ in _BODIES and noun.tag_ == "NN" and start == noun.i:
        return noun.lower_
    if noun.lower_ in PLACE_NOUNS | {"government", "regime", "military", "army", "authority"} and noun.tag_ == "NN" and _is_bare(doc, start, noun.i):
        return owners.before(scene.offset(noun), "country" if noun.lower_ not in PLACE_NOUNS else noun.lower_)
    return None


def is_one_person(noun: Token) -> bool:
    """ "a Kenyan businessman", "the former Ohio governor": somebody from there, whose sums and seats aren't the country's."""
    if noun.tag_ != "NN" or bodies.kinds_of(noun.lower_):
        return False
    if noun.lower_ in tables.words("titles", "title") or noun.lower_ in _RUNNING:
        return True
    return noun.lower_.endswith(_AGENTS) and kinds.of_noun(noun.lower_) in kinds.PERSONS | {None}


def _side_of(scene: Scene, person: Token) -> str | None:
    """ "Houthi spokesman Ali Saleh said it had fired": whom the words before a person's name say that he speaks for."""
    for token in scene.doc[person.left_edge.i : person.i]:
        if token.tag_ == "POS":
            return None
        is_name = token.text[:1].isupper() and token.tag_ in {"NNP", "NNPS", "JJ"}  # no "The government"
        if is_name and token.lower_ not in _SPEAKING and scene.lower(token.i + 1) in _SPEAKING | _OFFICIAL:
            return countries.nation(token.text) or countries.territory(token.text) or token.text
    return None


def body_of(scene: Scene, owners: Owners, noun: Token) -> str | None:
    """The name that "the group" or "the U.S. planemaker" stands for, where the article tells it."""
    if noun.tag_ != "NN" or not bodies.kinds_of(noun.lower_):
        return None
    first = noun.left_edge
    words = scene.doc[first.i + 1 : noun.i]
    # "Canada's largest brewer" is a firm, and not Canada
    is_foremost = any(token.tag_ == "POS" for token in words) and any(token.tag_ == "JJS" for token in words)
    if first.lower_ not in {"the", "this"} and not is_foremost:
        return None
    return owners.body(scene.offset(first), noun.lower_, words.text)


def _apposed(scene: Scene, owners: Owners, noun: Token) -> str | None:
    """ "her opponent, Paul Novak, reported": the name in apposition to a noun."""
    name = next((child for child in noun.children if child.dep_ == "appos" and child.tag_ == "NNP" and child.i > noun.i), None)
    if noun.tag_ != "NN" or name is None or scene.lower(noun.i + 1) != "," or name.left_edge.i != noun.i + 2 or countries.territory(name.text):
        return None
    first = name.i
    while first > noun.i + 2 and scene.doc[first - 1].tag_ in {"NNP", "HYPH"}:
        first -= 1
    return owners.fullest(scene.doc[first : name.i + 1].text)


def _named_body(doc: Doc, first: int, last: int) -> str | None:
    """ "Australian Labor Party", "Kenya Red Cross": a body with a name beyond its country's adjective."""
    if first > 0 and doc[first - 1].tag_ == "JJ" and countries.nation(doc[first - 1].text) is not None:
        first -= 1
    if last - first < _BODY_WORDS or doc[last].lower_ not in tables.words("organisation_words", "word"):
        return None
    return doc[first : last + 1].text if countries.nation(doc[first].text) is not None else None


_RULERS = frozenset({"government", "cabinet", "administration"})


def antecedent(scene: Scene, owners: Owners, pronoun: Token) -> str | None:
    """Whom a pronoun points back to: for "it" and "they" the named subject before it in the sentence, else the last country."""
    word = pronoun.lower_
    if word in {"our", "my", "we", "i", "us"}:
        return owners.voice if word in {"our", "we", "us"} else owners.voice or scene.attribution.source
    if word in {"he", "she", "his", "her", "him"}:
        return owners.person(word, scene.offset(pronoun))
    speaker = None
    for token in reversed(scene.doc[: pronoun.i]):
        if token.dep_ in {"nsubj", "nsubjpass"} and nouns.is_noun(token) and token.i not in scene.dated and token.i not in scene.numbers:
            if token.head.lemma_ in clauses.SAYING and word == "their":
                speaker = speaker or (token if token.tag_ in {"NNPS", "NNP"} else None)
                continue
            side = _side_of(scene, token) if word in {"it", "its"} else None
            name = side or _plain_name(scene, owners, token)
            if name is not None and side is None and word in {"it", "its"} and owners.names.is_person(name):
                name = None
            if name is not None:
                return name
            if word in {"its", "it"} and token.lower_ in _RULERS:
                of = token.i + 1 < len(scene.doc) and token.nbor().lower_ == "of"
                land = names.in_tokens(scene.doc, token.i + 2, min(token.i + 6, pronoun.i)) if of else None
                if land is not None:
                    return land[0]  # "The government of Norway said it would spend 3 million"
                words = scene.text(token.i + 2, pronoun.i).split() if of else []
                return words[0] if words and words[0][:1].isupper() else owners.before(scene.offset(token), "country")
            if word in {"its", "it"} and token.tag_ == "NN" and bodies.kinds_of(token.lower_) and token.left_edge.lower_ in {"the", "a", "an"}:
                return token.lower_  # "the union said 8,000 of its members"
    if speaker is not None and (speaker.tag_ == "NNPS" or speaker.lower_ in tables.words("organisation_words", "word")):
        return _plain_name(scene, owners, speaker)
    return _told_before(scene, owners, pronoun)


def _told_before(scene: Scene, owners: Owners, pronoun: Token) -> str | None:
    """Whom "it", "its" or "they" stand for where their own sentence names nobody: what the sentences before are about."""
    word = pronoun.lower_
    subject = _subject_before(scene) if word in {"they", "it"} and pronoun.dep_ in {"nsubj", "nsubjpass"} else None
    if subject is not None and subject.tag_ == "NNP" and countries.territory(subject.text) is None:
        start = scene.document.sentences[scene.sentence.index - 1].start
        body = owners.bodies.at_end(start + subject.idx + len(subject))
        if word == "it" and body is not None and subject.nbor(-1 if subject.i else 0).tag_ == "POS":
            return owners.fullest(body.name)  # "Brazil's Orvik will invest. It pumps 3 million barrels"
    if subject is not None:
        found = names.in_tokens(subject.doc, max(subject.left_edge.i, subject.i - 5), min(subject.right_edge.i, subject.i + 6) + 1)
        if found is not None:
            return found[0]
    if word not in {"it", "its"}:
        return None
    # "The turnout was high. It was 41 percent": what is spoken of is no body
    is_thing = subject is not None and subject.tag_ in {"NN", "NNS"} and not bodies.kinds_of(nouns.singular(subject.text))
    return owners.it(scene.offset(pronoun), is_thing) or (owners.before(scene.offset(pronoun), "country") if word == "its" else None)


def _subject_before(scene: Scene) -> Token | None:
    """The first subject of the sentence before that does more than to report."""
    if scene.sentence.index == 0:
        return None
    doc = scene.document.doc(scene.sentence.index - 1)
    return next((t for t in doc if t.dep_ in {"nsubj", "nsubjpass"} and nouns.is_noun(t) and t.head.lemma_ not in clauses.SAYING), None)
