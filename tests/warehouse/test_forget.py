"""Taking an article out: nothing of its text stays in any file, the other articles stay whole."""

from __future__ import annotations

import shutil
from datetime import timedelta

import pytest

from orchestration.kept import Kept
from orchestration.landing.forget import forgotten
from orchestration.warehouse import publish, query, records
from orchestration.warehouse.audit import audit
from orchestration.warehouse.connect import connect
from orchestration.warehouse.folders import Warehouse, WarehouseError
from orchestration.warehouse.forget import forget
from orchestration.warehouse.frames import Frames
from orchestration.warehouse.load import load
from tests import factories as make

SECRET = "Quillon"
TUESDAY = make.DAY + timedelta(days=1)


def _secret_frames() -> list[Frames]:
    """Two days: an article that names Quillon, then its changed text with a quarantined number, beside another article."""
    text = make.TEXT + f"\n\nThe house of {SECRET} was lost."
    first = make.frames([make.article("secret", text), make.article("open")])
    changed = make.article("secret", text.replace("Flood", "Great flood"), TUESDAY)
    second = make.frames([changed], [TUESDAY])
    lost = {
        "quarantine_id": "q1", "stage": "claims", "reason": "expectation", "detail": "…", "origin": "x", "document_id": None,
        "row_json": f'{{"article_id": "{changed["article_id"]}", "sentence": "{SECRET}"}}', "arrival_date": TUESDAY,
    }  # fmt: skip
    return [first, Frames(second.days, **{name: make.frame(name, [lost]) if name == "quarantine" else second[name] for name in make.FRAME_TABLES})]


def _files_with(warehouse: Warehouse, words: str) -> list[str]:
    return [str(file) for file in warehouse.data_folder.rglob("*") if file.is_file() and words.encode() in file.read_bytes()]


@pytest.fixture(scope="module")
def three_loads(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    warehouse = Warehouse(tmp_path_factory.mktemp("three") / "data")
    third = TUESDAY + timedelta(days=1)
    last = make.frames([make.article("third", make.TEXT + "\n\nThird.", third)], [third])
    for number, frames in enumerate([*_secret_frames(), last]):
        load(warehouse, make.store(warehouse, frames), make.record(number + 1, frames.days[0]))
    readings = make.pl.DataFrame({"key": ["k"], "text": [f"The house of {SECRET}."]})
    Kept(warehouse.assets_folder, "articles", {"text": make.pl.String()}).keep(make.DAY, readings)
    article = _secret_frames()[0].articles.row(0, named=True)
    sample = f'[{{"article_id": "{article["article_id"]}", "sentence": "{SECRET}"}}]'
    checks = records.read_checks(warehouse, [make.record(1).load_id])
    records.write_checks(
        warehouse,
        make.record(1).load_id,
        "claims",
        checks.with_columns(make.pl.lit(sample).alias("sample_json"), make.pl.lit("claims").alias("table_name")),
        "",
    )
    return warehouse


@pytest.fixture
def loaded(three_loads: Warehouse, warehouse: Warehouse) -> Warehouse:
    shutil.copytree(three_loads.data_folder, warehouse.data_folder, symlinks=True)
    return warehouse


@pytest.mark.parametrize("by", ["id", "url"])
def test_article_is_taken_out_of_every_file(loaded: Warehouse, by: str) -> None:
    article = _secret_frames()[0].articles.row(0, named=True)
    kept = len(publish.versions(loaded))
    assert _files_with(loaded, SECRET)
    assert kept == 3
    assert list(loaded.assets_folder.glob("kept/*/*"))
    done = forget(loaded, article["article_id"] if by == "id" else article["url"], "takedown request")
    assert (done.article_ids, done.version_count) == ((article["article_id"],), 3)
    assert _files_with(loaded, SECRET) == []
    assert list(loaded.assets_folder.glob("kept/*/*")) == []
    assert len(publish.versions(loaded)) == kept
    for table in ("articles", "article_arrivals", "mentions", "dates", "claims", "claims_superseded"):
        assert query.run(loaded, f"SELECT count(*) FROM {table} WHERE article_id = '{article['article_id']}'").item() == 0
    assert query.run(
        loaded,
        "SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM claims), (SELECT count(*) FROM quarantine), (SELECT count(*) FROM landed)",
    ).row(0) == (2, 4, 0, 2)
    assert query.run(loaded, "SELECT claim_count FROM sources").rows() == [(2,)]
    with connect(loaded) as connection:
        assert audit(connection).stopping == []
    stones = forgotten(loaded.data_folder)
    assert article["article_id"] in stones.article_ids
    assert article["canonical_url"] in stones.urls


def test_forgotten_article_does_not_come_back_with_a_roll_back(loaded: Warehouse) -> None:
    forget(loaded, _secret_frames()[0].articles["article_id"][0])
    publish.rollback(loaded)
    assert query.run(loaded, "SELECT count(*) FROM articles").item() == 1


def test_other_days_load_after_it(loaded: Warehouse) -> None:
    forget(loaded, _secret_frames()[0].articles["article_id"][0])
    fourth = make.store(loaded, make.frames([make.article("fourth", make.TEXT + "\n\nFourth.")]))
    assert load(loaded, fourth, make.record(9)).outcome == "published"


def test_unknown_id_is_an_error_and_an_unknown_address_gets_its_tombstone(loaded: Warehouse) -> None:
    with pytest.raises(WarehouseError, match='"ffff": no article has this id'):
        forget(loaded, "ffff")
    assert forget(loaded, "https://lennpost.example/never-seen").article_ids == ()
    assert "https://lennpost.example/never-seen" in forgotten(loaded.data_folder).urls
