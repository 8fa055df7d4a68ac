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
