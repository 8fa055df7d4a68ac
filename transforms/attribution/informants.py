"""Nouns of those who inform: documents, surveys, bodies and people, from `seeds/language/source_nouns.csv`."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from transforms.attribution import speakers
from transforms.language import tables

if TYPE_CHECKING:
    from spacy.tokens import Token


@cache
def document_nouns() -> dict[str, str]:
    """Nouns of documents, surveys and data by lemma, with their kind."""
    return {row["noun"]: row["kind"] for row in tables.rows("source_nouns")}


def is_document(token: Token) -> bool:
    """Whether the token is a document, a poll or data ("report", "figures"), so that what it shows is its claim."""
    return document_nouns().get(token.lemma_.lower()) in ("document", "survey")


def ends_in_document(name: str) -> bool:
    """Whether a name is that of a document or survey ("Tavia Institute poll")."""
    words = name.lower().split()
    return any(document_nouns().get(word.removesuffix("s") if len(word) > 4 else word) in ("document", "survey") for word in words)


def is_body(token: Token) -> bool:
    """Whether the token can publish findings: a document or a named organisation."""
    if is_document(token):
        return True
    if token.pos_ == "PROPN":
        described = speakers.describe(token)
        return described.kind == "organisation"
    return token.lower_ in speakers.organisation_words()


def is_informant(token: Token) -> bool:
    """Whether the token names somebody, or is a noun of those who inform the press ("police", "officials", "report")."""
    return token.pos_ == "PROPN" or token.lemma_.lower() in document_nouns() or token.lower_ in document_nouns()


# those whom a poll or reporter asks: what they say is the poll's or the reporter's finding
_ASKED = frozenset("voter people respondent participant person man woman american republican democrat one other most many some".split())
_STUDIES = frozenset("report study analysis review audit data datum".split())
# people who find things out: what they find counts as what their paper shows
_FINDERS = frozenset("researcher author analyst economist scientist auditor pollster".split())


def is_asked(token: Token) -> bool:
    """Whether the token names those whom others ask for their opinion ("voters", "Democrats")."""
    return token.lemma_.lower() in _ASKED or token.lower_.removesuffix("s") in _ASKED


def knows(speaker: Token) -> bool:
    """Whether somebody named within another's words is the origin of a number: a name, people who inform, a study or survey.

    "The numbers put us at 40", "27 companies reported" within a quotation stay the quoted speaker's.
    """
    if is_asked(speaker) or not is_informant(speaker) or any(child.dep_ == "nummod" for child in speaker.children):
        return False
    kind = document_nouns().get(speaker.lemma_.lower()) if speaker.pos_ != "PROPN" else None
    return kind != "document" or speaker.lemma_.lower() in _STUDIES


def counts(speaker: Token) -> bool:
    """Whether it is somebody's business to count: a document, a body or an office, and no place or thing that merely had so many.

    "Data showed the Orlo region recorded 40 cases": the region tells nothing.
    """
    if speaker.pos_ == "PRON" or speaker.lemma_.lower() in document_nouns() or speaker.lower_ in speakers.organisation_words():
        return True
    described = speakers.describe(speaker) if speaker.pos_ == "PROPN" else None
    return described is not None and described.kind == "organisation"


def can_show(token: Token) -> bool:
    """Whether what the token "found" or "showed" is its claim: documents, surveys and those who study."""
    return is_document(token) or token.lemma_.lower() in _FINDERS


def fits(noun: Token, pronoun: str) -> bool:
    """Whether a source of that noun can be called by the pronoun."""
    kind = document_nouns().get(noun.lemma_.lower())
    if pronoun in ("they", "them", "their"):
        return noun.tag_ in ("NNS", "NNPS") or noun.lower_ == "police"
    if noun.tag_ in ("NNS", "NNPS"):
        return False
    if pronoun in ("it", "its"):
        return kind in ("document", "survey", "body") or (noun.pos_ == "PROPN" and is_body(noun)) or speakers.is_collective(noun)
    return kind == "people" or noun.lower_ in speakers.titles()


def is_share(head: Token) -> bool:
    """Whether the token counts people ("42 percent", "1,409 teachers"): those asked, and not who asked them."""
    return head.lower_ in ("%", "percent") or head.pos_ == "NUM" or any(c.lower_ in ("%", "percent") for c in head.children)
