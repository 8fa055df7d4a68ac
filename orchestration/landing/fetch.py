"""Fetching politely and within bounds: robots.txt, a pause per host, conditional requests, retries, size, time and redirects."""

import asyncio
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

import httpx

from orchestration.landing.addresses import RefusedAddress, public_addresses

KEPT_HEADERS = ("content-type", "content-language", "last-modified", "etag", "date", "content-location", "link")
_RETRIED = frozenset({429, 500, 502, 503, 504})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_LARGEST_ROBOTS = 500_000


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """Bounds of fetching; times in seconds."""

    timeout_seconds: float = 20
    """Longest time that one request may take, from connecting to the last byte."""
    delay_seconds: float = 1
    """Pause between two requests to one host."""
    longest_delay_seconds: float = 30
    """Longest pause that a robots.txt or a Retry-After header may ask for."""
    retries: int = 2
    most_redirects: int = 5
    max_bytes: int = 20_000_000
    max_feed_entries: int = 500
    most_hosts_at_once: int = 8
    user_agent: str = "claims-warehouse/0.1"
    allow_private: bool = False
    """Whether private and loopback addresses may be fetched from."""


class FetchFault(Exception):  # noqa: N818 - says what happened
    """A fetch that brought nothing: a reason of schema.QUARANTINE_REASONS and a clear sentence."""

    def __init__(self, reason: str, detail: str, *, is_final: bool = False) -> None:
        super().__init__(detail)
        self.reason = reason
        self.is_final = is_final


@dataclass(frozen=True, slots=True)
class Fetched:
    """A response: final address, status, kept headers, bytes (empty when not modified)."""

    url: str
    status: int
    headers: dict[str, str]
    data: bytes

    @property
    def is_unchanged(self) -> bool:
        """Whether the server says that nothing changed since the last time."""
        return self.status == 304


@dataclass(slots=True)
class _Host:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    next_at: float = 0.0
    robots: RobotFileParser | None = None
    robots_fault: str = ""


class Fetcher:
    """One landing's fetches; use it as an async context manager."""

    def __init__(self, limits: FetchLimits) -> None:
        self.limits = limits
        self._hosts: dict[str, _Host] = {}
        self._client = httpx.AsyncClient(
            timeout=limits.timeout_seconds,
            follow_redirects=False,
            trust_env=not limits.allow_private,
            headers={"User-Agent": limits.user_agent, "Accept-Encoding": "gzip, deflate"},
        )

    async def __aenter__(self) -> "Fetcher":
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._client.aclose()

    async def get(self, url: str, etag: str | None = None, last_modified: str | None = None) -> Fetched:
        """Fetch an address that robots.txt allows; FetchFault says what went wrong."""
        headers = {name: value for name, value in (("If-None-Match", etag), ("If-Modified-Since", last_modified)) if value}
        host = self._host(url)
        async with host.lock:
            await self._obey_robots(url, host)
            return await self._with_retries(url, headers, host)

    def _host(self, url: str) -> _Host:
        try:
            parts = urlsplit(url)
        except ValueError as error:
            raise FetchFault("unreadable", f"{url[:200]}: not an address ({error})", is_final=True) from error
        return self._hosts.setdefault(f"{parts.scheme}://{parts.netloc}", _Host())

    async def _obey_robots(self, url: str, host: _Host) -> None:
        if host.robots is None:
            host.robots = await self._robots(url, host)
        if host.robots_fault:
            raise FetchFault("unreadable", f"{url}: {host.robots_fault}")
        if not host.robots.can_fetch(self.limits.user_agent, url):
            raise FetchFault(
                "unreadable", f"{url}: the site's robots.txt forbids it to {self.limits.user_agent}; ask the publisher for a feed", is_final=True
            )

    async def _robots(self, url: str, host: _Host) -> RobotFileParser:
        """The host's rules by RFC 9309: none when there is no file, no fetching at all when the server can't tell."""
        parser = RobotFileParser()
        try:
            found = await self._with_retries(urljoin(url, "/robots.txt"), {}, host, most_bytes=_LARGEST_ROBOTS)
            parser.parse(found.data.decode("utf-8", "replace").splitlines())
        except FetchFault as fault:
            if fault.is_final and isinstance(fault.__cause__, httpx.HTTPStatusError):
                parser.parse([])
            else:
                parser.parse([])
                host.robots_fault = f"its robots.txt can't be read, so nothing is fetched ({fault})"
        return parser

    async def _with_retries(self, url: str, headers: Mapping[str, str], host: _Host, most_bytes: int | None = None) -> Fetched:
        for attempt in range(self.limits.retries + 1):
            await asyncio.sleep(max(0.0, host.next_at - time.monotonic()))
            try:
                async with asyncio.timeout(self.limits.timeout_seconds):
                    return await self._follow(url, headers, most_bytes or self.limits.max_bytes)
            except TimeoutError as error:
                raise FetchFault("timeout", f"{url}: no whole answer within {self.limits.timeout_seconds:g} seconds; try again later") from error
            except RefusedAddress as error:
                raise FetchFault("unreadable", str(error), is_final=True) from error
            except httpx.HTTPStatusError as error:
                if error.response.status_code not in _RETRIED:
                    raise FetchFault("unreadable", f"{url}: {error}", is_final=True) from error
                self._back_off(host, attempt, error.response.headers.get("retry-after"))
                failure = FetchFault("unreadable", f"{url}: {error}, {attempt + 1} times; try again later")
            except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
                self._back_off(host, attempt, None)
                failure = FetchFault("unreadable", f"{url}: {type(error).__name__} {error}, {attempt + 1} times; check the address")
            finally:
                host.next_at = max(host.next_at, time.monotonic() + self._delay(host))
        raise failure

    def _delay(self, host: _Host) -> float:
        asked = host.robots.crawl_delay(self.limits.user_agent) if host.robots else None
        return min(max(self.limits.delay_seconds, float(asked or 0)), max(self.limits.longest_delay_seconds, self.limits.delay_seconds))

    def _back_off(self, host: _Host, attempt: int, retry_after: str | None) -> None:
        seconds = max(self.limits.delay_seconds, 0.5) * 2**attempt
        if retry_after:
            seconds = max(seconds, _seconds(retry_after))
        host.next_at = time.monotonic() + min(seconds, self.limits.longest_delay_seconds)

    async def _follow(self, url: str, headers: Mapping[str, str], most_bytes: int) -> Fetched:
        """Follow redirects, each judged like the first address."""
        address = url
        for _ in range(self.limits.most_redirects + 1):
            found = await self._request(address, headers, most_bytes)
            if found.status not in _REDIRECTS:
                return found
            address = urljoin(address, found.headers.get("location", ""))
        raise FetchFault(
            "unreadable", f"{url}: more than {self.limits.most_redirects} redirects, the last to {address[:200]}; check the address", is_final=True
        )

    async def _request(self, url: str, headers: Mapping[str, str], most_bytes: int) -> Fetched:
        """One request to an address that was resolved and judged here: the name isn't resolved a second time."""
        address = (await public_addresses(url, self.limits.allow_private))[0]
        parsed = httpx.URL(url)
        shown = parsed.netloc.decode("ascii").rpartition("@")[2]
        target = parsed.copy_with(host=address, username=None, password=None)
        request = self._client.build_request("GET", target, headers={**headers, "Host": shown}, extensions={"sni_hostname": parsed.host})
        response = await self._client.send(request, stream=True)
        try:
            if response.status_code in _REDIRECTS:
                return Fetched(url, response.status_code, {"location": response.headers.get("location", "")}, b"")
            kept = {name: response.headers[name] for name in KEPT_HEADERS if name in response.headers}
            if response.status_code == 304:
                return Fetched(url, 304, kept, b"")
            if response.status_code != 200:
                raise httpx.HTTPStatusError(f"status {response.status_code}", request=request, response=response)
            return Fetched(url, 200, kept, await self._body(response, url, most_bytes))
        finally:
            await response.aclose()

    async def _body(self, response: httpx.Response, url: str, most_bytes: int) -> bytes:
        pieces, size = [], 0
        async for piece in response.aiter_bytes(65536):
            pieces.append(piece)
            size += len(piece)
            if size > most_bytes:
                raise FetchFault("too_large", f"{url}: more than {most_bytes} bytes; raise the limit if such pages are wanted", is_final=True)
        return b"".join(pieces)


def _seconds(retry_after: str) -> float:
    """The seconds that a Retry-After header asks for, as a number or a date."""
    if retry_after.strip().isdigit():
        return float(retry_after)
    try:
        return max(0.0, (parsedate_to_datetime(retry_after) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError):
        return 0.0
