"""Files in the inbox and at given paths: walked in order, links never followed out, each file opened once and checked.

Files stay where they are. What was dealt with before costs one look at its size and time.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from orchestration.landing.containers import unpack
from orchestration.landing.documents import LandingLimits, Outside, Pending, Refusal
from orchestration.landing.store import Store
from transforms.articles.decoding import beginning
from transforms.articles.formats import CONTAINERS, media_type

_UNFINISHED = (".tmp", ".part", ".crdownload", ".swp", "~")
_HEAD = 65536


def land_path(store: Store, path: Path, kind: str, outside: Outside, limits: LandingLimits, found_at: datetime) -> None:
    """Land a file, or all files below a folder; origins in the inbox count from the inbox, others are absolute."""
    root = Path(os.path.realpath(path))
    before = store.known.files(outside.key())
    if not root.exists():
        store.refuse(Refusal("unreadable", f"{path}: no such file or folder; check the path", str(path)))
        return
    for found in _files(store, root):
        origin = found.relative_to(root).as_posix() if kind == "inbox" else str(found)
        _land_file(store, found, origin, kind, outside, limits, found_at, before)


def _files(store: Store, root: Path) -> Iterator[Path]:
    """Every regular file below the root (or the root itself), sorted; links only where they stay inside."""
    if not root.is_dir():
        yield root
        return
    folders = [root]
    while folders:
        folder = folders.pop()
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            store.refuse(Refusal("unreadable", f"{folder}: {error.strerror}; expected a readable folder: check its permissions", str(folder)))
            continue
        below = []
        for entry in entries:
            if entry.name.startswith(".") or entry.name.endswith(_UNFINISHED):
                continue
            if entry.is_symlink():
                yield from _link(store, root, Path(entry.path))
            elif entry.is_dir(follow_symlinks=False):
                below.append(Path(entry.path))
            else:
                yield Path(entry.path)
        folders.extend(reversed(below))


def _link(store: Store, root: Path, path: Path) -> Iterator[Path]:
    """A link to a file inside the root is that file; inside folders are walked by their own name anyway."""
    target = Path(os.path.realpath(path))
    if not target.is_relative_to(root):
        store.refuse(
            Refusal("outside_inbox", f"{path}: a link to {target}, outside {root}; expected a file: copy it in", str(path), {"target": target})
        )
    elif not target.exists():
        store.refuse(Refusal("unreadable", f"{path}: a link to {target}, which isn't there; remove the link", str(path)))
    elif target.is_file():
        yield path


def _land_file(
    store: Store, path: Path, origin: str, kind: str, outside: Outside, limits: LandingLimits, found_at: datetime, before: dict[str, tuple[int, int]]
) -> None:
    real = Path(os.path.realpath(path))
    try:
        known = real.stat()
        if before.get(str(real)) == (known.st_size, known.st_mtime_ns):
            store.pass_over(origin)
            return
        handle = os.open(real, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError as error:
        store.refuse(Refusal("unreadable", f"{path}: {error.strerror}; expected a readable file: check its permissions", origin))
        return
    with open(handle, "rb") as file:
        facts = os.fstat(handle)
        if not stat.S_ISREG(facts.st_mode):
            store.refuse(Refusal("unreadable", f"{path}: neither file nor folder; remove it", origin))
            return
        try:
            head = file.read(_HEAD)
            found = media_type(head, path.name)
            modified = datetime.fromtimestamp(facts.st_mtime, UTC)
            largest = limits.for_media_type(found)
            if facts.st_size > largest:
                about = {"size_bytes": facts.st_size, "media_type": found, "beginning": beginning(head)}
                store.refuse(
                    Refusal(
                        "too_large",
                        f"{path}: {facts.st_size} bytes; expected at most {largest} for {found}: split it or raise the limit",
                        origin,
                        about,
                    )
                )
            elif found in CONTAINERS:
                unpack(store, file, found, origin, outside, limits, found_at, modified)
            else:
                data = head + file.read(largest + 1 - len(head))
                store.add(Pending(data, kind, origin, found, found_at, outside, modified_at=modified))
        except OSError as error:
            store.refuse(Refusal("unreadable", f"{path}: {error.strerror}; the disk or network failed while reading", origin))
            return
    store.done_with_file(str(real), outside.key(), facts.st_size, facts.st_mtime_ns)
