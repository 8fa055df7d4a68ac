"""How a document looks once it is landed, for the readers' tests."""

from datetime import UTC, date, datetime

import pytest

from transforms.articles.formats import media_type
from transforms.articles.read import read_document

FOUND_AT = datetime(2024, 11, 4, 3, 0, tzinfo=UTC)


def landed_row(name: str, data: bytes, **given) -> dict:
    """A row of the landed frame for these bytes, found in the inbox on 4 November 2024 unless given otherwise."""
    row = {
        "document_id": f"id of {name}", "arrival_date": date(2024, 11, 4), "found_at": FOUND_AT, "origin_kind": "inbox", "origin": name,
        "stored_path": name, "size_bytes": len(data), "media_type": media_type(data[:65536], name), "http_status": None, "headers": None,
        "given_publisher": None, "given_published": None, "given_country": None, "given_zone": None, "modified_at": None, "is_example": False,
    }  # fmt: skip
    return row | given


@pytest.fixture(scope="session")
def read():
    """Rows of one document: read(name, data, **landed columns)."""

    def read_one(name: str, data: bytes | str, **given) -> list[dict]:
        raw = data.encode() if isinstance(data, str) else data
        return read_document(raw, landed_row(name, raw, **given))

    return read_one


@pytest.fixture(scope="session")
def reason(read):
    """The reasons for which a document is quarantined; each detail names the document."""

    def reasons(name: str, data: bytes | str, **given) -> list[str]:
        rows = read(name, data, **given)
        assert all(name in row["detail"] for row in rows if "reason" in row)
        return [row.get("reason", "article") for row in rows]

    return reasons
