"""The generated pages of docs/, written by `make docs` and checked for freshness by the tests."""

from orchestration.settings import PROJECT, settings_table
from orchestration.warehouse import dictionary

SETTINGS_PAGE = """# Settings

Set them as environment variables, or in a file `claims.toml` in the root (copy `claims.example.toml`). The environment wins.
The root is `CLAIMS_ROOT`, by default the project's folder; relative paths count from it. A wrong setting stops the command with
its name, its value and what was expected; so does a name in the file that is no setting, and a file that is not TOML.

{table}

Dagster's own settings are in `dagster.yaml`: where its history lies (`.dagster/`), one load at a time, telemetry off.
`DAGSTER_HOME`, where it is set, points to another instance.

Two data folders under one root share that history: their loads stand in one list and wait for each other, and days that one has loaded
count as loaded when the nightly load catches up in the other. For a second warehouse set `CLAIMS_ROOT`, not `CLAIMS_DATA_FOLDER` alone.

*This page is made from `orchestration/settings.py` by `make docs`.*
"""


def settings_page() -> str:
    """The text of docs/settings.md."""
    return SETTINGS_PAGE.format(table=settings_table())


def main() -> None:
    """Write the generated pages."""
    (PROJECT / "docs" / "settings.md").write_text(settings_page(), encoding="utf-8")
    dictionary.PAGE.write_text(dictionary.dictionary(), encoding="utf-8")


if __name__ == "__main__":
    main()
