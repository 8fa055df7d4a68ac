"""`claims extract`: claims of a text on the screen or as JSONL, and hostile text made harmless."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from orchestration.cli.app import app
from orchestration.cli.console import clean
from orchestration.cli.rendering import heading, highlighted, interval, of_what

SENTENCE = "The mayor of Ellery said on Monday that more than 12 houses burned in the town."


def extract(*arguments: str, given: str | None = None):
    return CliRunner().invoke(app, ["extract", *map(str, arguments)], input=given)


def test_jsonl_of_standard_input() -> None:
    rows = [
        {"id": "a", "text": SENTENCE, "published": "2025-03-05", "publisher": "The Test", "title": "Fire"},
        {"id": 7, "text": "Nothing happened."},
    ]
    ran = extract("-", "--format", "jsonl", given="\n".join(map(json.dumps, rows)))
    assert ran.exit_code == 0, ran.output
    first, second = map(json.loads, ran.stdout.splitlines())
    assert (first["id"], second) == ("a", {"id": "7", "claims": []})
    (claim,) = first["claims"]
    assert SENTENCE[claim["start"] : claim["end"]] == claim["number_text"] == "12"
    assert (claim["comparator"], claim["low"], claim["high"], claim["stated_on"]) == (">", 12, None, "2025-03-03")


def test_a_text_without_a_date_says_so() -> None:
    ran = extract("-", given=SENTENCE)
    assert ran.exit_code == 0
    assert "no publication date" in ran.stderr
    assert "houses" in ran.stdout


def test_published_resolves_the_weekday() -> None:
    ran = extract("-", "--published", "2025-03-05", given=SENTENCE)
    assert "2025-03-03" in ran.stdout


def test_a_dateline_gives_the_publication_date() -> None:
    ran = extract("-", given=f"ORLO, 28 October 2024 (Agency) -- {SENTENCE}")
    assert ran.exit_code == 0
    told = " ".join(ran.stderr.split())
    assert 'publication date 2024-10-28 inferred from the dateline, "28 October 2024"' in told
    assert "no publication date" not in told
    assert "said on" in ran.stdout
    assert "2024-10-28" in ran.stdout


def test_many_datelines_are_counted() -> None:
    rows = [{"id": n, "text": f"ORLO, {n} October 2024 (Agency) -- {SENTENCE}"} for n in range(1, 6)]
    ran = extract("-", "--format", "jsonl", given="\n".join(map(json.dumps, rows)))
    assert "5 of 5 texts: publication date inferred" in ran.stderr
    assert {json.loads(line)["claims"][0]["stated_on"] for line in ran.stdout.splitlines()} == {"2024-09-30"}


def test_other_languages_are_warned_of() -> None:
    german = "Der Bürgermeister sagte am Montag, dass bei dem Brand in der Stadt mehr als 12 Häuser zerstört worden seien."
    ran = extract("-", "--published", "2025-03-05", given=german)
    assert ran.exit_code == 0
    assert "seems to be in German" in " ".join(ran.stderr.split())
    assert "warning" not in extract("-", "--published", "2025-03-05", given=SENTENCE).stderr


@pytest.mark.parametrize("day", ["2024-10-28T99", "2024-10-28x", "2024-02-30", "28 October"])
def test_a_day_that_is_none_is_refused(day: str) -> None:
    ran = extract("-", "--published", day, given=SENTENCE)
    assert ran.exit_code == 2
    assert f'--published is "{day}"; expected an ISO 8601 date' in " ".join(ran.stderr.split())


def test_a_row_may_give_the_hour() -> None:
    row = {"id": 1, "text": SENTENCE, "published": "2025-03-05T23:30:00Z"}
    ran = extract("-", "--format", "jsonl", given=json.dumps(row))
    assert json.loads(ran.stdout)["claims"][0]["stated_on"] == "2025-03-03"
    assert extract("-", given=json.dumps(row | {"published": "2025-03-05T99"})).exit_code == 2


def test_front_matter_is_no_part_of_the_text(tmp_path: Path) -> None:
    file = tmp_path / "article.txt"
    file.write_text(f"---\ntitle: Fire\npublished: 2025-03-05\npublisher: The 300 Test\n---\n{SENTENCE}\n")
    ran = extract(file)
    assert ran.exit_code == 0, ran.output
    assert "2025-03-03" in ran.stdout
    assert "1 claim\n" in ran.stdout


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("", "empty"),
        ('{"id": 1, "text": "ok"}\nnot json', "line 2: not JSON"),
        ('{"id": 1, "text": 5}', 'a text in "text"'),
        ('{"id": 1, "text": "ok", "published": "soon"}', '"published" is "soon"'),
    ],
)
def test_unreadable_input_is_exit_code_2(content: str, complaint: str) -> None:
    ran = extract("-", given=content)
    assert ran.exit_code == 2, ran.output
    assert complaint in " ".join(ran.stderr.split())


def test_text_cannot_steer_the_terminal() -> None:
    ran = extract("-", "--published", "2025-03-05", given=f"{SENTENCE} The \x1b[2J\x1b]0;title\x07council [bold]counted[/bold] 7 \u202ecats.")
    assert ran.exit_code == 0
    assert "\x1b" not in ran.stdout
    assert "\u202e" not in ran.stdout


@pytest.mark.parametrize(
    ("value", "shown"),
    [("a\x1b[31mred\x1b[0m b", "ared b"), ("two\nlines", "two lines"), ("\u202eback", "\ufffdback"), ("\x1b]0;t\x07x", "x"), (7, "7")],
)
def test_clean(value: object, shown: str) -> None:
    assert clean(value) == shown


@pytest.mark.parametrize(
    ("comparator", "low", "high", "shown"),
    [
        ("=", 4, 4, "4"), ("~", 1500, 1500, "≈ 1,500"), (">", 600_000, None, "> 600,000"), ("<=", None, 150, "≤ 150"), ("=", 10_000, 12_000, "10,000 – 12,000"),
        ("=", 33.33, 33.33, "33.33"),
    ],
)  # fmt: skip
def test_interval(comparator: str, low: float | None, high: float | None, shown: str) -> None:
    assert interval({"comparator": comparator, "low": low, "high": high}) == shown


def test_highlighting_keeps_offsets() -> None:
    text = highlighted("say \x07 40 dead", 100, [(106, 108, "number"), (None, None, "cue"), (50, 90, "date")])
    (span,) = text.spans
    assert text.plain[span.start : span.end] == "40"


@pytest.mark.parametrize(
    ("counted", "subject", "place", "shown"),
    [
        ("soldiers", "Russia", None, "soldiers (Russia)"),
        ("soldiers", "Russia", "Ukraine", "soldiers (Russia) · Ukraine"),
        ("Russian soldiers", "Russia", None, "Russian soldiers"),
        ("people", "Harrow Valley", "Harrow Valley", "people · Harrow Valley"),
        (None, "Acme Bank", None, "Acme Bank"),
        (None, "Orlo", "Orlo", "Orlo"),
        ("Inflation in Valdoria", None, "Valdoria", "Inflation in Valdoria"),
        (None, None, None, ""),
    ],
)
def test_the_table_says_whose_the_thing_is_where_the_thing_does_not(counted: str | None, subject: str | None, place: str | None, shown: str) -> None:
    assert of_what({"counted": counted, "subject": subject, "place": place}) == shown


@pytest.mark.parametrize(
    ("unit", "counted", "head", "shown"),
    [
        ("person", "passengers", "person", "> 12 passengers (Acme)"),
        ("USD", "revenue", "revenue", "> 12 USD · revenue (Acme)"),
        ("USD", None, None, "> 12 USD · Acme"),
    ],
)
def test_a_claim_is_headed_by_the_thing_counted_not_by_its_unit(unit: str, counted: str | None, head: str | None, shown: str) -> None:
    claim = {"comparator": ">", "low": 12.0, "high": None, "unit": unit, "counted": counted, "counted_head": head, "subject": "Acme", "place": None}
    assert heading(claim) == shown
