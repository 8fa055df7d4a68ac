"""Mails (.eml), such as newsletters and press releases: subject, sender, date and the readable part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import MIMEPart
from email.utils import parseaddr
from typing import Any

from transforms.articles.decoding import lenient
from transforms.articles.found import Fault, Found, Unusable
from transforms.articles.limits import Limits
from transforms.articles.page import read as read_page

_SIGNATURE = re.compile(r"^-- ?$.*", re.MULTILINE | re.DOTALL)


def read(data: bytes, landed: dict[str, Any], limits: Limits) -> Iterator[Found | Fault]:
    """The one article of a mail; Unusable `malformed` or `no_text`."""
    try:
        message = message_from_bytes(data, policy=policy.default)
        part = message.get_body(preferencelist=("plain", "html"))
        headers = {name: str(message.get(name, "")) for name in ("Subject", "From", "Date", "Content-Language")}
    except (MessageError, LookupError, ValueError, IndexError, AttributeError) as error:
        raise Unusable("malformed", f"{landed['origin']}: not readable as a mail ({error}); save it again as .eml") from error
    if part is None:
        raise Unusable("no_text", f"{landed['origin']}: no text among its parts; expected a mail with text or HTML")
    found = _content(part, landed, limits)
    name, address = parseaddr(headers["From"])
    found.said.pop("published", None)
    found.say("title", "header", headers["Subject"], "Subject")
    found.say("published", "header", headers["Date"], "Date")
    found.say("publisher", "header", name or address.partition("@")[2], "From")
    found.say("language", "fields", headers["Content-Language"], "Content-Language")
    found.row = {"headers": headers, "text": found.body[:2000]}
    yield found


def _content(part: MIMEPart, landed: dict[str, Any], limits: Limits) -> Found:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    if part.get_content_type() == "text/html":
        charset = part.get_content_charset() or "utf-8"
        inner = next(read_page(data, {**landed, "headers": f'{{"content-type": "text/html; charset={charset}"}}'}, limits))
        if isinstance(inner, Found):
            inner.said.pop("title", None)
            return inner
    text = lenient(data, [part.get_content_charset() or "utf-8"], landed["origin"])
    return Found(body=_SIGNATURE.sub("", text.replace("\r\n", "\n")))
