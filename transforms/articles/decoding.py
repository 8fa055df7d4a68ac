"""From bytes to characters: byte order marks, UTF-8 first, then what was declared; mixed pages are mended byte by byte."""

from __future__ import annotations

import codecs

from transforms.articles.found import Unusable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_STATEFUL = ("utf-16", "utf-32", "iso-2022", "utf-7", "hz")
MIXED_SHARE = 0.02
"""A page with at most this share of bad bytes among its non-ASCII ones plus a little is UTF-8 with foreign pieces in it."""


def beginning(data: bytes, count: int = 300) -> str:
    """The first bytes as printable text, for a quarantine row: what isn't ASCII text is escaped."""
    return data[:count].decode("ascii", "backslashreplace").encode("unicode_escape").decode("ascii").replace("\\\\x", "\\x")


def is_binary(data: bytes) -> bool:
    """Whether the first 64 KB can't be text: NUL bytes without a byte order mark, or many control characters."""
    if any(data.startswith(mark) for mark, _ in _MARKS):
        return False
    head = data[:65536]
    if b"\x00" in head:
        return True
    controls = len(head) - len(head.translate(None, bytes((*range(0, 7), *range(14, 27), *range(28, 32), 127))))
    return controls * 50 > len(head)


def strict(data: bytes, origin: str) -> str:
    """Text of a file that must be UTF-8 (or carry a byte order mark); Unusable `encoding` names the first bad byte."""
    name = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        raise Unusable(
            "encoding",
            f"{origin}: byte {error.start} (0x{data[error.start] if error.start < len(data) else 0:02x}) is not {name.upper()}; "
            "expected UTF-8: convert the file, for example with iconv -f WINDOWS-1252 -t UTF-8",
        ) from error


def lenient(data: bytes, declared: list[str], origin: str) -> str:
    """Text of a page or mail: UTF-8 where it holds, then each declared charset, then UTF-8 with Windows-1252 pieces.

    Valid UTF-8 wins over a declaration, since other charsets' text is hardly ever valid UTF-8 by chance.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, "replace")
    known = [name for name in (_codec(name) for name in declared) if name]
    for name in known:
        if name.startswith(_STATEFUL):
            return data.decode(name, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    for name in known:
        if name not in ("utf-8", "ascii"):
            try:
                return data.decode("cp1252" if name == "iso8859-1" else name)
            except UnicodeDecodeError:
                continue
    return _mixed(data, origin)


def _codec(name: str) -> str | None:
    try:
        return codecs.lookup(name.strip().strip("\"'")).name
    except (LookupError, ValueError):
        return None


def _windows_1252(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error("windows_1252_pieces", _windows_1252)


def _mixed(data: bytes, origin: str) -> str:
    """UTF-8 with foreign bytes read as Windows-1252; Unusable `encoding` when even that leaves undefined bytes in number."""
    text = data.decode("utf-8", "windows_1252_pieces")
    unknown = text.count("\ufffd")
    if unknown > 10 and unknown > MIXED_SHARE * len(text):
        raise Unusable("encoding", f"{origin}: {unknown} of {len(text)} characters are in no charset that was declared; save the page as UTF-8")
    return text
