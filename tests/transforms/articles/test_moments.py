"""Points in time as documents write them: the day, the instant where zone and clock are known, nothing where the text is open."""

import pytest

from transforms.articles.moments import parse
from transforms.articles.urls import day_in_url

CASES = [
    ("day", "2024-10-28", None, "2024-10-28", None),
    ("time in UTC", "2024-10-28T23:30:00Z", None, "2024-10-28", "2024-10-28T23:30:00"),
    ("day of the written offset", "2024-10-28T23:30:00-04:00", None, "2024-10-28", "2024-10-29T03:30:00"),
    ("day in the publisher's zone", "2024-10-28T23:30:00Z", "Europe/Vienna", "2024-10-29", "2024-10-28T23:30:00"),
    ("no zone, no instant", "2024-10-28 10:15", None, "2024-10-28", None),
    ("clock of the publisher's zone", "2024-10-28 10:15:00", "Europe/Vienna", "2024-10-28", "2024-10-28T09:15:00"),
    ("offset without a colon", "2024-10-28T10:15:00+0200", None, "2024-10-28", "2024-10-28T08:15:00"),
    ("offset after a space", "2024-10-28 10:15:00 +0200", None, "2024-10-28", "2024-10-28T08:15:00"),
    ("parts of a second", "2024-10-28T10:15:00.123Z", None, "2024-10-28", "2024-10-28T10:15:00.123000"),
    ("basic format", "20241028T101500Z", None, "2024-10-28", "2024-10-28T10:15:00"),
    ("mail", "Mon, 28 Oct 2024 10:15:00 +0100", None, "2024-10-28", "2024-10-28T09:15:00"),
    ("mail with a zone name", "Mon, 28 Oct 2024 10:15:00 GMT", None, "2024-10-28", "2024-10-28T10:15:00"),
    ("month first", "October 28, 2024", None, "2024-10-28", None),
    ("day first", "28 October 2024", None, "2024-10-28", None),
    ("abbreviated, with an ordinal", "Oct. 28th, 2024", None, "2024-10-28", None),
    ("words around it and a clock", "Published: October 28, 2024 10:15 p.m. UTC", None, "2024-10-28", "2024-10-28T22:15:00"),
    ("day first by its size", "28/10/2024", None, "2024-10-28", None),
    ("month first by its size", "10/28/2024", None, "2024-10-28", None),
    ("year first", "2024/10/28", None, "2024-10-28", None),
    ("order of day and month open", "03/04/2024", None, None, None),
    ("year only", "2024", None, None, None),
    ("month only", "2024-10", None, None, None),
    ("month in words only", "October 2024", None, None, None),
    ("no such day", "2024-02-30", None, None, None),
    ("no day at all", "yesterday", None, None, None),
    ("far too long", "28 October 2024 " * 100, None, None, None),
]


@pytest.mark.parametrize("text, zone, day, at", [pytest.param(*case[1:], id=case[0]) for case in CASES])
def test_a_moment_is_as_precise_as_its_text(text, zone, day, at):
    moment = parse(text, zone)
    assert (moment and moment.day.isoformat()) == day
    assert (moment and moment.at and moment.at.replace(tzinfo=None).isoformat()) == at


def test_an_unknown_zone_is_an_error_that_names_it():
    with pytest.raises(ValueError, match="Mars/Base"):
        parse("2024-10-28T10:00:00Z", "Mars/Base")


URLS = [
    ("folders", "https://a.example/2024/10/28/river", "2024-10-28"),
    ("month in letters", "https://a.example/world/2024/oct/28/river", "2024-10-28"),
    ("joined", "https://a.example/river-20241028", "2024-10-28"),
    ("hyphens", "https://a.example/2024-10-28-river", "2024-10-28"),
    ("month only", "https://a.example/2024/10/river", None),
    ("two days that differ", "https://a.example/2024/10/28/from-2024-10-20", None),
    ("a number that is no day", "https://a.example/id/20249928", None),
    ("a longer number", "https://a.example/id/120241028", None),
    ("in the query", "https://a.example/river?d=2024-10-28", None),
]


@pytest.mark.parametrize("url, day", [pytest.param(*case[1:], id=case[0]) for case in URLS])
def test_a_day_in_an_address(url, day):
    assert day_in_url(url) == day
