"""The Dagster code location: assets with their checks, the job, the schedule, the sensor, the Parquet IO manager."""

import dagster as dg

from orchestration.assets.articles import articles
from orchestration.assets.claims import claims
from orchestration.assets.landed import landed
from orchestration.assets.mentions import mentions_and_dates
from orchestration.assets.warehouse import load_warehouse
from orchestration.io_manager import ParquetIOManager
from orchestration.jobs import nightly_load
from orchestration.schedules import nightly
from orchestration.sensors import inbox

defs = dg.Definitions(
    assets=[landed, articles, mentions_and_dates, claims, load_warehouse],
    jobs=[nightly_load],
    schedules=[nightly],
    sensors=[inbox],
    resources={"io_manager": ParquetIOManager()},
    # starting a process for each step would cost seconds, more than the work
    executor=dg.in_process_executor,
)
