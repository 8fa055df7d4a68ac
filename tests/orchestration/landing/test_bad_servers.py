"""Servers and feeds that misbehave: each is bounded in time and memory, is reported, and costs the others nothing."""

import gzip
import time
from datetime import date

import pytest

from orchestration.landing.feeds import feed_health
from orchestration.landing.fetch import FetchLimits
from orchestration.landing.land import Sources, land
from orchestration.landing.store import landing_quarantine
from tests.orchestration.landing import site

DAY = date(2024, 11, 4)
PAGES = site.pages()
LIMITS = FetchLimits(delay_seconds=0, allow_private=True, timeout_seconds=1.5, retries=1, max_bytes=3_000_000)
TWO_PAGES = PAGES[:2]


@pytest.fixture
def take(server, tmp_path):
    """Land one listed address beside a healthy feed; origins landed, the health row of the address, quarantine details by reason."""
    server.answers |= {page.path: site.html(page) for page in TWO_PAGES} | {"/healthy.xml": site.rss(server.base, TWO_PAGES)}

    def land_list(address: str, kind: str = "feed", limits: FetchLimits = LIMITS):
        url = address if "://" in address else server.base + address
        path = tmp_path / "feeds.csv"
        path.write_text(f"publisher,country,language,time_zone,kind,url,enabled\nA,,,,{kind},{url},\nB,,,,feed,{server.base}/healthy.xml,\n")
        started = time.monotonic()
        landed = land(tmp_path / "data", DAY, Sources(feeds_file=path, fetch_limits=limits))
        assert time.monotonic() - started < 30
        health = {row["url"]: row for row in feed_health(tmp_path / "data").iter_rows(named=True)}
        quarantined = landing_quarantine(tmp_path / "data", DAY)
        return landed, health.get(url), dict(quarantined.select("reason", "detail").iter_rows())

    return land_list


def drip(handler) -> None:
    """A byte now and then, for ever."""
    handler.send_response(200)
    handler.end_headers()
    write_slowly(handler, b"<rss>" + b" " * 200)


def drip_headers(handler) -> None:
    write_slowly(handler, b"HTTP/1.1 200 OK\r\n" + b"X-Slow: 1\r\n" * 50)


def write_slowly(handler, data: bytes) -> None:
    try:
        for byte in data:
            handler.wfile.write(bytes((byte,)))
            handler.wfile.flush()
            time.sleep(0.1)
    except ConnectionError:
        handler.close_connection = True


def never_answer(handler) -> None:
    time.sleep(6)
    handler.close_connection = True


def never_close(handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b"<rss>")
    handler.wfile.flush()
    time.sleep(6)


def endless(handler) -> None:
    """Bytes without end."""
    handler.send_response(200)
    handler.end_headers()
    try:
        while True:
            handler.wfile.write(b" " * 100_000)
    except ConnectionError:
        handler.close_connection = True


BOMB = b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "%s"><!ENTITY b "%s">]><rss><channel><item><title>&b;</title></item></channel></rss>'
CASES = [
    ("a byte at a time", drip, "timeout", "no whole answer within"),
    ("headers a byte at a time", drip_headers, "timeout", "no whole answer within"),
    ("no answer", never_answer, "timeout", "no whole answer within"),
    ("an answer that never ends", never_close, "timeout", "no whole answer within"),
    ("bytes without end", endless, "too_large", "more than 3000000 bytes"),
    ("200 MB packed into 200 KB", (200, {"Content-Encoding": "gzip"}, gzip.compress(b" " * 200_000_000, 1)), "too_large", "more than 3000000 bytes"),
    ("a redirect loop", (302, {"Location": "/bad"}, b""), "unreadable", "more than 5 redirects"),
    ("a redirect to a file", (302, {"Location": "file:///etc/passwd"}, b""), "unreadable", "expected http or https"),
    ("an error of the server", (500, {}, b""), "unreadable", "status 500, 2 times"),
    ("nothing there", (404, {}, b""), "unreadable", "status 404"),
    ("no feed", b"<html><body>Hello</body></html>", "malformed", "no RSS or Atom feed"),
    ("an entity bomb", BOMB % (b"a" * 100_000, b"&a;" * 10_000), "malformed", "defines entities"),
    ("a broken packing", (200, {"Content-Encoding": "gzip"}, b"no gzip at all"), "unreadable", "DecodingError"),
]  # fmt: skip


@pytest.mark.parametrize("answer, reason, words", [pytest.param(*case[1:], id=case[0]) for case in CASES])
def test_a_bad_feed_is_reported_and_the_others_land(take, server, answer, reason, words):
    server.answers["/bad"] = answer
    landed, health, quarantined = take("/bad")
    assert landed.height == 2
    assert (health["outcome"], health["landed"]) == ("failed", 0)
    assert words in health["detail"]
    assert words in quarantined[reason]


@pytest.mark.parametrize("address", ["http://no-such-name.invalid/feed", "http://127.0.0.1:1/feed"])
def test_a_server_that_is_not_there_is_reported(take, address):
    landed, health, quarantined = take(address)
    assert (landed.height, health["outcome"], list(quarantined)) == (2, "failed", ["unreadable"])


@pytest.mark.parametrize(
    "address",
    [
        "/healthy.xml",
        "http://localhost:1/x",
        "http://10.0.0.1/x",
        "http://169.254.169.254/x",
        "http://[::1]/x",
        "http://[::ffff:10.0.0.1]/x",
        "http://0.0.0.0/x",
    ],
)
def test_private_addresses_are_refused_unless_allowed(take, server, address):
    landed, health, _ = take(address, limits=FetchLimits(delay_seconds=0))
    assert landed.is_empty()
    assert "a private address" in health["detail"]
    assert not server.requests


def test_a_redirect_to_a_private_address_is_refused(monkeypatch, take, server):
    from orchestration.landing import addresses

    # the test's own server stands for a public one; what it points to does not
    public = addresses._is_public
    monkeypatch.setattr(addresses, "_is_public", lambda address: address == "127.0.0.1" or public(address))
    server.answers["/bad"] = (302, {"Location": "http://10.0.0.1/secret"}, b"")
    _, health, _ = take("/bad", limits=FetchLimits(delay_seconds=0, timeout_seconds=3, retries=0))
    assert "10.0.0.1, a private address" in health["detail"]


def test_a_robots_txt_that_times_out_forbids_everything(take, server):
    server.answers["/robots.txt"] = never_answer
    landed, health, _ = take("/healthy.xml")
    assert landed.is_empty()
    assert "robots.txt can't be read" in health["detail"]
    assert server.requests["/healthy.xml"] == 0


def test_a_feed_of_fifty_thousand_entries_gives_its_first(take, server):
    listed = [site.Page(number, f"/old/{number}", "Old", ("x",), date(2024, 10, 1), "G") for number in range(50_000)]
    server.answers["/bad"] = site.rss(server.base, listed)
    _, health, _ = take("/bad", limits=FetchLimits(delay_seconds=0, allow_private=True, max_feed_entries=20, retries=0))
    assert (health["outcome"], health["entries"], health["landed"], health["failed"]) == ("ok", 20, 0, 20)


def test_a_sitemap_of_fifty_thousand_pages_gives_its_newest(take, server):
    listed = [site.Page(number, f"/old/{number}", "Old", ("x",), date(2004, 1, 1), "G") for number in range(50_000)]
    server.answers["/bad"] = gzip.compress(site.sitemap(server.base, [*listed, TWO_PAGES[1]]))
    _, health, _ = take("/bad", "sitemap", FetchLimits(delay_seconds=0, allow_private=True, max_feed_entries=5, retries=0))
    assert (health["outcome"], health["entries"]) == ("ok", 5)
    assert server.requests[TWO_PAGES[1].path] == 1


def test_a_huge_page_is_refused_and_its_feed_goes_on(take, server):
    server.answers[TWO_PAGES[0].path] = endless
    landed, _, quarantined = take("/healthy.xml", limits=LIMITS)
    assert landed["origin"].to_list() == [server.base + TWO_PAGES[1].path]
    assert "more than 3000000 bytes" in quarantined["too_large"]


def test_a_page_that_failed_is_fetched_again_although_the_feed_is_unchanged(take, server):
    server.answers["/tagged.xml"] = (200, {"ETag": '"one"'}, site.rss(server.base, PAGES[2:4]))
    server.answers[PAGES[2].path] = site.html(PAGES[2])
    server.answers[PAGES[3].path] = (503, {}, b"")
    assert take("/tagged.xml")[1]["failed"] == 1
    server.answers[PAGES[3].path] = site.html(PAGES[3])
    landed, health, _ = take("/tagged.xml")
    assert (health["outcome"], health["landed"], landed.height) == ("ok", 1, 4)


def test_a_pause_is_kept_between_requests_to_one_host(take, server):
    started = time.monotonic()
    take("/healthy.xml", limits=FetchLimits(delay_seconds=0.3, allow_private=True))
    assert sum(server.requests.values()) == 5
    assert time.monotonic() - started >= 4 * 0.3


def test_bad_rows_of_the_list_are_reported(server, tmp_path):
    path = tmp_path / "feeds.csv"
    path.write_text(
        "publisher,country,language,time_zone,kind,url,enabled\nA,,,,blog,http://a.example,\nB,,,,feed,ftp://b.example,\nC,,,Mars/Base,feed,http://c.example,\n"
    )
    land(tmp_path / "data", DAY, Sources(feeds_file=path, fetch_limits=LIMITS))
    details = landing_quarantine(tmp_path / "data", DAY)["detail"].to_list()
    assert [detail.split(": ", 1)[1].split(";")[0] for detail in details] == [
        'kind is "blog"',
        'url is "ftp://b.example"',
        'time_zone is "Mars/Base"',
    ]
