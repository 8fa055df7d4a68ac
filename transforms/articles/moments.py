"""Points in time as documents write them: ISO 8601, RFC 5322, written-out days; never more precise than the text.

A day in figures whose order is open (03/04/2024) says nothing and is refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        1,
    )
    for name in names.split()
}
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\.?"
_CLOCK = re.compile(r"\b(\d{1,2}):(\d{2})(?::\d{2})?\s*(am|pm|a\.m\.|p\.m\.)?", re.IGNORECASE)
_ISO = re.compile(r"^\d{4}-?\d{2}-?\d{2}(?:[T ]\d{2}:?\d{2}(?::?\d{2}(?:[.,]\d+)?)?\s?(?:Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?$", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"^(?P<year>\d{4})[/.](?P<number>\d{1,2})[/.](?P<day>\d{1,2})\b")
_MONTH_FIRST = re.compile(rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b", re.IGNORECASE)
_DAY_FIRST = re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+{_MONTH},?[\s-]+(?P<year>\d{{4}})\b", re.IGNORECASE)
_CTIME = re.compile(rf"^\w{{3}}\w*,?\s+{_MONTH}\s+(?P<day>\d{{1,2}})\s+[\d:]+\s+(?:[A-Z]{{2,4}}\s+)?(?P<year>\d{{4}})$", re.IGNORECASE)
_FIGURES = re.compile(r"^(?P<first>\d{1,2})(?P<sign>[/.])(?P<second>\d{1,2})(?P=sign)(?P<year>\d{4})\b")


@dataclass(frozen=True, slots=True)
class Moment:
    """A day in the publisher's zone, the instant in UTC where clock time and zone are known, and the text it came from."""

    day: date
    at: datetime | None
    text: str


def parse(text: str, zone: str | None = None) -> Moment | None:
    """The moment that a text writes; None when it names no single day.

    `zone` is the publisher's IANA zone: it gives the day of a time with another offset, and the instant of a time without one.
    """
    cleaned = " ".join(text.split()).strip().strip("[]'\"")
    if not cleaned or len(cleaned) > 100:
        return None
    try:
        found = _iso(cleaned) or _mail(cleaned) or _words(cleaned)
    except (ValueError, OverflowError):
        return None
    return _moment(found, zone, cleaned) if found else None


def _moment(found: datetime | date, zone: str | None, text: str) -> Moment | None:
    if not isinstance(found, datetime):
        return Moment(found, None, text)
    home = _zone(zone)
    if found.tzinfo is None:
        return Moment(found.date(), found.replace(tzinfo=home).astimezone(UTC) if home else None, text)
    try:
        return Moment((found.astimezone(home) if home else found).date(), found.astimezone(UTC), text)
    except OverflowError:
        return None


def _zone(name: str | None) -> ZoneInfo | None:
    if not name:
        return None
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise ValueError(f"time zone {name!r} is unknown; expected an IANA name, such as Europe/Brussels: mend the feed list") from error


def _iso(text: str) -> datetime | date | None:
    if not _ISO.match(text):
        return None
    if len(text) <= 10:
        return date.fromisoformat(text)
    tidy = re.sub(r"\s?(?:UTC|GMT|Z)$", "+00:00", text.replace(",", "."), flags=re.IGNORECASE)
    return datetime.fromisoformat(re.sub(r"(\d)\s+([+-]\d\d)", r"\1\2", tidy))


def _mail(text: str) -> datetime | None:
    if not re.match(r"^(?:[A-Za-z]{3},?\s+)?\d{1,2} [A-Za-z]{3} \d{4} \d{2}:\d{2}", text):
        return None
    return parsedate_to_datetime(text)


def _words(text: str) -> datetime | date | None:
    found = _YEAR_FIRST.search(text) or _MONTH_FIRST.search(text) or _DAY_FIRST.search(text) or _CTIME.search(text)
    if found:
        parts = found.groupdict()
        month = int(parts["number"]) if parts.get("number") else _MONTHS[parts["month"].lower()]
        return _with_clock(
            date(int(parts["year"]), month, int(parts["day"])), text[: found.start()] + text[found.end() :] if "month" not in parts else text
        )
    figures = _FIGURES.search(text)
    if not figures:
        return None
    first, second = int(figures["first"]), int(figures["second"])
    if first == second or first > 12:
        return date(int(figures["year"]), second, first)
    return date(int(figures["year"]), first, second) if second > 12 else None


def _with_clock(day: date, text: str) -> datetime | date:
    clock = _CLOCK.search(text)
    if not clock:
        return day
    hour, minute, half = int(clock[1]), int(clock[2]), (clock[3] or "").lower()
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    at = datetime(day.year, day.month, day.day, hour, minute)  # noqa: DTZ001 - a zone only where the text names one
    if re.match(r"\s*(?:UTC|GMT|Z)(?![+-]\d)\b", text[clock.end() :]):
        return at.replace(tzinfo=UTC)
    offset = re.match(r"\s*(?:UTC|GMT)?([+-]\d{2}):?(\d{2})\b", text[clock.end() :])
    return datetime.fromisoformat(f"{at:%Y-%m-%dT%H:%M}{offset[1]}:{offset[2]}") if offset else at
