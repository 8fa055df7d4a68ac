"""What was read once is not read again, reads the same as fresh, and is read anew when anything that it depends on has changed."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from orchestration import extraction, kept
from orchestration.kept import Kept
from orchestration.landing import reading
from orchestration.landing.forget import forget_documents
from orchestration.landing.land import Sources, land
from orchestration.landing.store import landed_frame
from orchestration.parallel import Failure
from tests.orchestration.landing.test_forget_and_read import inbox
from tests.orchestration.test_extraction import articles
from transforms.articles.limits import Limits

__all__ = ["inbox"]
DAY = date(2024, 11, 4)
ARRIVAL = date(2025, 3, 13)


@pytest.fixture
def extracted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the articles that were extracted, in order."""
    seen: list[str] = []
    extract = extraction.extract

    def noting(article: extraction.ArticleText) -> extraction.Extraction:
        seen.append(article.article_id)
        return extract(article)

    monkeypatch.setattr(extraction, "extract", noting)
    return seen


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The origins of the documents that were read, in order."""
    seen: list[str] = []
    read_document = reading.read_document

    def noting(data: bytes, row: dict, *arguments: object) -> list[dict]:
        seen.append(row["origin"])
        return read_document(data, row, *arguments)

    monkeypatch.setattr(reading, "read_document", noting)
    return seen


@pytest.fixture
def texts(inbox: Path) -> Path:
    """An inbox without files that only other processes may read."""
    for file in inbox.glob("table.*"):
        file.unlink()
    return inbox


def store(folder: Path, afresh: bool = False) -> Kept:
    return Kept(folder, "mentions_and_dates", extraction.KEPT_COLUMNS, afresh)


def store_of_documents(folder: Path) -> Kept:
    return Kept(folder, "articles", reading.KEPT_COLUMNS)


def files(folder: Path) -> list[Path]:
    return sorted((folder / "kept").rglob("*.parquet"))


def same(found: tuple[pl.DataFrame, ...], expected: tuple[pl.DataFrame, ...]) -> None:
    for one, other in zip(found, expected, strict=True):
        assert_frame_equal(one, other)


def test_kept_extractions_are_those_of_a_fresh_one_in_its_order(tmp_path: Path, extracted: list[str]) -> None:
    frame = articles(6)
    nothing_said = frame[:1].with_columns(pl.lit("no-numbers").alias("article_id"), pl.lit("Nothing\n\nNobody said a thing.").alias("text"))
    frame = pl.concat([frame[:3], nothing_said, frame[3:]])
    fresh = extraction.extract_articles(frame)
    extraction.extract_articles(frame[[5, 1, 3]], kept=store(tmp_path))
    extracted.clear()
    same(extraction.extract_articles(frame, kept=store(tmp_path)), fresh)
    assert extracted == frame[[0, 2, 4, 6]]["article_id"].to_list()
    extracted.clear()
    same(extraction.extract_articles(frame, kept=store(tmp_path)), fresh)
    same(extraction.extract_articles(frame[::-1], kept=store(tmp_path)), extraction.extract_articles(frame[::-1]))
    assert extracted == frame[::-1]["article_id"].to_list()


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("text", pl.lit("Report A\n\nAt least 9 people were killed in Osk on Tuesday, police said.")),
        ("article_id", pl.lit("another")),
        ("text_hash", pl.lit("another")),
        ("published_on", pl.lit(date(2025, 3, 10))),
        ("publisher", pl.lit("The Test")),
        ("title", pl.lit("Report A")),
        ("marked_spans", pl.lit('[[0, 6, "furniture"]]')),
        ("arrival_date", pl.lit(date(2025, 3, 14))),
    ],
)
def test_a_changed_article_is_extracted_anew(tmp_path: Path, extracted: list[str], column: str, value: pl.Expr) -> None:
    frame = articles(2)
    extraction.extract_articles(frame, kept=store(tmp_path))
    changed = frame.with_columns(pl.when(pl.int_range(pl.len()) == 0).then(value).otherwise(column).alias(column))
    fresh = extraction.extract_articles(changed)
    extracted.clear()
    same(extraction.extract_articles(changed, kept=store(tmp_path)), fresh)
    assert extracted == [changed["article_id"][0]]


def test_other_rules_extract_all_anew(tmp_path: Path, extracted: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    frame = articles(2)
    extraction.extract_articles(frame, kept=store(tmp_path))
    extracted.clear()
    monkeypatch.setattr(kept, "rules", lambda: "0.1.0+00000000")
    extraction.extract_articles(frame, kept=store(tmp_path))
    assert len(extracted) == 2


def test_the_rules_name_the_extractor_and_what_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    before = kept.rules()
    monkeypatch.setattr(kept, "extractor_version", lambda: "another")
    assert kept.rules.__wrapped__() != before
    monkeypatch.undo()
    monkeypatch.setattr(kept.importlib.metadata, "distributions", list)
    assert kept.rules.__wrapped__() != before


def test_afresh_extracts_all_anew(tmp_path: Path, extracted: list[str]) -> None:
    frame = articles(2)
    extraction.extract_articles(frame, kept=store(tmp_path))
    extraction.extract_articles(frame, kept=store(tmp_path, afresh=True))
    assert len(extracted) == 4


def test_an_extraction_that_raised_is_tried_again(tmp_path: Path, extracted: list[str]) -> None:
    frame = articles(1).with_columns(pl.lit('[["not", "numbers", 3]]').alias("marked_spans"))
    for _ in range(2):
        _, _, faults = extraction.extract_articles(frame, kept=store(tmp_path))
        assert faults["reason"].to_list() == ["extraction_error"]
    assert len(extracted) == 2


def _cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-100])


def _turn_a_bit(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)


def _fill_with_something_else(file: Path) -> None:
    file.write_bytes(b"no Parquet")


def _other_columns(file: Path) -> None:
    pl.DataFrame({"key": ["a"]}).write_parquet(file)
    file.rename(file.with_name(f"{ARRIVAL}-{kept._digest(file.read_bytes())}.parquet"))


@pytest.mark.parametrize("damage", [_cut, _turn_a_bit, _fill_with_something_else, _other_columns, Path.unlink])
def test_a_damaged_or_missing_store_only_costs_time(tmp_path: Path, extracted: list[str], damage: Callable[[Path], None]) -> None:
    frame = articles(3)
    fresh = extraction.extract_articles(frame, kept=store(tmp_path))
    damage(files(tmp_path)[0])
    extracted.clear()
    same(extraction.extract_articles(frame, kept=store(tmp_path)), fresh)
    assert len(extracted) == 3
    same(extraction.extract_articles(frame, kept=store(tmp_path)), fresh)
    assert len(extracted) == 3


def test_where_nothing_can_be_kept_the_load_goes_on(tmp_path: Path, extracted: list[str]) -> None:
    (tmp_path / "kept").write_text("a file where the folder should be")
    for _ in range(2):
        assert not extraction.extract_articles(articles(1), kept=store(tmp_path))[0].is_empty()
    assert len(extracted) == 2


def test_nothing_is_kept_of_articles_that_are_gone(tmp_path: Path) -> None:
    frame = articles(3)
    extraction.extract_articles(frame, kept=store(tmp_path))
    extraction.extract_articles(frame[:1], kept=store(tmp_path))
    assert len(files(tmp_path)) == 1
    assert store(tmp_path).of(ARRIVAL).height == 1


def read_all(data: Path, **arguments: object) -> tuple[pl.DataFrame, pl.DataFrame]:
    return reading.read_landed(data, landed_frame(data, DAY), Limits(), **arguments)


def test_kept_documents_are_those_of_a_fresh_reading_in_its_order(tmp_path: Path, inbox: Path, read: list[str]) -> None:
    (inbox / "mixed.jsonl").write_text('{"text": 7}\n' + (inbox / "many.jsonl").read_text() + '{"text": "A word."}\n')
    (inbox / "page.html").write_text("<html><body><article><p>Nobody knows when.</p></article></body></html>")
    land(tmp_path, DAY, Sources(inbox=inbox))
    store = store_of_documents(tmp_path / "assets")
    fresh = read_all(tmp_path)
    assert fresh[1].height >= 3
    same(read_all(tmp_path, kept=store), fresh)
    read.clear()
    progress: list[tuple[int, int]] = []
    same(read_all(tmp_path, kept=store, progress=lambda done, total: progress.append((done, total))), fresh)
    assert (read, progress[-1]) == ([], (6, 6))
    (inbox / "a_late_one.txt").write_text(
        "---\npublished: 2024-10-28\npublisher: Gazette\n---\nThe river Ale rose by 9 metres in Alverton, the mayor told reporters."
    )
    land(tmp_path, DAY, Sources(inbox=inbox))
    same(read_all(tmp_path, kept=store), read_all(tmp_path))
    assert read[:1] == ["a_late_one.txt"]


def test_other_limits_and_cut_bytes_are_read_anew(tmp_path: Path, texts: Path, read: list[str]) -> None:
    land(tmp_path, DAY, Sources(inbox=texts))
    store = store_of_documents(tmp_path / "assets")
    articles, _ = read_all(tmp_path, kept=store)
    forget_documents(tmp_path, articles=articles.filter(title="River 3").to_dicts())
    read.clear()
    left, _ = read_all(tmp_path, kept=store)
    assert read == ["many.jsonl"]
    assert sorted(left["title"]) == sorted(set(articles["title"]) - {"River 3"})
    reading.read_landed(tmp_path, landed_frame(tmp_path, DAY), Limits(min_words=5), kept=store)
    assert len(read) == 3


def test_what_took_too_long_is_tried_again(tmp_path: Path, texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    land(tmp_path, DAY, Sources(inbox=texts))
    store = store_of_documents(tmp_path / "assets")
    with monkeypatch.context() as patch:
        patch.setattr(reading, "_read", lambda *_: Failure("timeout", "took longer than 30 seconds"))
        assert set(read_all(tmp_path, kept=store)[1]["reason"]) == {"timeout"}
    articles, faults = read_all(tmp_path, kept=store)
    assert (articles.height, faults.height) == (4, 0)
