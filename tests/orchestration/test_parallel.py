"""Worker processes end when the process that started them is killed, idle or at work."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from orchestration.settings import PROJECT

WAIT_SECONDS = 60
EXTRACTION = """
from orchestration import extraction
from transforms.extract import ArticleText
texts = [ArticleText("At least 12 people were killed in Osk on Tuesday, police said.") for _ in range(64)]
outcomes = extraction._parallel(texts, 2)
next(outcomes)
"""
READING = """
import time
from orchestration.parallel import map_bounded
outcomes = map_bounded(time.sleep, [0.0, 0.0, *[600.0] * 40], 2, 600.0)
next(outcomes)
"""
THEN_WAIT = "print('ready', flush=True)\nimport time\ntime.sleep(600)\n"


def group_members(group: int) -> set[int]:
    """The living processes of a process group."""
    found = set()
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[2]) == group and fields[0] not in "ZX":
            found.add(int(folder.name))
    return found


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for processes in /proc")
@pytest.mark.parametrize("work", [EXTRACTION, READING], ids=["extraction", "reading"])
def test_workers_end_when_their_parent_is_killed(work: str) -> None:
    script = "if __name__ == '__main__':\n" + "".join(f"    {line}\n" for line in (work + THEN_WAIT).strip().splitlines())
    command = [sys.executable, "-c", script]
    with subprocess.Popen(
        command, cwd=PROJECT, env=os.environ | {"PYTHONPATH": str(PROJECT)}, stdout=subprocess.PIPE, start_new_session=True
    ) as load:
        try:
            assert load.stdout is not None
            assert load.stdout.readline() == b"ready\n"
            assert len(group_members(load.pid)) > 2
            load.kill()
            load.wait()
            deadline = time.monotonic() + WAIT_SECONDS
            while group_members(load.pid) and time.monotonic() < deadline:
                time.sleep(0.1)
            assert group_members(load.pid) == set()
        finally:
            for process in group_members(load.pid):
                os.kill(process, signal.SIGKILL)
