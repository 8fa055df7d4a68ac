"""Whose figure it is: the country, side or body that the counted thing belongs to, by its plain name.

From the noun phrase itself (demonym, possessive, name before the noun, "members of X"), else from who acts.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from transforms.claims import clauses, contest, holders, names, nouns
from transforms.claims import metric as metrics
from transforms.claims.metric import PERSONS
from transforms.claims.owners import Owners
from transforms.claims.scene import Scene
from transforms.claims.thing import Counted, Known
from transforms.language import tables

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_NAMED_OWNERS = PERSONS | {"other", "share", "infrastructure", "money"}
# harm done to people is told of the victims; who did it is not whose figure it is
_HARMS = frozenset({"killed", "wounded", "casualties", "missing", "affected", "population"})
_MEMBERS = frozenset(
    "member soldier troop fighter officer citizen resident employee worker supporter national leader official guerrilla militant "
    "representative delegate deputy branch seat inhabitant unit head population follower share percent majority".split()
)
_HAVING = frozenset(
    "own control win hold get receive seek need borrow have lose earn gain claim secure raise spend take carry poll score lead "
    "possess command account draw "
    "attract garner capture amass collect boast generate".split()
)
_REBELS = frozenset({"rebel", "guerrilla", "insurgent", "militant"})
# figures of an economy, and people in a state's service
_MACRO = frozenset(
    "inflation deficit surplus gdp growth economy exports imports export import output budget reserve reserves unemployment spending "
    "currency trade tax debt shortfall expenditure revenues production harvest".split()
)
_FORCES = frozenset({"soldier", "troop", "policeman", "serviceman", "policewoman"})
_PASSING = frozenset({"new", "old", "previous", "interim", "federal", "central", "current", "outgoing"})
_FROM_SOMEWHERE = frozenset({"share", "population", "money", "other", "affected", "displaced"})
_SERVICES = frozenset({"navy", "army", "police", "government", "coastguard"})
_MEMORY_SENTENCES = 5
# amounts of goods that a country or firm makes, sells or takes in
_GOODS = frozenset({"t", "kg", "lb", "barrel", "barrel/day", "bushel", "ton", "kWh", "MW", "GW", "TWh", "GWh", "bcm", "mcm"})
_GIFTS = frozenset({"contribution", "donation", "grant", "gift", "loan", "pledge", "aid", "payment", "transfer"})
# what only a business has
ACCOUNTS = frozenset("revenue turnover profit earnings sale dividend share stock income loss result net".split())
_ACCOUNTING = frozenset({"report", "post"})
_FIRMS = frozenset(
    "corp corporation inc co company ltd plc group holdings industries llc ag sa nv spa bank airlines airways motors steel energy oil "
    "electric systems technologies international enterprises partners financial bancorp pharmaceuticals stores foods".split()
)
# "people inside Syria"; money for somebody isn't yet theirs
_BELONGING = frozenset({"in", "from", "of", "for", "inside", "within", "across"})
_SHORT_NAME = 3
_BODY_WORDS = 2
_SUFFERING = frozenset({"suffer", "lose", "sustain", "record", "register", "report", "confirm"})
# what somebody welcomes or hears of isn't theirs
_JUDGING = frozenset(
    "welcome condemn urge praise criticize criticise deplore mourn commend applaud oppose support inform notify brief assure remind "
    "hear learn recognize recognise celebrate thank honor honour remember mark congratulate host".split()
)
_PLACE_NOUNS = frozenset("country nation state province region continent kingdom republic territory".split())
_BODIES = frozenset({"company", "firm", "airline", "carrier", "bank", "maker", "manufacturer", "retailer", "carmaker", "agency", "party"})
# "its forces", "her campaign": whose they are
_FOLLOWING = frozenset("forces force troops army military campaign government soldiers fighters militia administration team committee".split())
_PRODUCING = frozenset("harvest produce export import buy sell consume mine pump ship grow".split())
_OWNED = frozenset({"share", "other", "money", "equipment"})


def find(scene: Scene, owners: Owners, thing: Counted | None, metric: str, known: Sequence[Known]) -> str | None:
    """The subject of one quantity; None where nobody is named that the thing belongs to. `known` are the numbers before."""
    if scene.quantity.kind in {"percent", "points", "count"} and (contest.is_error_margin(scene) or contest.is_unclaimed(scene)):
        return None
    found = (
        contest.find(scene, owners, thing)
        or _place_of_so_many(scene, owners)
        or _find(scene, owners, thing, metric)
        or holders.find(scene, owners, thing, metric)
    )
    if found is None and not contest.is_whole(scene):
        found = _same_thing(scene, thing, known) or _of_the_country(scene, owners, thing, metric)
    if found is None and (metric in {"money", "share"} or scene.quantity.unit in _GOODS) and not contest.is_whole(scene):
        found = _nearby(scene, owners, known[-1] if known else None)
    if found is None and metric == "money" and not contest.is_whole(scene):
        found = _told_last(scene, known)
    if found is None or names.is_none(found, scene.document.text):
        return None
    return names.as_written(names.without_titles(found), scene.document.text)


def _place_of_so_many(scene: Scene, owners: Owners) -> str | None:
    """ "a country of 62 million people": the country named before."""
    at = scene.before - 2
    if scene.lower(at + 1) != "of" or at < 0 or scene.lower(at) not in _PLACE_NOUNS or scene.doc[at].tag_ != "NN":
        return None
    return owners.before(scene.offset(scene.doc[at]), scene.lower(at))


def _find(scene: Scene, owners: Owners, thing: Counted | None, metric: str) -> str | None:
    if contest.is_whole(scene):
        return _in_phrase(scene, owners, thing, metric) if thing is not None and thing.phrase is not None else None
    if metric in _OWNED or scene.quantity.unit in _GOODS:
        holder = _giver(scene, owners, thing, metric) or _holder(scene, owners, thing, metric)
        if holder is not None:
            return holder
    found = None
    if thing is not None and thing.phrase is not None:
        found = _in_phrase(scene, owners, thing, metric) or _behind(scene, owners, thing, metric)
    if found is None and thing is not None and thing.before is not None and thing.before.subject is not None:
        found = thing.before.subject
    if found is None and thing is not None and thing.how == "hyphen":
        return None
    if found is None and metric in _HARMS and thing is not None:
        listed = clauses.first_listed(thing.anchor)
        if listed.dep_ == "dobj" and listed.head.lemma_ in _SUFFERING:
            found = _actor(scene, owners, listed)
    if (
        found is None
        and (metric not in _HARMS or metric == "population" and thing is not None and thing.anchor.dep_ == "dobj")
        and (metric != "measure" or (verb := clauses.verb_above(scene.root)) is not None and verb.lemma_ in _PRODUCING)
    ):
        found = _actor(scene, owners, thing.anchor if thing is not None else scene.root)
    return found


def _told_last(scene: Scene, known: Sequence[Known]) -> str | None:
    """Whose figure was told last: sums of money mostly go on about the same owner."""
    for earlier in reversed(known):
        if scene.sentence.index - earlier.sentence > _MEMORY_SENTENCES:
            return None
        if earlier.subject is not None and earlier.metric in {"money", "share"}:
            return earlier.subject
    return None


def _of_the_country(scene: Scene, owners: Owners, thing: Counted | None, metric: str) -> str | None:
    """ "Inflation slowed to 5 percent", "12 soldiers were killed": what only a country has is the one's that the article is about."""
    if thing is None:
        return None
    if metric in {"money", "share", "measure"} and thing.head in _MACRO:
        return owners.before(scene.offset(scene.doc[scene.first]), "country") or owners.main()
    if thing.head in _FORCES and thing.text == thing.text.lower():
        return owners.main()
    return None


def _same_thing(scene: Scene, thing: Counted | None, known: Sequence[Known]) -> str | None:
    """ "Norvia's reserves grew … The reserves stood at 3 billion": whose the same thing was when it was told before."""
    if thing is None or thing.phrase is None or thing.head in metrics.COMMON:
        return None
    for earlier in reversed(known):
        if scene.sentence.index - earlier.sentence > _MEMORY_SENTENCES:
            return None
        if earlier.head == thing.head and earlier.subject is not None and (earlier.text or "").split()[-1:] == thing.text.split()[-1:]:
            return earlier.subject
    return None


def _holder(scene: Scene, owners: Owners, thing: Counted | None, metric: str) -> str | None:
    """Who owns, wins, gets or holds what is counted ("the company owns 80 % of the mill")."""
    anchor = thing.anchor if thing is not None and thing.phrase is not None and thing.how not in {"subject", "noun before", "title"} else scene.root
    for child in anchor.children if thing is None or thing.head_token is None else (*anchor.children, *thing.head_token.children):
        if child.dep_ == "relcl":
            # "the $85,000 in loans that she needed"
            owner = next((c for c in child.children if c.dep_ == "nsubj" and c.tag_ in {"PRP", "NNP"}), None)
            if owner is not None:
                return _named(scene, owners, owner)
    verb = clauses.verb_above(anchor)
    if verb is not None and verb.lemma_ in {"cost", "save"} and metric == "money":
        # "could cost Norvia $1 billion": who pays
        payer = next(
            (c for c in verb.children if c.dep_ in {"dative", "dobj", "iobj"} and c.tag_ in {"NNP", "NNPS", "PRP"} and c.i < scene.first), None
        )
        if payer is not None:
            return _named(scene, owners, payer)
    if verb is None or verb.lemma_ not in _HAVING | _ACCOUNTING | holders.KEEPING or contest.is_aside(anchor, verb):
        return None
    actor = clauses.actor(verb)
    if actor is not None and verb.lemma_ not in _HAVING | _ACCOUNTING and actor.tag_ not in {"NNP", "NNPS"}:
        return None
    if actor is not None and verb.lemma_ in _ACCOUNTING and not _is_firm(actor) and not _tells_account(owners, thing, actor):
        return None
    if actor is None or actor.i in scene.numbers or any(token.i == actor.i for token in anchor.subtree):
        return None
    return _named(scene, owners, actor, whole=True)


def _giver(scene: Scene, owners: Owners, thing: Counted | None, metric: str) -> str | None:
    """ "a contribution of $1 million from the Government of Norvia": who gives it."""
    if metric != "money" or thing is None or thing.head not in _GIFTS or scene.lower(scene.after) != "from":
        return None
    start = nouns.skip_determiners(scene.doc, scene.after + 1)
    phrase = nouns.phrase_at(scene.doc, start, scene.dated)
    if phrase is None or phrase.start != start:
        return None
    found = names.in_tokens(scene.doc, start, min(phrase.end + 3, len(scene.doc)))
    return found[0] if found is not None else name_of(scene, owners, start, phrase.end)


def _tells_account(owners: Owners, thing: Counted | None, actor: Token) -> bool:
    """ "Kestrel reported profits of 3 million": a name that is no person's or place's tells its own accounts."""
    if thing is None or thing.head not in ACCOUNTS or actor.tag_ not in {"NNP", "NNPS"}:
        return False
    return names.territory(actor.text) is None and not names.is_publication(actor.text) and not owners.names.is_person(actor.text)


def _is_firm(actor: Token) -> bool:
    """ "Pollard Corp. reported a loss": its own, where an agency's report is of others."""
    return actor.tag_ in {"NNP", "NNPS"} and actor.lower_.rstrip(".") in _FIRMS


def _in_phrase(scene: Scene, owners: Owners, thing: Counted, metric: str) -> str | None:
    """A possessor, demonym or name within the noun phrase, or directly before it."""
    doc = scene.doc
    start, end = thing.phrase or (0, 0)
    inner = _member_of(scene, owners, thing, start, end)
    if inner is not None:
        return inner
    possessor = _possessor(scene, owners, start, end)
    if possessor is not None:
        return possessor
    if end - start == 1 and doc[start].lower_ in _PLACE_NOUNS and doc[start].tag_ == "NN":
        return owners.before(scene.offset(doc[start]), doc[start].lower_)  # "half the country was without power"
    if thing.how == "hyphen":
        end = nouns.extended(doc, nouns.Phrase(start, end - 1, end), scene.dated)  # "the 150-seat lower house of the Kenyan parliament"
    head = thing.head_token.i if thing.head_token is not None and start <= thing.head_token.i < end else end - 1
    found = names.in_tokens(doc, start, end)
    if found is not None and names.group(doc[found[1] : found[2]].text) == "faith":
        found = None
    if found is not None and (metric != "measure" or found[1] <= head):
        return _body_around(doc, found, end) or found[0]
    if thing.head_token is None:
        return None
    if metric in _NAMED_OWNERS:
        named = _name_before(owners, doc, start, head)
        if named is not None:
            return named
    return _service(owners, doc, start, head, metric)


def _service(owners: Owners, doc: Doc, start: int, head: int, metric: str) -> str | None:
    """ "12 LTTE boats", "two navy boats", "300 rebel fighters": the force before the noun, by its name where the article has one."""
    if metric not in {"equipment", "infrastructure", "personnel", *_HARMS} or head == start:
        return None
    modifier = doc[head - 1]
    if modifier.tag_ == "NNP" and modifier.is_upper and modifier.is_alpha and len(modifier) > 2 and metric == "equipment":
        return owners.fullest(modifier.text)
    word = nouns.singular(modifier.text)
    if word in _REBELS:
        return owners.insurgents() or f"{word}s"
    return modifier.lower_ if modifier.lower_ in _SERVICES else None


def _body_around(doc: Doc, found: tuple[str, int, int], end: int) -> str | None:
    """ "South Lebanon Army": the body that only has a country's name in its own."""
    stop = found[2]
    while stop < end and doc[stop].tag_ in {"NNP", "NNPS"}:
        stop += 1
    start = found[1]
    while start > 0 and doc[start - 1].tag_ in {"NNP", "NNPS"}:
        start -= 1
    if stop > found[2] and names.nation(doc[found[1] : found[2]].text) is None and doc[stop - 1].lower_ in tables.words("organisation_words", "word"):
        return doc[start:stop].text
    return None


def _possessor(scene: Scene, owners: Owners, start: int, end: int) -> str | None:
    """ "its soldiers", "Kyiv's forces", "the continent's urban population", "Israel's 17-day offensive"."""
    doc = scene.doc
    for at in range(start, end):
        if doc[at].tag_ == "POS":
            return _owner(scene, owners, at)
    at = start - 1
    if (
        start > scene.first
        and start - 1 <= max(scene.after, scene.last)
        and scene.lower(start - 1) not in {"of", "its", "their", "his", "her", "our"}
    ):
        at = scene.before - 1
        while at > 0 and doc[at].tag_ in {"JJ", "JJS", "RB"} and doc[at].lower_ not in {"more"}:
            at -= 1
    while at > 0 and (at in scene.dated or doc[at].tag_ == "HYPH" and at - 1 in scene.dated):
        at -= 1
    before = scene.token(at)
    if before is None:
        return None
    if before.tag_ == "POS":
        return _owner(scene, owners, at)
    if before.tag_ == "PRP$":
        return antecedent(scene, owners, before)
    return None


def _owner(scene: Scene, owners: Owners, mark: int) -> str | None:
    """The name before a possessive mark at token `mark`."""
    start, doc = mark, scene.doc
    while start > 0 and (nouns.is_noun(doc[start - 1]) or doc[start - 1].tag_ in {"JJ", "HYPH"}) and start - 1 not in scene.dated:
        start -= 1
    return name_of(scene, owners, start, mark) if start < mark else None


def name_of(scene: Scene, owners: Owners, start: int, end: int) -> str | None:
    """The plain name that tokens give: a country for its adjective or capital, else the capitalised words; None for common nouns."""
    doc = scene.doc
    form = doc[start:end].text
    whole = names.nation(form) or names.territory(form) or names.of_capital(form)
    if whole is not None:
        return whole
    if doc[end - 1].lower_ in _PLACE_NOUNS and doc[end - 1].tag_ == "NN":
        return owners.before(scene.offset(doc[end - 1]), doc[end - 1].lower_)
    if doc[end - 1].tag_ in {"NNP", "NNPS"}:
        first = end - 1
        while first > start and doc[first - 1].tag_ in {"NNP", "NNPS", "HYPH"}:
            first -= 1
        return owners.fullest(doc[first:end].text)
    found = names.in_tokens(doc, start, end)
    return found[0] if found is not None else None


def _member_of(scene: Scene, owners: Owners, thing: Counted, start: int, end: int) -> str | None:
    """ "members of the SLA": the name in the complement of a noun of belonging."""
    doc = scene.doc
    for at in range(start + 1, end):
        if doc[at].lower_ == "of" and nouns.singular(doc[at - 1].text) in _MEMBERS:
            inner = nouns.skip_determiners(doc, at + 1)
            first = next((i for i in range(inner, end) if doc[i].tag_ in {"NNP", "NNPS"} and scene.lower(i + 1) not in {"-", "–"}), None)
            if first is not None:
                last = first
                while last + 1 < len(doc) and (doc[last + 1].tag_ in {"NNP", "NNPS"} or doc[last + 1].text in {"'", "’"}):
                    last += 1
                return names.canonical(doc[first : last + 1].text)
    return None


def _name_before(owners: Owners, doc: Doc, start: int, head: int) -> str | None:
    """ "Hezbollah fighters", "BSF personnel", but not "AK-47 rifles" or "AIDS cases"."""
    at = head
    while at > start and doc[at - 1].tag_ in {"NN", "JJ"} and not doc[at - 1].text[:1].isupper():
        at -= 1
    first = at
    while first > start and doc[first - 1].tag_ in {"NNP", "NNPS"} and not any(c.isdigit() for c in doc[first - 1].text):
        first -= 1
    name = doc[first:at].text
    if names.group(name) == "faith":
        return None
    if not name or name.lower() in tables.words("no_owner", "name"):
        return None
    return names.territory(name) or owners.fullest(name)


def _behind(scene: Scene, owners: Owners, thing: Counted, metric: str) -> str | None:
    """ "people in South Africa", "emails from the minister's server": a territory or name in the phrase right after the noun."""
    if metric not in _FROM_SOMEWHERE or thing.phrase is None:
        return None
    doc, at = scene.doc, thing.phrase[1]
    if scene.lower(at) not in _BELONGING or scene.lower(at) == "for" and metric == "money":
        return None
    start = nouns.skip_determiners(doc, at + 1)
    phrase = nouns.phrase_at(doc, start, scene.dated)
    if phrase is None or phrase.start != start:
        return None
    found = names.in_tokens(doc, phrase.start, phrase.end)
    if found is not None:
        return found[0]
    if scene.lower(at) == "from" and metric == "other":
        marks = [token.i for token in doc[phrase.start : phrase.end] if token.tag_ == "POS"]
        stop = marks[0] if marks else phrase.end
        return name_of(scene, owners, phrase.start, stop) if doc[stop - 1].tag_ == "NNP" else None
    if nouns.singular(doc[phrase.head].text) in _PLACE_NOUNS:
        return owners.before(scene.offset(doc[phrase.head]), doc[phrase.head].lower_)
    if scene.lower(at) == "for" and metric in {"population", "other"} and doc[phrase.head].tag_ == "NNP" and phrase.end - phrase.start <= _SHORT_NAME:
        return owners.fullest(doc[phrase.start : phrase.end].text)  # "300 million users for Kestrel"
    return None


def _actor(scene: Scene, owners: Owners, anchor: Token) -> str | None:
    """Who does it: the subject of the nearest verb above that has one, unless it only reports."""
    token = anchor
    for _ in range(8):
        verb = clauses.verb_above(token)
        if verb is None:
            return None
        if verb.lemma_ in clauses.SAYING and token != anchor or verb.lemma_ in _JUDGING:
            return None
        if verb.dep_ == "acl" and verb.tag_ == "VB":
            # "Cole's plan to hire 300 nurses": whose plan it is
            owner = next((child for child in verb.head.children if child.dep_ == "poss"), None)
            return _named(scene, owners, owner) if owner is not None else None
        actor = clauses.actor(verb)
        if contest.is_aside(anchor, verb):
            return None
        if actor is not None and actor.i not in scene.numbers and actor.i != anchor.i:
            whose = _named(scene, owners, actor)
            # "Kenya reported 40 deaths": a country's own figure; of anybody else that reports it is not
            told = verb.lemma_ in clauses.SAYING and not (anchor.dep_ == "dobj" and whose is not None and names.territory(whose))
            return None if told else whose
        if actor is not None or any(child.dep_ == "nsubjpass" for child in verb.children) and verb.dep_ != "relcl":
            return None
        token = verb
    return None


def _named(scene: Scene, owners: Owners, actor: Token, whole: bool = False) -> str | None:
    """The name of who acts; `whole` also takes a plain noun phrase that is no person in particular."""
    if actor.tag_ in {"PRP", "WDT", "WP"}:
        if actor.tag_ != "PRP" and nouns.is_noun(actor.head.head) and actor.head.dep_ == "relcl":
            return _named(scene, owners, _described(actor), whole)
        return antecedent(scene, owners, actor)
    if actor.i in scene.dated or not nouns.is_noun(actor):
        return None
    return _plain_name(scene, owners, actor)


def _is_bare(doc: Doc, start: int, last: int) -> bool:
    """ "the new government", "the central government": no more than a word that doesn't say whose."""
    return (
        start == last or start == last - 1 and doc[start].lower_ in {"new", "old", "previous", "interim", "federal", "central", "current", "outgoing"}
    )


def _described(pronoun: Token) -> Token:
    """The noun that "who" or "which" stands for; "a donor in Ohio, who gave" is not Ohio, wherever the parser hangs it."""
    noun = pronoun.head.head
    for _ in range(3):
        if pronoun.lower_ != "who" or noun.tag_ != "NNP" or names.territory(noun.text) is None:
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
        people = names.nation(doc[first : noun.i + 1].text)
        if people is not None:
            return people
        body = _named_body(doc, first, noun.i)
        if body is not None:
            return body
        adjective = names.nation(doc[first - 1].text) if first > 0 and doc[first - 1].tag_ == "JJ" else None
        return adjective or names.nation(doc[first].text) if adjective else names.canonical(owners.fullest(doc[first : noun.i + 1].text))
    if metrics.of_noun(nouns.singular(noun.text)) == "attacks":
        return None  # an event is nobody who has anything
    found = names.in_tokens(doc, start, noun.i + 1)
    if found is not None:
        return None if noun.tag_ == "NN" and noun.lower_ in tables.words("titles", "title") else found[0]  # "the former Ohio governor"
    mark = next((i for i in range(noun.i - 1, start, -1) if doc[i].tag_ == "POS"), None)
    if mark is not None:
        return _owner(scene, owners, mark)
    owner = next((child for child in noun.children if child.tag_ == "PRP$"), None)
    if owner is not None and noun.lower_ in _FOLLOWING:
        return antecedent(scene, owners, owner)
    if noun.lower_ in _BODIES and noun.tag_ == "NN" and start == noun.i:
        return owners.body(scene.offset(noun), noun.lower_) or noun.lower_
    if noun.lower_ in _PLACE_NOUNS | {"government", "regime", "military", "army", "authority"} and noun.tag_ == "NN" and _is_bare(doc, start, noun.i):
        return owners.before(scene.offset(noun), "country" if noun.lower_ not in _PLACE_NOUNS else noun.lower_)
    return None


def _named_body(doc: Doc, first: int, last: int) -> str | None:
    """ "Australian Labor Party", "Kenya Red Cross": a body with a name beyond its country's adjective."""
    if first > 0 and doc[first - 1].tag_ == "JJ" and names.nation(doc[first - 1].text) is not None:
        first -= 1
    if last - first < _BODY_WORDS or doc[last].lower_ not in tables.words("organisation_words", "word"):
        return None
    return doc[first : last + 1].text if names.nation(doc[first].text) is not None else None


def antecedent(scene: Scene, owners: Owners, pronoun: Token) -> str | None:
    """Whom a pronoun points back to: for "it" and "they" the named subject before it in the sentence, else the last country."""
    word = pronoun.lower_
    if word in {"our", "my", "we", "i", "us"}:
        return owners.voice if word in {"our", "we", "us"} else owners.voice or scene.attribution.source
    if word in {"he", "she", "his", "her"}:
        return owners.person(word, scene.offset(pronoun))
    speaker = None
    for token in reversed(scene.doc[: pronoun.i]):
        if token.dep_ in {"nsubj", "nsubjpass"} and nouns.is_noun(token) and token.i not in scene.dated and token.i not in scene.numbers:
            if token.head.lemma_ in clauses.SAYING and word == "their":
                speaker = speaker or (token if token.tag_ in {"NNPS", "NNP"} else None)
                continue
            name = _plain_name(scene, owners, token)
            if name is not None:
                return name
    if speaker is not None and (speaker.tag_ == "NNPS" or speaker.lower_ in tables.words("organisation_words", "word")):
        return _plain_name(scene, owners, speaker)
    if word in {"they", "it"} and pronoun.dep_ in {"nsubj", "nsubjpass"} and scene.sentence.index > 0:
        earlier = scene.document.sentences[scene.sentence.index - 1]
        for token in scene.document.doc(earlier.index):
            if token.dep_ in {"nsubj", "nsubjpass"} and nouns.is_noun(token) and token.head.lemma_ not in clauses.SAYING:
                found = names.in_tokens(token.doc, max(token.left_edge.i, token.i - 5), min(token.right_edge.i, token.i + 6) + 1)
                return found[0] if found is not None else None
    if word == "its":
        return owners.before(scene.offset(pronoun), "country")
    return None


def _nearby(scene: Scene, owners: Owners, last: Known | None) -> str | None:
    """For money and shares that name nobody: the one country in the sentence before the number, else the last number's subject."""
    found = names.in_tokens(scene.doc, 0, scene.first)
    if found is not None and _leads(scene.doc[found[2] - 1]):
        return found[0]
    if last is not None and last.kind == scene.quantity.kind and scene.sentence.index - last.sentence <= 1:
        return last.subject
    return None


def _leads(name: Token) -> bool:
    """Whether a country's name sets the scene: "in Ohio, …", or belongs to the sentence's subject."""
    if name.dep_ == "pobj":
        return name.head.lower_ in {"in", "for"}
    if name.dep_ in {"poss", "amod", "compound", "nmod"}:
        if metrics.of_noun(nouns.singular(name.head.text)) == "attacks":
            return False  # "the Kenya quake will cost the firm 3 million"
        return name.head.dep_ in {"nsubj", "nsubjpass", "pobj", "ROOT", "compound"}
    return name.dep_ in {"nsubj", "nsubjpass", "ROOT"}
