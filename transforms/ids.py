"""Ids: short hashes of what identifies a row, so that the same thing has the same id in every load and on every machine."""

from __future__ import annotations

import hashlib

ID_HEX_DIGITS = 20


def stable_id(*parts: object) -> str:
    """A hexadecimal id of 20 digits (80 bits) for these parts; their order and number count."""
    joined = "\x1f".join("" if part is None else str(part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:ID_HEX_DIGITS]


def text_hash(text: str) -> str:
    """SHA-256 of a text, hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
