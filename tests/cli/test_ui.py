"""`claims ui`: a port that is taken is told before anything starts, and what was started ends with it, children too."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner

from orchestration.cli.app import app
from orchestration.settings import PROJECT

# a stand-in for Dagster: it starts a child that ignores every polite signal, writes both numbers, and waits
PARENT = """
import os, signal, subprocess, sys, time
deaf = "import signal, time; [signal.signal(n, signal.SIG_IGN) for n in (signal.SIGINT, signal.SIGTERM)]; print('deaf', flush=True); time.sleep(600)"
child = subprocess.Popen([sys.executable, "-c", deaf], stdout=subprocess.PIPE)
child.stdout.readline()
open(sys.argv[1] + ".tmp", "w").write(f"{os.getpid()} {child.pid}")
os.rename(sys.argv[1] + ".tmp", sys.argv[1])
time.sleep(600)
"""
SUPERVISOR = """
import os, sys
from orchestration.cli.ui import supervise
sys.exit(supervise([sys.executable, "-c", sys.argv[1], sys.argv[2]], dict(os.environ), "."))
"""


def test_a_taken_port_is_told_before_anything_starts(root: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ran = CliRunner().invoke(app, ["ui", "--port", str(port)])
    assert ran.exit_code == 1
    assert f"port {port} of 127.0.0.1 is in use" in ran.stderr
    assert "Dagster at" not in ran.output
    assert not (root / ".dagster").exists()


def test_an_address_of_another_machine_is_told(root: Path) -> None:
    ran = CliRunner().invoke(app, ["ui", "--host", "192.0.2.1", "--port", "3999"])
    assert ran.exit_code == 2
    assert "expected an address of this machine" in ran.stderr


def _is_running(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks at processes through /proc")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_ends_the_command_and_its_children(tmp_path: Path, number: signal.Signals) -> None:
    told = tmp_path / "processes"
    ours = subprocess.Popen([sys.executable, "-c", SUPERVISOR, PARENT, str(told)], cwd=PROJECT, stderr=subprocess.DEVNULL)
    until = time.monotonic() + 60
    while not told.exists() and time.monotonic() < until:
        time.sleep(0.05)
    parent, child = map(int, told.read_text().split())
    assert _is_running(parent)
    assert _is_running(child)
    os.kill(ours.pid, number)
    assert ours.wait(30) == 0
    until = time.monotonic() + 10
    while (_is_running(parent) or _is_running(child)) and time.monotonic() < until:
        time.sleep(0.05)
    assert not _is_running(parent)
    assert not _is_running(child)


def test_the_code_of_a_command_that_ends_by_itself_is_handed_on(tmp_path: Path) -> None:
    ran = subprocess.run([sys.executable, "-c", SUPERVISOR, "raise SystemExit(7)", "-"], cwd=PROJECT, check=False, timeout=60)
    assert ran.returncode == 7
