"""The extractor's version tells rules apart."""

import re
import shutil

import pytest

from transforms import version


@pytest.fixture
def rules(tmp_path):
    for folder in ("transforms", "seeds/language"):
        shutil.copytree(version.ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def test_form():
    assert re.fullmatch(r"\d+\.\d+\.\d+\+[0-9a-f]{8}", version.extractor_version())


def test_same_rules_same_version(rules):
    assert version.fingerprint(rules) == version.fingerprint()


@pytest.mark.parametrize("file", ["seeds/language/metrics.csv", "transforms/claims/metric.py"])
def test_any_rule_changes_it(rules, file):
    with (rules / file).open("a", encoding="utf-8") as changed:
        changed.write("\n# one more\n")
    assert version.fingerprint(rules) != version.fingerprint()


def test_line_ends_do_not(rules):
    file = rules / "seeds" / "language" / "metrics.csv"
    file.write_bytes(file.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))
    assert version.fingerprint(rules) == version.fingerprint()
