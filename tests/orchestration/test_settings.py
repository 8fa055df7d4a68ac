"""Settings: where they come from, what a wrong one says, and that docs/settings.md names all of them."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from orchestration.settings import PROJECT, Settings, SettingsError, faults, forget_settings, settings, settings_table


def test_documentation_has_the_table_of_the_code() -> None:
    page = (PROJECT / "docs" / "settings.md").read_text(encoding="utf-8")
    assert settings_table() in page, "docs/settings.md is out of date: run `make docs`"


def test_every_setting_is_described() -> None:
    assert [name for name, field in Settings.model_fields.items() if not field.description] == []


def test_relative_paths_count_from_the_root(root: Path) -> None:
    assert settings().data_folder == root / "data"
    assert settings().warehouse_file == root / "data" / "warehouse.duckdb"


def test_environment_wins_over_file(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "claims.toml").write_text('time_zone = "Europe/Vienna"\nkeep_versions = 5\n')
    monkeypatch.setenv("CLAIMS_KEEP_VERSIONS", "7")
    forget_settings()
    assert (settings().time_zone, settings().keep_versions) == ("Europe/Vienna", 7)


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ('time_zone = "Middle/Earth"', "Middle/Earth"),
        ("keep_versions = 0", "keep_versions"),
        ('tiem_zone = "UTC"', "tiem_zone"),
        ('schedule_cron = "often"', "often"),
        ('first_day = "yesterday"', "yesterday"),
    ],
)
def test_a_wrong_setting_is_named(root: Path, line: str, named: str) -> None:
    (root / "claims.toml").write_text(line)
    forget_settings()
    with pytest.raises(ValidationError, match=named):
        settings()


def test_faults_name_setting_value_and_the_nearest_name(root: Path) -> None:
    (root / "claims.toml").write_text('wrkers = 3\nkeep_versions = "many"\ntime_zone = "Middle/Earth"\n')
    forget_settings()
    with pytest.raises(ValidationError) as wrong:
        settings()
    told = faults(wrong.value)
    assert '"wrkers" is no setting; did you mean "workers"? There are: data_folder,' in told
    assert 'keep_versions is "many": Input should be a valid integer' in told
    assert 'time_zone is "Middle/Earth"; expected' in told


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"keep_versions = 3\nkeep versions 5\n", "line 2, column 6\\): keep versions 5; expected TOML"),
        (b'user_agent = "\xff"\n', "byte 14 is not UTF-8"),
        (None, "not a file"),
    ],
)
def test_a_broken_claims_toml_is_named(root: Path, content: bytes | None, told: str) -> None:
    file = root / "claims.toml"
    file.mkdir() if content is None else file.write_bytes(content)
    forget_settings()
    with pytest.raises(SettingsError, match=rf"claims\.toml: .*{told}"):
        settings()


def test_a_root_that_is_not_there_is_named(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMS_ROOT", str(root / "nowhere"))
    with pytest.raises(SettingsError, match=r"CLAIMS_ROOT is .*nowhere: no such folder"):
        settings()


def test_example_of_claims_toml_holds_the_defaults(root: Path) -> None:
    example = (PROJECT / "claims.example.toml").read_text(encoding="utf-8")
    (root / "claims.toml").write_text("\n".join(line.removeprefix("# ") for line in example.splitlines() if " = " in line))
    forget_settings()
    given, default = settings(), Settings.model_fields
    assert set(given.model_fields_set) == set(default) - {"workers", "default_publisher", "seeds_folder"}
    assert given.model_copy(update={"workers": 1}) == Settings.model_validate({"workers": 1})
