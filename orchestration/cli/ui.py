"""`claims ui`: the Dagster UI with its schedule and sensor, on the instance that `claims load` uses."""

import os
import sys
from typing import Annotated

import typer

from orchestration.cli.console import note


def ui(
    port: Annotated[int, typer.Option(help="Port of the UI.")] = 3000,
    host: Annotated[str, typer.Option(help="Address to listen on; other machines reach 0.0.0.0.")] = "127.0.0.1",
) -> None:
    """Open the Dagster UI and keep the nightly schedule and the inbox sensor running until Ctrl-C."""
    from orchestration.instance import config_folder, initialise
    from orchestration.settings import PROJECT, root

    initialise()
    note(f"Dagster at http://{host}:{port}; the schedule and the sensor run while this does. Stop with Ctrl-C.")
    command = [sys.executable, "-m", "dagster", "dev", "--port", str(port), "--host", host]
    if root() != PROJECT:
        # pyproject.toml, which names the code location, lies in the project
        command += ["--module-name", "orchestration.definitions"]
    os.environ.setdefault("DAGSTER_DISABLE_TELEMETRY", "1")
    # without it, `dagster dev` makes a folder of its own; the paths in dagster.yaml are relative, so history stays in the root
    os.environ.setdefault("DAGSTER_HOME", str(config_folder()))
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(PROJECT), os.environ.get("PYTHONPATH")]))
    os.chdir(root())
    os.execv(sys.executable, command)  # noqa: S606 - replaces this process, so that Ctrl-C reaches Dagster itself
