"""Publication: versions behind the link, roll-back, readers that keep a version open, what kills leave behind."""

from __future__ import annotations

import resource
import signal
import stat
import subprocess
import sys
from collections.abc import Callable

import duckdb
import pytest

from orchestration.warehouse import publish, query, records
from orchestration.warehouse.connect import connect
from orchestration.warehouse.folders import Warehouse, WarehouseError
from orchestration.warehouse.frames import Frames
from orchestration.warehouse.load import LoadResult
from tests import factories as make

Loads = Callable[[Frames], LoadResult]
ARTICLES = [make.article(name, make.TEXT + f"\n\n{name}.") for name in ("first", "second", "third", "fourth")]


def _titles(warehouse: Warehouse) -> int:
    return int(query.run(warehouse, "SELECT count(*) FROM articles").item())


def test_link_is_relative_and_the_version_read_only(loads: Loads, warehouse: Warehouse) -> None:
    result = loads(make.frames(ARTICLES[:1]))
    assert not warehouse.link.readlink().is_absolute()
    assert warehouse.link.resolve() == result.version
    assert result.version is not None
    assert stat.S_IMODE(result.version.stat().st_mode) == 0o444
    assert list(warehouse.data_folder.rglob("*.wal")) == []
    moved = warehouse.data_folder.rename(warehouse.data_folder.with_name("moved"))
    assert _titles(Warehouse(moved)) == 1


def test_last_three_versions_are_kept_and_rolled_back_to(loads: Loads, warehouse: Warehouse) -> None:
    for count in (1, 2, 3, 4):
        loads(make.frames(ARTICLES[:count]))
    kept = publish.versions(warehouse)
    assert [version.is_published for version in kept] == [True, False, False]
    publish.rollback(warehouse, reason="wrong dates")
    assert _titles(warehouse) == 3
    publish.rollback(warehouse, kept[2].name, "still wrong")
    assert _titles(warehouse) == 2
    notes = [(note["to"], note["reason"]) for note in publish.rollbacks(warehouse)]
    assert notes == [(kept[1].file.name, "wrong dates"), (kept[2].file.name, "still wrong")]
    outcomes = records.read_loads(warehouse)["outcome"].to_list()
    assert outcomes == ["published", "published", "stopped", "stopped"]
    with pytest.raises(WarehouseError, match="no version before the published one"):
        publish.rollback(warehouse)
    with pytest.raises(WarehouseError, match='version "20200101" is not kept; kept are: '):
        publish.rollback(warehouse, "20200101")
    # the next load builds on the version that was rolled back to
    loads(make.frames(ARTICLES))
    assert _titles(warehouse) == 4
    assert query.run(warehouse, "SELECT outcome FROM loads ORDER BY load_id")["outcome"].to_list() == [
        "published",
        "published",
        "stopped",
        "stopped",
        "published",
    ]


def test_load_that_readers_see_again_is_published_again(loads: Loads, warehouse: Warehouse) -> None:
    loads(make.frames(ARTICLES[:1]))
    loads(make.frames(ARTICLES[:2]))
    newest = publish.versions(warehouse)[0].name
    publish.rollback(warehouse, reason="wrong dates")
    assert records.read_loads(warehouse).select("outcome", "message").row(1)[0] == "stopped"
    publish.rollback(warehouse, newest, "they were right")
    assert records.read_loads(warehouse).select("outcome", "message").rows() == [("published", None), ("published", None)]
    # on the other branch a load that its version lacks is not
    publish.rollback(warehouse)
    loads(make.frames(ARTICLES[:3]))
    publish.rollback(warehouse, newest)
    assert records.read_loads(warehouse)["outcome"].to_list() == ["published", "published", "stopped"]
    loads(make.frames(ARTICLES[:2]))
    assert query.run(warehouse, "SELECT outcome FROM loads ORDER BY load_id")["outcome"].to_list() == [
        "published",
        "published",
        "stopped",
        "unchanged",
    ]


def test_damaged_version_is_not_rolled_back_to(loads: Loads, warehouse: Warehouse) -> None:
    loads(make.frames(ARTICLES[:1]))
    loads(make.frames(ARTICLES[:2]))
    older = publish.versions(warehouse)[1]
    older.file.chmod(0o644)
    older.file.write_bytes(b"no warehouse")
    with pytest.raises(WarehouseError, match=r"can't be read .* choose another of `claims rollback --list`"):
        publish.rollback(warehouse)
    assert _titles(warehouse) == 2


def test_unchanged_load_takes_no_place_among_the_kept(loads: Loads, warehouse: Warehouse) -> None:
    loads(make.frames(ARTICLES[:1]))
    loads(make.frames(ARTICLES[:2]))
    loads(make.frames(ARTICLES[:2]))
    assert len(publish.versions(warehouse)) == 2
    publish.rollback(warehouse)
    assert _titles(warehouse) == 1


def test_reader_keeps_its_version_and_blocks_nobody(begun: Warehouse, loads: Loads, warehouse: Warehouse) -> None:
    # another process, as within one process DuckDB shares an open file
    code = f"""import duckdb, sys
connection = duckdb.connect({str(warehouse.link)!r}, read_only=True)
for line in sys.stdin:
    print(connection.execute("SELECT count(*), (SELECT count(*) FROM claims) FROM articles").fetchone(), flush=True)
"""
    reader = subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert reader.stdin is not None
    assert reader.stdout is not None
    answers = []
    for count in (1, 2, 3):
        loads(make.frames(ARTICLES[:count]))
        reader.stdin.write("?\n")
        reader.stdin.flush()
        answers.append(reader.stdout.readline().strip())
    reader.communicate()
    assert answers == ["(1, 2)"] * 3
    assert _titles(warehouse) == 3


def test_open_connection_keeps_its_version(begun: Warehouse, loads: Loads, warehouse: Warehouse) -> None:
    with connect(warehouse) as old:
        loads(make.frames(ARTICLES[:2]))
        assert old.execute("SELECT count(*) FROM articles").fetchone() == (1,)
        assert _titles(warehouse) == 2


def test_published_warehouse_cannot_be_written(begun: Warehouse, warehouse: Warehouse) -> None:
    with pytest.raises(WarehouseError, match="read-only"):
        query.run(warehouse, "DELETE FROM claims")


def test_log_of_a_foreign_writer_is_not_replayed(begun: Warehouse, loads: Loads, warehouse: Warehouse) -> None:
    log = warehouse.link.with_name("warehouse.duckdb.wal")
    log.write_bytes(b"written by somebody who opened the link for writing")
    loads(make.frames(ARTICLES[:2]))
    assert not log.exists()
    assert _titles(warehouse) == 2


def test_leftovers_of_killed_builds_are_cleared(begun: Warehouse, loads: Loads, warehouse: Warehouse) -> None:
    (warehouse.versions_folder / "build-dead.duckdb").write_bytes(b"half")
    (warehouse.versions_folder / "build-dead.duckdb.wal").write_bytes(b"half")
    spill = warehouse.versions_folder / "build-dead.duckdb.spill"
    spill.mkdir()
    (spill / "part.tmp").write_bytes(b"half")
    (warehouse.data_folder / ".warehouse.duckdb.1.tmp").symlink_to("nowhere")
    loads(make.frames(ARTICLES[:1]))
    assert [file.name for file in warehouse.versions_folder.iterdir() if file.name.startswith("build-")] == []
    assert not (warehouse.data_folder / ".warehouse.duckdb.1.tmp").is_symlink()


def test_no_warehouse_yet(warehouse: Warehouse) -> None:
    with pytest.raises(WarehouseError, match=r"warehouse\.duckdb: there is no warehouse yet; run `claims load` first"):
        connect(warehouse)


def test_link_to_a_missing_version(begun: Warehouse, loads: Loads, warehouse: Warehouse) -> None:
    warehouse.link.resolve().unlink()
    with pytest.raises(WarehouseError, match="is missing; run `claims rollback`"):
        connect(warehouse)
    with pytest.raises(WarehouseError, match="is missing; run `claims rollback`"):
        loads(make.frames(ARTICLES[:1]))


def test_damaged_warehouse_is_named(loads: Loads, warehouse: Warehouse) -> None:
    version = loads(make.frames(ARTICLES[:1])).version
    assert version is not None
    version.chmod(0o644)
    version.write_bytes(b"not a database" * 1000)
    with pytest.raises(WarehouseError, match="could not be opened"):
        connect(warehouse)


def test_file_in_the_links_place_is_left_alone(loads: Loads, warehouse: Warehouse) -> None:
    warehouse.data_folder.mkdir(parents=True)
    warehouse.link.write_bytes(b"an analyst's own file")
    with pytest.raises(WarehouseError, match="is a file, expected a link"):
        loads(make.frames(ARTICLES[:1]))
    assert warehouse.link.read_bytes() == b"an analyst's own file"


def test_full_disk_leaves_the_published_version(begun: Warehouse, loads: Loads, warehouse: Warehouse) -> None:
    published = warehouse.link.resolve()
    # a limit on the size of files stands for a disk that fills while the copy is written
    limits, handler = resource.getrlimit(resource.RLIMIT_FSIZE), signal.getsignal(signal.SIGXFSZ)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (published.stat().st_size // 2, limits[1]))
    try:
        with pytest.raises(WarehouseError, match="the published warehouse stays as it was"):
            loads(make.frames(ARTICLES[:2]))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)
    assert warehouse.link.resolve() == published
    assert _titles(warehouse) == 1
    assert list(warehouse.versions_folder.glob("build-*")) == []
    assert records.read_loads(warehouse)["outcome"].to_list() == ["published", "failed"]


def test_too_little_room_is_said_before_building(loads: Loads, warehouse: Warehouse, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("orchestration.warehouse.build.SPACE_BYTES", 10**18)
    with pytest.raises(WarehouseError, match=r"MB free, a load needs about 1000000000000 MB; make room"):
        loads(make.frames(ARTICLES[:1]))


def test_only_one_builds_at_a_time(warehouse: Warehouse) -> None:
    waiting = publish.lock(warehouse, wait_seconds=0.1)
    with publish.lock(warehouse), pytest.raises(WarehouseError, match="another load, rollback or forget has been at work"), waiting:
        pass


def test_other_versions_of_duckdb_can_open_it(begun: Warehouse, warehouse: Warehouse) -> None:
    tags = duckdb.connect(str(warehouse.link.resolve()), read_only=True).execute("SELECT tags FROM duckdb_databases() WHERE NOT internal").fetchone()
    assert tags is not None
    assert tags[0]["storage_version"].startswith("v1.")
