"""Data flows one way, and so do the imports; files with Dagster decorators keep their annotations evaluated."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from orchestration.settings import PROJECT

ORCHESTRATORS = {"dagster", "duckdb", "httpx", "great_expectations", "typer", "rich", "requests", "sqlite3"}
FORBIDDEN = {
    "transforms": ORCHESTRATORS | {"orchestration", "expectations", "pydantic_settings"},
    "expectations": {"dagster", "duckdb", "httpx", "orchestration", "typer", "rich"},
}
CLOCKS = {
    ("datetime", "now"),
    ("datetime", "today"),
    ("datetime", "utcnow"),
    ("date", "today"),
    ("time", "time"),
    ("os", "getenv"),
    ("os", "environ"),
}


def modules(folder: str) -> list[Path]:
    return sorted((PROJECT / folder).rglob("*.py"))


def imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            yield node.module.split(".")[0]


def tree_of(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"), str(file))


@pytest.mark.parametrize("folder", sorted(FORBIDDEN))
def test_inner_folders_import_nothing_from_outside(folder: str) -> None:
    assert modules(folder)
    found = {str(file.relative_to(PROJECT)): forbidden for file in modules(folder) if (forbidden := FORBIDDEN[folder] & set(imported(tree_of(file))))}
    assert found == {}


def test_transforms_ask_no_clock_and_no_environment() -> None:
    found = [
        f"{file.relative_to(PROJECT)}:{node.lineno}"
        for file in modules("transforms")
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and (node.value.id, node.attr) in CLOCKS
    ]
    assert found == []


def test_files_with_dagster_keep_annotations_evaluated() -> None:
    found = [
        str(file.relative_to(PROJECT))
        for file in modules("orchestration")
        if "dagster" in set(imported(tree_of(file)))
        and any(isinstance(node, ast.ImportFrom) and node.module == "__future__" for node in ast.walk(tree_of(file)))
    ]
    assert found == []


def test_definitions_load_without_what_only_some_loads_need() -> None:
    import subprocess
    import sys

    asked = "import sys, orchestration.definitions; print([m for m in ('great_expectations', 'spacy', 'scipy', 'datasketch') if m in sys.modules])"
    ran = subprocess.run([sys.executable, "-W", "ignore", "-c", asked], cwd=PROJECT, capture_output=True, text=True, check=True, timeout=200)
    for name in ("great_expectations", "spacy", "scipy", "datasketch"):
        assert name not in ran.stdout, ran.stdout
