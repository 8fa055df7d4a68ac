"""The command `claims`: what it prints, what it writes, and its exit codes, on a warehouse of the example articles."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import polars as pl
import pytest
from typer.testing import CliRunner, Result

from orchestration.cli.app import app
from orchestration.settings import PROJECT, forget_settings
from tests.conftest import own_root
from tests.orchestration.pipeline import article

EXAMPLES = str(PROJECT / "seeds" / "articles")
COMMANDS = ("load", "extract", "reprocess", "show", "sql", "query", "ui", "status", "rollback", "forget", "doctor")
SENTENCE = "The mayor of Ellery said on Monday that more than 12 houses burned in the town."


def claims(*arguments: str, given: str | bytes | None = None) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(app, [str(argument) for argument in arguments], input=given)


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, subprocess.CompletedProcess[str]]]:
    """A root into which the real command, in a process of its own, has loaded the examples."""
    folder = tmp_path_factory.mktemp("cli")
    with own_root(folder):
        command = [sys.executable, "-W", "ignore", "-m", "orchestration.cli.app", "load", EXAMPLES]
        ran = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, timeout=230, check=False)
        forget_settings()
        yield folder, ran


def test_load_prints_the_claims_with_counts_and_place(loaded: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    folder, ran = loaded
    assert ran.returncode == 0, ran.stderr
    assert "this load: 8 files read, 0 quarantined" in ran.stdout
    assert re.search(r"8 articles, \d+ claims", ran.stdout)
    assert "Mark Rutte" in ran.stdout
    assert "> 600,000" in ran.stdout
    assert str(folder / "data" / "warehouse.duckdb") in ran.stdout.replace("\n", "")


def test_load_leaves_history_in_the_root_only(loaded: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    folder, _ = loaded
    assert (folder / ".dagster" / "storage").is_dir()


def test_sql_prints_rows(loaded) -> None:
    ran = claims("sql", "SELECT number_text, source FROM claims WHERE number_text = '600,000'")
    assert ran.exit_code == 0, ran.output
    assert "Mark Rutte" in ran.stdout
    assert "1 row" in ran.stdout


def test_sql_as_json_csv_and_parquet(loaded, tmp_path: Path) -> None:
    question = "SELECT number_text, source_chain, low FROM claims WHERE number_text = '600,000'"
    assert json.loads(claims("sql", question, "--format", "json").stdout) == [{"number_text": "600,000", "source_chain": [], "low": 600000.0}]
    assert claims("sql", question, "--format", "csv").stdout.splitlines() == ["number_text,source_chain,low", '"600,000",[],600000.0']
    (tmp_path / "rows.parquet").write_bytes(claims("sql", question, "--format", "parquet").stdout_bytes)
    assert pl.read_parquet(tmp_path / "rows.parquet")["low"].to_list() == [600000.0]


def test_sql_is_read_only(loaded) -> None:
    ran = claims("sql", "DELETE FROM claims")
    assert ran.exit_code == 1
    assert "read-only" in ran.stderr


def test_sql_names_what_is_wrong(loaded) -> None:
    ran = claims("sql", "SELECT colour FROM claims")
    assert ran.exit_code == 1
    assert "colour" in ran.stderr


def test_sql_prompt_goes_on_after_a_faulty_query(loaded) -> None:
    ran = claims("sql", given="SELECT nothing FROM nowhere;\nSELECT 6 * 7\n  AS answer;\n")
    assert ran.exit_code == 0
    assert "nowhere" in ran.stderr
    assert "answer" in ran.stdout
    assert "42" in ran.stdout


def test_every_saved_question_runs(loaded) -> None:
    from orchestration.warehouse.query import saved_queries

    listed = claims("query")
    assert listed.exit_code == 0
    for question in saved_queries():
        assert question.name in listed.stdout
        values = [f"{parameter.name}=2025-01-01" for parameter in question.parameters if parameter.default is None]
        ran = claims("query", question.name, *values)
        assert ran.exit_code == 0, ran.output


def test_an_unknown_question_lists_the_known(loaded) -> None:
    ran = claims("query", "weather")
    assert ran.exit_code == 1
    assert "weather" in ran.stderr
    assert "disagreements" in ran.stderr


def test_show_prints_record_and_sentence(loaded) -> None:
    (row,) = json.loads(claims("sql", "SELECT claim_id FROM claims WHERE number_text = '600,000'", "--format", "json").stdout)
    ran = claims("show", row["claim_id"][:12])
    assert ran.exit_code == 0, ran.output
    assert "said in Brussels on Monday that more than 600,000 Russian soldiers" in " ".join(ran.stdout.split())
    assert "Mark Rutte" in ran.stdout


def test_show_of_an_unknown_claim(loaded) -> None:
    ran = claims("show", "0000")
    assert ran.exit_code == 1
    assert "no claim starts so" in ran.stderr


def test_status_names_the_load_and_the_quarantine(loaded) -> None:
    ran = claims("status")
    assert ran.exit_code == 0, ran.output
    assert "published" in ran.stdout
    assert "quarantine: empty" in ran.stdout


def test_status_cuts_a_detail_between_words() -> None:
    from orchestration.cli.status import DETAIL_LENGTH, _in_words

    shown = _in_words("no \x1b[31mword is cut " * 100).plain
    assert re.search(r" (no|word|is|cut) …$", shown)
    assert len(shown) <= DETAIL_LENGTH


def test_doctor_finds_nothing_wrong(loaded) -> None:
    ran = claims("doctor")
    assert ran.exit_code == 0, ran.output
    assert "FAULT" not in ran.stdout


def test_rollback_needs_an_earlier_version(loaded) -> None:
    assert claims("rollback", "--list").exit_code == 0
    ran = claims("rollback")
    assert ran.exit_code == 1
    assert ran.stderr.startswith("error: ")


def test_a_value_that_no_row_has_is_told_with_those_there_are(loaded) -> None:
    ran = claims("query", "toll_over_time", "metric=foo")
    assert ran.exit_code == 0
    assert 'no row has metric "foo"; the warehouse has: ' in ran.stderr
    assert "killed" in ran.stderr
    assert "no row has" not in claims("query", "toll_over_time", "metric=killed", "about=nowhere").stderr


def test_forget_looks_before_it_asks(loaded) -> None:
    ran = claims("forget", "ffff", given="y\n")
    assert ran.exit_code == 1
    assert "no article has this id" in ran.stderr
    assert "undone" not in ran.output
    ran = claims("forget", "https://nowhere.example/x", given="n\n")
    assert "Nothing that was landed or loaded has the address" in ran.output


@pytest.mark.timeout(600)
def test_a_load_without_news_reads_nothing_and_reprocess_reads_all(loaded, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    from orchestration import extraction

    read: list[str] = []
    extract = extraction.extract
    monkeypatch.setattr(extraction, "extract", lambda article: read.append(article.article_id) or extract(article))
    ran = claims("load", EXAMPLES, "-q", "--strict")
    assert ran.exit_code == 0, ran.output
    assert re.search(r"this load: 8 files read \(all unchanged .*\), 0 quarantined; nothing was new;", " ".join(ran.stdout.split()))
    assert read == []
    assert "emitted no result" not in caplog.text
    ran = claims("reprocess", "-q")
    assert ran.exit_code == 0, ran.output
    assert "nothing was new" in ran.stdout
    assert len(read) == 8


@pytest.mark.timeout(600)
def test_standard_input_strict_examples_and_takedown(loaded, tmp_path: Path) -> None:
    undated = article(tmp_path, "undated.txt", SENTENCE, published=None)
    ran = claims("load", "-", "--published", "2025-03-04", "--publisher", "The Test", "-q", given=SENTENCE)
    assert ran.exit_code == 0, ran.output
    assert "1 claims added" in ran.stdout
    ran = claims("load", str(undated), "--strict", "-q")
    assert ran.exit_code == 2, "nothing of what was given could be read"
    assert "undated.txt: no_date" in ran.stderr
    ran = claims("load", "--remove-examples", "-q")
    assert ran.exit_code == 0, ran.output
    assert json.loads(claims("sql", "SELECT article_id, is_example FROM articles", "--format", "json").stdout)[0]["is_example"] is False
    (row,) = json.loads(claims("sql", "SELECT article_id FROM articles", "--format", "json").stdout)
    ran = claims("forget", row["article_id"], "--yes", "--reason", "a test")
    assert ran.exit_code == 0, ran.output
    assert json.loads(claims("sql", "SELECT count(*) AS n FROM claims", "--format", "json").stdout) == [{"n": 0}]
    # a file that was mended is no longer counted
    article(tmp_path, "undated.txt", SENTENCE)
    assert claims("load", str(undated), "--strict", "-q").exit_code == 0
    assert "quarantine: nothing is open; 1 superseded" in claims("status").stdout


def test_nothing_readable_is_exit_code_2(root: Path) -> None:
    (root / "binary.txt").write_bytes(bytes(range(256)) * 20)
    ran = claims("load", str(root / "binary.txt"), "-q")
    assert ran.exit_code == 2, ran.output
    assert "nothing could be read" in ran.stderr
    assert not (root / "data" / "warehouse.duckdb").exists()


def test_a_stopped_publication_is_exit_code_3_and_names_the_expectation(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from orchestration.cli.found import Found
    from orchestration.cli.load import finish
    from orchestration.cli.running import Ended

    ended = Ended("run", "load", False, None, ("warehouse: claims_have_mention",), None)
    with pytest.raises(SystemExit) as stopped:
        finish(ended, Found(1, 0, 1, 0, ("document",), ()), strict=False, quiet=True, given=True)
    assert stopped.value.code == 3
    assert "warehouse: claims_have_mention" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("load", "/no/such/folder"), "no such file or folder"),
        (("load", EXAMPLES, "--published", "yesterday"), '--published is "yesterday"'),
        (("extract", "/no/such/file"), "No such file"),
        (("query", "disagreements", "subject"), "expected NAME=VALUE"),
        (("reprocess",), "nothing has landed yet"),
    ],
)
def test_wrong_use_is_exit_code_2_with_a_reason(root: Path, arguments: tuple[str, ...], complaint: str) -> None:
    ran = claims(*arguments)
    assert ran.exit_code == 2
    assert complaint in " ".join(ran.stderr.split())


@pytest.mark.parametrize("arguments", [("sql", "SELECT 1"), ("show", "ab"), ("query", "disagreements"), ("rollback",)])
def test_without_a_warehouse_the_next_step_is_named(root: Path, arguments: tuple[str, ...]) -> None:
    ran = claims(*arguments)
    assert ran.exit_code == 1
    assert ran.stderr.startswith("error: ")


def test_status_without_a_warehouse(root: Path) -> None:
    ran = claims("status")
    assert ran.exit_code == 0
    assert "none yet" in ran.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_help_teaches(command: str) -> None:
    ran = claims(command, "--help")
    assert ran.exit_code == 0
    assert len(ran.stdout.splitlines()) > 8


def test_help_is_quick_because_heavy_packages_wait() -> None:
    asked = (
        "import sys, orchestration.cli.app; print([m for m in ('dagster', 'polars', 'spacy', 'duckdb', 'great_expectations') if m in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", asked], cwd=PROJECT, capture_output=True, text=True, check=True, timeout=60)
    assert ran.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("command", "content", "told"),
    [
        ("status", "keep_versions = 0\n", 'keep_versions is "0"'),
        ("doctor", "keep versions\n", "keep versions"),
        ("load", "wrkers = 2\n", '"workers"'),
    ],
)
def test_a_wrong_setting_is_an_error_and_no_traceback(root: Path, command: str, content: str, told: str) -> None:
    (root / "claims.toml").write_text(content)
    ran = subprocess.run(
        [sys.executable, "-m", "orchestration.cli.app", command], cwd=PROJECT, capture_output=True, text=True, check=False, timeout=100
    )
    assert ran.returncode == 2
    assert told in ran.stderr
    assert "Traceback" not in ran.stderr


def test_version() -> None:
    from importlib.metadata import version

    ran = claims("--version")
    assert (ran.exit_code, ran.stdout.strip()) == (0, f"claims-warehouse {version('claims-warehouse')}")


def test_help_names_questions_that_there_are() -> None:
    from orchestration.warehouse.query import saved_queries

    known = {question.name for question in saved_queries()}
    for arguments in (("--help",), ("query", "--help")):
        told = " ".join(claims(*arguments).stdout.replace("│", " ").split())
        assert set(re.findall(r"claims query (?!claims )(\w+)", told)) <= known


def test_make_load_hands_a_folder_with_spaces_on_as_one_path(tmp_path: Path) -> None:
    stub = tmp_path / "claims"
    stub.write_text('#!/bin/sh\nfor argument; do echo "$argument"; done\n')
    stub.chmod(0o755)
    # -o: the packages are as they are, whatever the stamp's date
    command = ["make", "--no-print-directory", "-o", ".venv/.installed", "load", f"BIN={tmp_path}", "ARTICLES=two words"]
    ran = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=True, timeout=60)
    assert ran.stdout.splitlines() == ["load", "--remove-examples", "--", "two words"]
