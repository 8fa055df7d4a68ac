"""`claims ui`: the Dagster UI with its schedule and sensor, on the instance that `claims load` uses."""

import errno
import os
import signal
import socket
import subprocess
import sys
from typing import Annotated

import typer

from orchestration.cli.console import EXIT_FAULT, EXIT_NOTHING_READ, clean, fail, note

# Dagster ends its own processes in so many seconds, or they are killed
GRACE_SECONDS = 20
# Ctrl-C, a service manager, a closed terminal
ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def ui(
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port of the UI.")] = 3000,
    host: Annotated[str, typer.Option(help="Address to listen on; other machines reach 0.0.0.0.")] = "127.0.0.1",
) -> None:
    """Open the Dagster UI and keep the nightly schedule and the inbox sensor running until Ctrl-C."""
    require_free(host, port)
    from orchestration.instance import config_folder, initialise
    from orchestration.settings import PROJECT, root

    initialise()
    note(f"Dagster at http://{host}:{port}; the schedule and the sensor run while this does. Stop with Ctrl-C.")
    # Dagster calls its own command superseded; the new one needs a project's file in the root
    command = [sys.executable, "-W", "ignore:Function `dev_command`", "-m", "dagster", "dev", "--port", str(port), "--host", host]
    command += ["--log-level", "warning", "--code-server-log-level", "warning"]
    if root() != PROJECT:
        # pyproject.toml, which names the code location, lies in the project
        command += ["--module-name", "orchestration.definitions"]
    environment = {
        "DAGSTER_DISABLE_TELEMETRY": "1",
        # without it, `dagster dev` makes a folder of its own; the paths in dagster.yaml are relative, so history stays in the root
        "DAGSTER_HOME": str(config_folder()),
        **os.environ,
        "PYTHONPATH": os.pathsep.join(filter(None, [str(PROJECT), os.environ.get("PYTHONPATH")])),
    }
    ended = supervise(command, environment, str(root()))
    if ended:
        fail(f"Dagster ended with code {ended}; its last lines above say why, `claims doctor` checks the setup", code=EXIT_FAULT)


def require_free(host: str, port: int) -> None:
    """End with a message when nobody can listen there: Dagster would start its daemons all the same, a second set of them."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as tried:
            # as the web server does: connections that have just ended don't hold the port
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            tried.bind(address)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            fail(f"port {port} of {clean(host)} is in use, perhaps by another `claims ui`; stop that one, or give --port {port % 65535 + 1}")
        fail(f"{clean(host)}, port {port}: {error.strerror}; expected an address of this machine and a port that you may use", code=EXIT_NOTHING_READ)


def supervise(command: list[str], environment: dict[str, str], folder: str) -> int:
    """Run a command in a session of its own until it ends or a signal of ENDING comes; then end it with all its children.

    Returns the command's code, 0 where it was told to end. Nothing of the session outlives this.
    """
    told: list[int] = []

    def tell(number: int, _: object) -> None:
        if not told:
            running.send_signal(signal.SIGINT)
        told.append(number)

    # a signal in between is answered as soon as there is something to end
    blocked = signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)
    try:
        running = subprocess.Popen(  # noqa: S603 - a command of our own making, no shell
            command,
            env=environment,
            cwd=folder,
            start_new_session=True,
            preexec_fn=lambda: signal.pthread_sigmask(signal.SIG_SETMASK, blocked),
        )
        before = {number: signal.signal(number, tell) for number in ENDING}
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, blocked)
    try:
        _wait(running, told)
    finally:
        _kill_session(running.pid)
        running.wait()
        for number, handler in before.items():
            signal.signal(number, handler)
    return 0 if told else running.returncode


def _wait(running: subprocess.Popen[bytes], told: list[int]) -> None:
    """Until the process has ended; once told to end, no longer than the grace, and a second signal ends the grace."""
    waited = 0.0
    while waited < GRACE_SECONDS and len(told) < 2:
        try:
            running.wait(timeout=0.2)
        except subprocess.TimeoutExpired:
            waited += 0.2 if told else 0
        else:
            return


def _kill_session(leader: int) -> None:
    """End what is left of the session that we have started: its process group has the leader's number."""
    try:
        os.killpg(leader, signal.SIGKILL)
    except ProcessLookupError:
        return
