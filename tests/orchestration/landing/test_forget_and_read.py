"""Takedowns leave no bytes behind and hold; reading on all cores gives what reading one by one gives, and survives its documents."""

import io
import json
import os
import time
from datetime import date

import polars as pl
import pytest

from orchestration.landing.forget import forget_documents, forgotten
from orchestration.landing.land import Sources, land
from orchestration.landing.reading import read_landed
from orchestration.landing.store import landed_bytes, landed_frame, landing_folder
from orchestration.parallel import Failure, map_bounded
from transforms.articles.limits import Limits

DAY, NEXT_DAY = date(2024, 11, 4), date(2024, 11, 5)


def record(number: int, **fields) -> dict:
    text = f"The river Ale rose by {number} metres in Alverton on Monday, the mayor told reporters."
    return {"title": f"River {number}", "publisher": "Gazette", "published": "2024-10-28", "text": text} | fields


@pytest.fixture
def inbox(tmp_path):
    folder = tmp_path / "inbox"
    folder.mkdir()
    (folder / "one.json").write_text(json.dumps(record(1, url="https://gazette.example/one")))
    (folder / "many.jsonl").write_text("".join(json.dumps(record(number)) + "\n" for number in (2, 3, 4)))
    pl.DataFrame([record(5), record(6)]).write_csv(folder / "table.csv")
    pl.DataFrame([record(7), record(8)]).write_parquet(folder / "table.parquet")
    return folder


def titles(data, day=DAY) -> list[str]:
    return read_landed(data, landed_frame(data, day), Limits())[0]["title"].sort().to_list()


def everything(data) -> bytes:
    """All bytes of the landing zone's files, Parquet ones unpacked."""
    files = [path for path in landing_folder(data).rglob("*") if path.is_file()]
    contents = [path.read_bytes() for path in files]
    return b"\n".join(
        pl.read_parquet(io.BytesIO(content)).write_ndjson().encode() if content.startswith(b"PAR1") else content for content in contents
    )


def test_forgotten_articles_are_gone_the_others_stay(tmp_path, inbox):
    data = tmp_path / "data"
    articles, _ = read_landed(data, land(data, DAY, Sources(inbox=inbox)), Limits())
    gone = articles.filter(pl.col("title").is_in(["River 1", "River 3", "River 6", "River 7"]))
    assert forget_documents(data, articles=gone.to_dicts(), why="asked for") == 4
    assert titles(data) == ["River 2", "River 4", "River 5", "River 8"]
    for number in (1, 3, 6, 7):
        assert f"rose by {number} metres".encode() not in everything(data)
    kept = dict(read_landed(data, landed_frame(data, DAY), Limits())[0].select("title", "article_id").iter_rows())
    assert kept == dict(articles.filter(pl.col("title").is_in(list(kept))).select("title", "article_id").iter_rows())


def test_a_forgotten_article_does_not_come_back(tmp_path, inbox):
    data = tmp_path / "data"
    articles, _ = read_landed(data, land(data, DAY, Sources(inbox=inbox)), Limits())
    forget_documents(data, articles=articles.filter(title="River 1").to_dicts())
    for path in landing_folder(data).glob("known.sqlite*"):
        path.unlink()
    (inbox / "again.json").write_text(json.dumps(record(1, url="https://www.gazette.example/one?utm_source=x", section="Local")))
    _, quarantine = read_landed(data, land(data, NEXT_DAY, Sources(inbox=inbox)), Limits())
    assert quarantine["reason"].to_list() == ["forgotten"]
    assert titles(data, NEXT_DAY) == []


def test_a_forgotten_document_and_address_are_tombstones(tmp_path, inbox):
    data = tmp_path / "data"
    landed = land(data, DAY, Sources(inbox=inbox))
    document_id = landed.filter(origin="many.jsonl")["document_id"][0]
    assert forget_documents(data, document_ids=[document_id], urls=["http://gazette.example/one"]) == 1
    stones = forgotten(data)
    assert (stones.document_ids, stones.urls) == ({document_id}, {"https://gazette.example/one"})
    os.utime(inbox / "many.jsonl", (0, 0))
    assert land(data, NEXT_DAY, Sources(inbox=inbox)).is_empty()


def test_many_documents_are_read_side_by_side_as_one_by_one(tmp_path):
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    paragraphs = "".join(
        f"<p>The river Ale rose by {number} metres in Alverton on Monday, the mayor told reporters there.</p>" for number in range(9)
    )
    for number in range(60):
        head = f'<title>River {number}</title><meta property="article:published_time" content="2024-10-28">'
        (inbox / f"{number:02}.html").write_text(
            f"<html><head>{head}</head><body><h1>River {number}</h1>{paragraphs}{'<!-- x -->' * 600}</body></html>"
        )
    (inbox / "61.pdf").write_bytes(b"%PDF-1.7 broken")
    landed = land(tmp_path / "data", DAY, Sources(paths=(inbox,), publisher="Gazette"))
    done = []
    side_by_side = read_landed(tmp_path / "data", landed, Limits(), workers=2, progress=lambda number, count: done.append((number, count)))
    from transforms.articles.read import read_documents

    one_by_one = read_documents(landed, lambda path: landed_bytes(tmp_path / "data", path))
    assert side_by_side[0].equals(one_by_one[0])
    assert side_by_side[1].equals(one_by_one[1])
    assert (side_by_side[0].height, side_by_side[1].height, done[-1]) == (60, 1, (61, 61))


def misbehave(number: int) -> int:
    if number == 3:
        time.sleep(60)
    if number == 5:
        raise KeyError("five")
    if number == 7:
        os.kill(os.getpid(), 9)
    if number == 9:
        return len(bytearray(10**11))
    return number * number


def test_what_breaks_or_holds_up_a_process_costs_only_itself():
    found = list(map_bounded(misbehave, range(40), workers=2, timeout_seconds=5))
    failures = {number: result.kind for number, result in enumerate(found) if isinstance(result, Failure)}
    assert failures == {3: "timeout", 5: "crash", 7: "crash", 9: "memory"}
    assert [result for result in found if not isinstance(result, Failure)] == [n * n for n in range(40) if n not in failures]
    assert "five" in found[5].detail


def test_a_long_file_is_read_in_shares_in_its_own_order(tmp_path, monkeypatch):
    from orchestration.landing import reading

    monkeypatch.setattr(reading, "SHARE_BYTES", 500)
    monkeypatch.setattr(reading, "SERIAL_BYTES", 0)
    (tmp_path / "many.jsonl").write_text("".join(json.dumps(record(number)) + "\n" for number in range(30)) + "{broken\n")
    landed = land(tmp_path / "data", DAY, Sources(paths=(tmp_path / "many.jsonl",)))
    articles, quarantine = read_landed(tmp_path / "data", landed, Limits(), workers=2)
    assert articles["title"].to_list() == [f"River {number}" for number in range(30)]
    assert quarantine["reason"].to_list() == ["malformed"]
