"""From what a document tells to one article row: the trusted value of each field, the text, the ids, or the fault.

Every acceptance rule stands here, so that all formats are held to the same ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from transforms.articles import cleaning, furniture, language
from transforms.articles.evidence_in_text import infer_published
from transforms.articles.found import Found, Unusable
from transforms.articles.identity import article_id, canonical_url, host_of
from transforms.articles.limits import Limits
from transforms.articles.moments import Moment, parse
from transforms.articles.trust import best, in_order
from transforms.articles.urls import day_in_url
from transforms.ids import text_hash

_STRICT = ("given", "front_matter", "fields")
"""Evidence that somebody wrote for this purpose: a value that can't be read is a fault, not passed over."""
_ADDRESSED = ("feed", "page", "sitemap", "warc_record")


@dataclass(frozen=True, slots=True)
class Published:
    """When an article was published and what says so."""

    moment: Moment
    evidence: str


def row(found: Found, landed: dict[str, Any], limits: Limits) -> dict[str, Any]:
    """The article as a row of schema.ARTICLES' frame; Unusable with the reason when it can't be one."""
    _given(found, landed)
    said_title = best(found, "title")
    title = cleaning.line(said_title.value) if said_title else None
    text = _text(found, title, landed, limits)
    code, code_evidence = language.decide(found, text)
    url = _url(found)
    if code not in limits.languages:
        raise Unusable(
            "language", f'{_where(found, landed)}: the text is in "{code}" ({code_evidence}); expected {", ".join(limits.languages)}: it stays landed'
        )
    published = _published(found, landed, text, url, limits)
    publisher, publisher_evidence = _publisher(found, landed, url, limits)
    modified = _modified(found, landed)
    canonical = canonical_url(url)
    hash_of_text = text_hash(text)
    return {
        "article_id": article_id(publisher, canonical, hash_of_text),
        "document_id": landed["document_id"],
        "document_index": found.index,
        "arrival_date": landed["arrival_date"],
        "url": url,
        "canonical_url": canonical,
        "publisher": publisher,
        "publisher_origin": publisher_evidence,
        "title": title or None,
        "authors": _authors(found),
        "section": next((cleaning.line(said.value)[:200] for said in in_order(found, "section")), None),
        "language": code,
        "language_origin": code_evidence,
        "published_on": published.moment.day,
        "published_at": published.moment.at,
        "published_text": published.moment.text,
        "published_origin": published.evidence,
        "modified_at": modified,
        "text": text,
        "text_hash": hash_of_text,
        "marked_spans": furniture.marked_json(text),
        "word_count": cleaning.word_count(text),
        "is_example": landed["is_example"],
    }


def _where(found: Found, landed: dict[str, Any]) -> str:
    return f"{landed['origin']}, article {found.index + 1}" if found.index else str(landed["origin"])


def _given(found: Found, landed: dict[str, Any]) -> None:
    """What was said from outside: by options, by the feed list, by the address, by the folder."""
    found.say("publisher", "given", landed["given_publisher"])
    found.say("published", "feed" if landed["origin_kind"] in ("feed", "sitemap") else "given", landed["given_published"])
    if landed["origin_kind"] in _ADDRESSED:
        found.say("url", "given", landed["origin"])
    folder, slash, _ = landed["origin"].partition("!")[0].partition("/")
    if landed["origin_kind"] in ("inbox", "archive_member") and slash and folder and not folder.isdigit() and any(map(str.isalpha, folder)):
        found.say("publisher", "folder", folder.replace("_", " "))


def _text(found: Found, title: str | None, landed: dict[str, Any], limits: Limits) -> str:
    body = cleaning.characters(found.body)
    text = cleaning.compose(title, body)
    if not cleaning.has_words(body, limits.min_words):
        raise Unusable(
            "no_text",
            f"{_where(found, landed)}: fewer than {limits.min_words} words beside the title; expected the text of an article",
        )
    if len(text) > limits.max_text_characters:
        raise Unusable("too_large", f"{_where(found, landed)}: a text of {len(text)} characters; expected at most {limits.max_text_characters}")
    return text


def _url(found: Found) -> str | None:
    """The trusted address; one that isn't http(s) is none."""
    return next((said.value for said in in_order(found, "url") if canonical_url(said.value)), None)


def _published(found: Found, landed: dict[str, Any], text: str, url: str | None, limits: Limits) -> Published:
    day_of_url = day_in_url(url)
    found.say("published", "url", day_of_url)
    if limits.use_file_time and landed["modified_at"]:
        found.say("published", "file_time", landed["modified_at"].isoformat())
    latest = landed["found_at"].astimezone(UTC).date() + timedelta(days=1)
    tried_text = False
    for said in in_order(found, "published"):
        if said.evidence == "file_time":
            tried_text = True
            if inferred := infer_published(text, limits.first_day, latest):
                return inferred_as_published(*inferred)
        moment = parse(said.value, landed["given_zone"])
        if moment is None and said.evidence in _STRICT:
            raise Unusable(
                "malformed", f'{_where(found, landed)}: "{said.where}" is "{said.value[:80]}"; expected an ISO 8601 date, such as 2024-10-28'
            )
        if moment:
            return Published(_believable(moment, said.where, latest, found, landed, limits), said.evidence)
    if not tried_text and (inferred := infer_published(text, limits.first_day, latest)):
        return inferred_as_published(*inferred)
    raise Unusable(
        "no_date", f"{_where(found, landed)}: nothing tells when it was published; add published: YYYY-MM-DD to it or load it with --published"
    )


def inferred_as_published(day: date, evidence: str, words: str) -> Published:
    """A day read out of the text, as evidence of its own kind."""
    return Published(Moment(day, None, words), evidence)


def _believable(moment: Moment, where: str, latest: date, found: Found, landed: dict[str, Any], limits: Limits) -> Moment:
    if not limits.first_day <= moment.day <= latest:
        raise Unusable(
            "date_out_of_range",
            f'{_where(found, landed)}: "{where}" is "{moment.text}"; expected a day from {limits.first_day} to {latest}, the day after it was found',
        )
    return moment


def _publisher(found: Found, landed: dict[str, Any], url: str | None, limits: Limits) -> tuple[str, str]:
    found.say("publisher", "host", host_of(url))
    for said in in_order(found, "publisher"):
        name = cleaning.line(said.value)
        if name:
            return name[:200], said.evidence
    if limits.default_publisher:
        return limits.default_publisher, "given"
    raise Unusable(
        "no_publisher",
        f"{_where(found, landed)}: nothing names its publisher; add publisher: to it, put it into a folder of that name, or load it with --publisher",
    )


def _modified(found: Found, landed: dict[str, Any]) -> datetime | None:
    moments = (parse(said.value, landed["given_zone"]) for said in in_order(found, "modified"))
    return next((moment.at for moment in moments if moment and moment.at), None)


def _authors(found: Found) -> list[str]:
    """The authors that the most trusted evidence names, each once."""
    said = in_order(found, "authors")
    names = (cleaning.line(author.value)[:200] for author in said if author.evidence == said[0].evidence)
    return list(dict.fromkeys(name for name in names if name))
