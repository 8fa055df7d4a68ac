"""What `claims load` says of the files of this load: read, unchanged, in quarantine by name, and its exit code."""

import json
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from orchestration.cli.app import app
from orchestration.cli.found import found_by
from orchestration.landing.findings import Findings
from orchestration.landing.land import Sources, land
from tests.orchestration.pipeline import article

SENTENCE = "The mayor of Ellery said on Monday that more than 12 houses burned in the town."
FRENCH = (
    "Le gouvernement a annoncé lundi que 120 personnes sont mortes dans les inondations qui ont frappé la région du nord "
    "depuis la semaine dernière, selon le ministre de la santé."
)
DAY = date(2025, 3, 4)


def load(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["load", *map(str, arguments)])


@pytest.mark.end_to_end
@pytest.mark.timeout(900)
def test_a_load_tells_of_its_own_files_only(module_root: Path) -> None:
    fire = article(module_root, "fire.txt", SENTENCE)
    french, empty = article(module_root, "french.txt", FRENCH), module_root / "empty.txt"
    empty.write_bytes(b"")

    ran = load(fire, french)
    assert ran.exit_code == 0, ran.output
    assert "this load: 2 files read, 1 quarantined: french.txt: language; 1 claims added" in ran.stdout
    assert "New claims" in ran.stdout

    ran = load(empty)
    assert ran.exit_code == 2, ran.output
    assert "this load: 1 file read, 1 quarantined: empty.txt: empty" in ran.stdout
    assert "houses" not in ran.stdout, "the claims of other loads were printed"
    assert "french" not in ran.output, "the quarantine of other loads was told again"
    assert "error: nothing could be read: 1 quarantined: empty.txt: empty" in ran.stderr
    assert "1 articles, 1 claims" in ran.stdout

    ran = load(fire)
    assert ran.exit_code == 0, ran.output
    assert "1 file read (all unchanged since an earlier load), 0 quarantined; nothing was new" in ran.stdout
    assert "houses" in ran.stdout

    ran = load(french, "--strict")
    assert ran.exit_code == 2, "a file that could not be read before can't be read now"
    assert "french.txt: language" in ran.stdout

    assert load(fire, french, "--strict").exit_code == 1

    (module_root / "nothing").mkdir()
    ran = load(module_root / "nothing")
    assert ran.exit_code == 2, ran.output
    assert "no files found" in ran.stderr


def findings_of(data: Path, *paths: Path, day: date = DAY) -> Findings:
    findings = Findings()
    land(data, day, Sources(paths=paths), findings)
    return findings


def test_findings_name_new_known_unchanged_and_refused(root: Path) -> None:
    folder = root / "given"
    fire = article(folder, "fire.txt", SENTENCE)
    (folder / "out").symlink_to(root.parent)
    first = findings_of(root / "data", folder)
    assert list(first.documents.values()) == [str(fire)]
    assert first.new == set(first.documents)
    assert list(first.refused.values()) == [str(folder / "out")]
    copy = folder / "copy.txt"
    copy.write_bytes(fire.read_bytes())
    again = findings_of(root / "data", folder)
    assert (again.unchanged, list(again.documents.values()), again.new) == ([str(fire)], [str(copy)], set())


def test_a_refused_file_is_not_read_also_when_it_is_met_again(root: Path) -> None:
    broken = root / "broken.zip"
    broken.write_bytes(b"PK\x03\x04 no archive")
    from orchestration.landing.store import landing_quarantine
    from orchestration.loads import keep_quarantine

    for unchanged in (0, 1):
        findings = findings_of(root / "data", broken)
        keep_quarantine("landed", landing_quarantine(root / "data", DAY), [DAY.isoformat()])
        found = found_by(findings, DAY, given=True)
        assert (found.count, found.read, found.unchanged) == (1, 0, unchanged)
        assert [row["name"] for row in found.rows] == ["broken.zip"]
        # without anything given only what is new is told: the refusal once
        assert len(found_by(findings, DAY, given=False).rows) == 1 - unchanged


def test_of_a_mended_file_its_last_version_counts(root: Path) -> None:
    from orchestration.io_manager import write_days
    from orchestration.landing.store import landed_frame
    from orchestration.settings import settings
    from transforms.schema import LANDED

    fire = article(root / "given", "fire.txt", FRENCH)
    findings_of(root / "data", fire)
    article(root / "given", "fire.txt", SENTENCE + " It was late.")
    findings_of(root / "data", fire)
    write_days(settings().assets_folder / "landed", LANDED, landed_frame(root / "data", DAY), [DAY.isoformat()])
    findings = findings_of(root / "data", fire)
    assert findings.unchanged == [str(fire)]
    assert found_by(findings, DAY, given=True).count == 1


def test_many_faults_are_counted_by_reason(root: Path) -> None:
    from orchestration.cli.found import Found

    rows = tuple({"name": f"{n}.txt", "reason": "empty" if n else "language"} for n in range(7))
    assert Found(7, 0, 0, 0, (), rows).told() == "7 files read, 7 quarantined: 6 empty, 1 language"
    assert json.dumps(Found(0, 0, 0, 0, (), ()).told("document")) == '"no new documents"'
