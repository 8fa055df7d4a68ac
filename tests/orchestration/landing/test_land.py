"""Files, folders and standard input: landed once, as they came; what can't be taken in has a reason."""

import json
import os
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

import pytest

from orchestration.landing.documents import LandingLimits
from orchestration.landing.land import Sources, land
from orchestration.landing.store import landed_bytes, landed_days, landed_frame, landing_folder, landing_quarantine
from transforms.schema import LANDED, QUARANTINE

DAY, NEXT_DAY = date(2024, 11, 4), date(2024, 11, 5)
ARTICLE = "---\npublisher: Gazette\npublished: 2024-10-28\n---\nRiver rises\n\nThe river Ale rose by two metres on Monday."


@pytest.fixture
def inbox(tmp_path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


@pytest.fixture
def data(tmp_path) -> Path:
    return tmp_path / "data"


def reasons(data: Path, day: date = DAY) -> list[str]:
    return landing_quarantine(data, day)["reason"].to_list()


def test_files_are_stored_as_they_came(data, inbox):
    (inbox / "Gazette").mkdir()
    (inbox / "Gazette" / "river.md").write_text(ARTICLE)
    frame = land(data, DAY, Sources(inbox=inbox))
    assert frame.schema == LANDED.frame_schema()
    row = frame.row(0, named=True)
    assert (row["origin"], row["origin_kind"], row["media_type"]) == ("Gazette/river.md", "inbox", "text/markdown")
    assert landed_bytes(data, row["stored_path"]) == ARTICLE.encode()
    assert (inbox / "Gazette" / "river.md").exists()


def test_landing_again_adds_nothing_on_this_day_or_the_next(data, inbox):
    (inbox / "a.txt").write_text(ARTICLE)
    (inbox / "b.txt").write_text(ARTICLE)
    first = land(data, DAY, Sources(inbox=inbox))
    assert first.height == 1
    assert land(data, DAY, Sources(inbox=inbox)).equals(first)
    os.utime(inbox / "a.txt", (0, 0))
    assert land(data, NEXT_DAY, Sources(inbox=inbox)).is_empty()
    assert landed_days(data) == [DAY]


def test_a_changed_file_is_a_new_document(data, inbox):
    (inbox / "a.txt").write_text(ARTICLE)
    land(data, DAY, Sources(inbox=inbox))
    (inbox / "a.txt").write_text(ARTICLE + " Two are missing.")
    assert land(data, NEXT_DAY, Sources(inbox=inbox)).height == 1


def test_the_same_bytes_with_another_publisher_given_are_another_document(data, inbox):
    (inbox / "a.txt").write_text(ARTICLE)
    land(data, DAY, Sources(paths=(inbox,)))
    frame = land(data, DAY, Sources(paths=(inbox,), publisher="Herald", published="2024-10-29"))
    assert frame["given_publisher"].to_list() == [None, "Herald"]


def test_thousands_of_old_files_cost_little(data, inbox):
    for number in range(5_000):
        (inbox / f"{number}.txt").write_text(f"{ARTICLE} {number}")
    assert land(data, DAY, Sources(inbox=inbox)).height == 5_000
    started = time.monotonic()
    land(data, NEXT_DAY, Sources(inbox=inbox))
    assert time.monotonic() - started < 3


def test_the_index_is_rebuilt_from_the_days(data, inbox):
    (inbox / "a.txt").write_text(ARTICLE)
    first = land(data, DAY, Sources(inbox=inbox))
    for damage in ("missing", "broken"):
        index = landing_folder(data) / "known.sqlite"
        for path in landing_folder(data).glob("known.sqlite*"):
            path.unlink()
        if damage == "broken":
            index.write_bytes(b"this is no database" * 1000)
        assert land(data, DAY, Sources(inbox=inbox)).equals(first)


def test_standard_input_and_examples(data, tmp_path):
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "a.md").write_text(ARTICLE + " More.")
    frame = land(data, DAY, Sources(paths=(seeds,), standard_input=ARTICLE.encode(), published="2024-10-28", example_folders=(seeds,)))
    assert frame["origin_kind"].to_list() == ["file", "stdin"]
    assert frame["is_example"].to_list() == [True, False]


def test_a_link_out_of_the_inbox_is_refused(data, inbox, tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text(ARTICLE)
    (tmp_path / "folder").mkdir()
    (inbox / "secret.txt").symlink_to(secret)
    (inbox / "folder").symlink_to(tmp_path / "folder")
    (inbox / "loop").symlink_to(inbox)
    (inbox / "nowhere").symlink_to(inbox / "missing.txt")
    assert land(data, DAY, Sources(inbox=inbox)).is_empty()
    assert sorted(reasons(data)) == ["outside_inbox", "outside_inbox", "unreadable"]
    assert landing_quarantine(data, DAY).schema == QUARANTINE.frame_schema()


def test_a_path_that_is_not_there_is_refused(data, tmp_path):
    land(data, DAY, Sources(paths=(tmp_path / "nothing",)))
    assert reasons(data) == ["unreadable"]


UNREADABLE = """
import os, sys
from datetime import date
from pathlib import Path
from orchestration.landing.land import Sources, land
from orchestration.landing.store import landing_quarantine
base = Path(sys.argv[1])
if os.geteuid() == 0:
    os.setegid(65534)
    os.seteuid(65534)
frame = land(base / "data", date(2024, 11, 4), Sources(inbox=base / "inbox"))
print(frame.height, sorted(landing_quarantine(base / "data", date(2024, 11, 4))["reason"]))
"""


def test_an_unreadable_folder_and_file_are_refused_and_the_rest_lands():
    with tempfile.TemporaryDirectory() as name:
        base, inbox = Path(name), Path(name) / "inbox"
        (inbox / "closed").mkdir(parents=True)
        (inbox / "closed" / "a.txt").write_text(ARTICLE)
        (inbox / "closed.txt").write_text(ARTICLE)
        (inbox / "open.txt").write_text(ARTICLE)
        (inbox / "closed").chmod(0)
        (inbox / "closed.txt").chmod(0)
        base.chmod(0o777)
        run = subprocess.run([sys.executable, "-c", UNREADABLE, name], capture_output=True, text=True, check=False, timeout=120)
        (inbox / "closed").chmod(0o700)
    assert run.stdout.strip() == "1 ['unreadable', 'unreadable']", run.stderr


def test_special_files_are_refused_without_waiting_for_them(data, inbox):
    os.mkfifo(inbox / "pipe.txt")
    (inbox / "a.txt").write_text(ARTICLE)
    assert land(data, DAY, Sources(inbox=inbox)).height == 1
    assert reasons(data) == ["unreadable"]


def test_fifty_megabytes_of_one_line_are_refused_without_reading_them(data, inbox):
    with (inbox / "long.txt").open("wb") as file:
        for _ in range(50):
            file.write(b"300 people " * 95_326)
    (inbox / "a.txt").write_text(ARTICLE)
    assert land(data, DAY, Sources(inbox=inbox)).height == 1
    row = landing_quarantine(data, DAY).row(0, named=True)
    assert (row["reason"], row["origin"]) == ("too_large", "long.txt")
    assert json.loads(row["row_json"])["beginning"].startswith("300 people")
    land(data, NEXT_DAY, Sources(inbox=inbox))
    assert reasons(data, NEXT_DAY) == []


def test_a_file_over_a_lower_limit_is_refused(data, inbox):
    (inbox / "a.txt").write_text(ARTICLE)
    land(data, DAY, Sources(inbox=inbox, limits=LandingLimits(max_document_bytes=50)))
    assert reasons(data) == ["too_large"]


KILLED = """
import os, sys, threading, time
from datetime import date
from pathlib import Path
from orchestration.landing import store
from orchestration.landing.land import Sources, land
store.BATCH_DOCUMENTS = 20
threading.Thread(target=lambda: (time.sleep(float(sys.argv[2])), os.kill(os.getpid(), 9)), daemon=True).start()
base = Path(sys.argv[1])
land(base / "data", date(2024, 11, 4), Sources(inbox=base / "inbox"))
"""


def test_a_kill_at_any_moment_loses_nothing(data, inbox, tmp_path):
    for number in range(400):
        (inbox / f"{number}.txt").write_text(f"{ARTICLE} {number}")
    for seconds in (0.03, 0.1, 0.2):
        subprocess.run([sys.executable, "-c", KILLED, str(tmp_path), str(seconds)], check=False, timeout=60)
        for row in landed_frame(data, DAY).iter_rows(named=True):
            assert len(landed_bytes(data, row["stored_path"])) == row["size_bytes"]
    frame = land(data, DAY, Sources(inbox=inbox))
    assert frame.height == frame["document_id"].n_unique() == 400
    assert not list(landing_folder(data).glob("*/.*.tmp"))


def test_two_landings_at_once_store_each_document_once(data, inbox, tmp_path):
    for number in range(300):
        (inbox / f"{number}.txt").write_text(f"{ARTICLE} {number}")
    runs = [subprocess.Popen([sys.executable, "-c", KILLED, str(tmp_path), "100"]) for _ in range(2)]
    assert [run.wait(60) for run in runs] == [0, 0]
    frame = landed_frame(data, DAY)
    assert frame.height == frame["document_id"].n_unique() == 300
