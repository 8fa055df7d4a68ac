"""The lasting Dagster instance that the command line, the nightly load and the UI share."""

import os
from collections.abc import Iterator
from contextlib import chdir, contextmanager
from pathlib import Path

import dagster as dg
from dagster._core.instance.ref import InstanceRef

from orchestration.settings import PROJECT, root

CONFIG_FILE = "dagster.yaml"


NO_CAPTURE = {"compute_logs": {"module": "dagster._core.storage.noop_compute_log_manager", "class": "NoOpComputeLogManager", "config": {}}}


@contextmanager
def lasting_instance(*, capture_output: bool = True) -> Iterator[dg.DagsterInstance]:
    """The instance of the present root: `DAGSTER_HOME` where it is set, else `.dagster/` beside dagster.yaml.

    Meanwhile the working folder is the root, because dagster.yaml names its folders relative to it. Without `capture_output`
    what steps print goes to the terminal only: capturing takes four helper processes, which Ctrl-C makes complain one by one.
    """
    os.environ.setdefault("DAGSTER_DISABLE_TELEMETRY", "1")
    with chdir(root()):
        if os.environ.get("DAGSTER_HOME"):
            with dg.DagsterInstance.get() as instance:
                yield instance
            return
        home = root() / ".dagster"
        home.mkdir(exist_ok=True)
        overrides = None if capture_output else NO_CAPTURE
        with dg.DagsterInstance.from_ref(InstanceRef.from_dir(str(home), config_dir=str(config_folder()), overrides=overrides)) as instance:
            yield instance


def config_folder() -> Path:
    """The folder of the dagster.yaml that counts: the root's own, else the project's."""
    return root() if (root() / CONFIG_FILE).is_file() else PROJECT


def initialise() -> None:
    """Create the instance's databases; three processes that do so at once on an empty folder corrupt them."""
    with lasting_instance() as instance:
        instance.get_runs(limit=1)
        instance.event_log_storage.get_maximum_record_id()
        if instance.schedule_storage is not None:
            instance.schedule_storage.all_instigator_state()
