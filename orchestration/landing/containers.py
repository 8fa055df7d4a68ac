"""Archives and WARC files: taken apart in a stream, each member landed as a document, everything bounded.

Members' names are never used as paths. A broken or endless archive keeps what came before the break.
"""

from __future__ import annotations

import gzip
import tarfile
import zipfile
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import PurePosixPath
from typing import IO, cast

from orchestration.landing.documents import LandingLimits, Outside, Pending, Refusal
from orchestration.landing.store import Store
from orchestration.landing.warc import land_warc
from transforms.articles.decoding import beginning
from transforms.articles.formats import CONTAINERS, GZIP, TAR, WARC, ZIP, media_type

_BROKEN = (EOFError, zlib.error, gzip.BadGzipFile, tarfile.TarError, zipfile.BadZipFile, NotImplementedError)


@dataclass(slots=True)
class Archive:
    """An archive that is being taken apart, and what it has cost so far."""

    store: Store
    origin: str
    outside: Outside
    limits: LandingLimits
    found_at: datetime
    members: int = 0
    unpacked_bytes: int = 0

    def refuse(self, reason: str, detail: str, member: str = "", **about: object) -> None:
        """Note a member (or the archive) that can't be taken in."""
        origin = f"{self.origin}!{member}" if member else self.origin
        self.store.refuse(Refusal(reason, f"{origin}: {detail}", origin, about))

    def may_go_on(self, size: int) -> bool:
        """Count a member of this size; False, with a refusal, when the archive has cost enough."""
        self.members += 1
        self.unpacked_bytes += size
        if self.members > self.limits.max_archive_members:
            self.refuse("archive_limit", f"more than {self.limits.max_archive_members} members; split the archive or raise the limit")
            return False
        if self.unpacked_bytes > self.limits.max_archive_bytes:
            self.refuse("archive_limit", f"unpacks to more than {self.limits.max_archive_bytes} bytes; split the archive or raise the limit")
            return False
        return True

    def is_wanted(self, name: str, *, is_file: bool, packed: int | None, size: int) -> bool:
        """Whether a member is a plain file with a harmless name and ratio; what isn't is refused, hidden files are passed over."""
        path = PurePosixPath(name.replace("\\", "/"))
        if path.is_absolute() or ".." in path.parts:
            self.refuse("outside_inbox", "the member's name leads out of the archive; expected a relative path", name)
        elif not is_file:
            self.refuse("outside_inbox", "the member is a link or a device; expected a file", name)
        elif packed is not None and size > 1_000_000 and size > packed * self.limits.max_expansion:
            self.refuse("archive_limit", f"{packed} bytes unpack to {size}; expected at most {self.limits.max_expansion} times as much", name)
        else:
            return not any(part.startswith((".", "__MACOSX")) for part in path.parts)
        return False

    def land(self, name: str, file: IO[bytes], modified_at: datetime | None) -> None:
        """Land one member, read up to its limit."""
        head = file.read(65536)
        found = media_type(head, name)
        if found in CONTAINERS:
            self.refuse("archive_limit", f"an archive ({found}) within an archive; unpack the outer one", name)
            return
        largest = self.limits.for_media_type(found)
        data = head + file.read(largest + 1 - len(head))
        if len(data) > largest:
            self.refuse("too_large", f"more than {largest} bytes; raise the limit for {found} or split it", name, beginning=beginning(head))
            return
        self.store.add(Pending(data, "archive_member", f"{self.origin}!{name}", found, self.found_at, self.outside, modified_at=modified_at))


def unpack(
    store: Store, file: IO[bytes], found: str, origin: str, outside: Outside, limits: LandingLimits, found_at: datetime, modified_at: datetime
) -> None:
    """Land what a .zip, .gz, .tar, .tar.gz or .warc(.gz) holds; refusals say what could not be taken."""
    archive = Archive(store, origin, outside, limits, found_at)
    file.seek(0)
    try:
        if found == ZIP:
            _zip(archive, file)
        elif found == TAR:
            _tar(archive, file)
        elif found == WARC:
            land_warc(store, file, origin, outside, limits, found_at)
        elif found == GZIP:
            _gzip(archive, file, modified_at)
    except EOFError as error:
        archive.refuse("truncated", f"ends in the middle ({error}); what came before is landed: fetch it again")
    except _BROKEN as error:
        archive.refuse("malformed", f"not a whole {found} ({' '.join(str(error).split())[:200]}); what came before is landed: pack it again")


def _zip(archive: Archive, file: IO[bytes]) -> None:
    with zipfile.ZipFile(file) as packed:
        for info in packed.infolist():
            if info.is_dir():
                continue
            if not archive.may_go_on(0):
                return
            is_file = (info.external_attr >> 16) & 0o170000 in (0, 0o100000)
            if not archive.is_wanted(info.filename, is_file=is_file, packed=info.compress_size, size=info.file_size):
                continue
            if not archive.may_go_on(info.file_size):
                return
            if info.flag_bits & 1:
                archive.refuse("unreadable", "is encrypted; unpack it with its password first", info.filename)
                continue
            try:
                with packed.open(info) as member:
                    archive.land(info.filename, member, None)
            except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
                archive.refuse("truncated" if isinstance(error, EOFError) else "malformed", f"not readable ({error}); pack it again", info.filename)


def _tar(archive: Archive, file: IO[bytes]) -> None:
    with tarfile.open(fileobj=file, mode="r|") as packed:
        for info in packed:
            if info.isdir():
                continue
            if not archive.may_go_on(info.size):
                return
            if not archive.is_wanted(info.name, is_file=info.isreg(), packed=None, size=info.size):
                continue
            member = packed.extractfile(info)
            if member is not None:
                archive.land(info.name, member, _time(info.mtime))


def _gzip(archive: Archive, file: IO[bytes], modified_at: datetime) -> None:
    """A packed tar or WARC file is taken apart, anything else is one packed document."""
    with gzip.open(file) as packed:
        inner = media_type(packed.read(65536), archive.origin.removesuffix(".gz"))
        if inner == WARC:
            file.seek(0)
            land_warc(archive.store, file, archive.origin, archive.outside, archive.limits, archive.found_at)
            return
        packed.seek(0)
        if inner == TAR:
            _tar(archive, cast("IO[bytes]", packed))
        else:
            archive.land(archive.origin.rsplit("/", 1)[-1].removesuffix(".gz"), cast("IO[bytes]", packed), modified_at)


def _time(seconds: float) -> datetime | None:
    return datetime.fromtimestamp(seconds, UTC) if 0 < seconds < 4_000_000_000 else None
