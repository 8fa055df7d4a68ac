"""Run every benchmark whose set lies in a folder, score it with the folder's scorers, print one table.

    python tests/benchmarks/run.py FOLDER [--only NAME] [--speed]

FOLDER holds quantities/newsquant_dev.json, attribution/dev.jsonl.gz, dates/dev.jsonl.gz, claims/dev.jsonl and the
scorers score_quantities.py, score_attribution.py, score_dates.py, score_claims.py. The sets are not part of this
repository; docs/accuracy.md says what they are and keeps the figures.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
Figures = dict[str, float]


def _quantities(result: dict[str, Any]) -> Figures:
    return {f"quantities: {name} F1": result["all"][name]["f1"] for name in ("value", "unit", "change", "concept", "all")}


def _attribution(result: dict[str, Any]) -> Figures:
    figures: Figures = {}
    for column in ("clear", "all"):
        figures[f"attribution, {column}: attributed F1"] = 100 * result[column]["attributed"]["f1"]
        figures[f"attribution, {column}: right source"] = 100 * result[column]["source"]["resolved"]
        figures[f"attribution, {column}: overall"] = 100 * result[column]["overall"]["micro"]
        figures[f"attribution, {column}: coverage"] = 100 * result[column]["coverage"]
    return figures


def _dates(result: dict[str, Any]) -> Figures:
    return {
        "dates: DATE value F1": 100 * result["date"]["value_f1"],
        "dates: gold days right": 100 * result["date"]["day_accuracy"],
        "dates: value F1 of all": 100 * result["all"]["value_f1"],
    }


def _claims(result: dict[str, Any]) -> Figures:
    figures = {f"claims: {name} {part}": result[name][part] for name in ("detected", "whole") for part in ("precision", "recall", "f1")}
    figures |= {f"claims: {name}": value for name, value in result["field_accuracy"].items()}
    for name, row in result["beyond_constant"].items():
        figures |= {f"claims: {name} beyond constant, {part}": row[part] for part in ("precision", "recall")}
    return figures


SETS: dict[str, tuple[str, str, list[str], Callable[[dict[str, Any]], Figures]]] = {
    "quantities": ("quantities/newsquant_dev.json", "score_quantities.py", ["--json"], _quantities),
    "attribution": ("attribution/dev.jsonl.gz", "score_attribution.py", ["--quiet"], _attribution),
    "dates": ("dates/dev.jsonl.gz", "score_dates.py", ["--json"], _dates),
    "claims": ("claims/dev.jsonl", "score_claims.py", ["--json"], _claims),
}


def figures(folder: Path, name: str) -> Figures:
    """Predict and score one set; raises CalledProcessError with the script's own message when a step fails."""
    gold, scorer, options, pick = SETS[name]
    with tempfile.TemporaryDirectory() as scratch:
        out = Path(scratch) / "predictions.jsonl"
        subprocess.run([sys.executable, HERE / f"{name}.py", folder / gold, out], check=True)
        scored = subprocess.run([sys.executable, folder / scorer, folder / gold, out, *options], check=True, capture_output=True, text=True)
    return pick(json.loads(scored.stdout.strip().splitlines()[-1]))


def main() -> None:
    """Read the arguments, run, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", choices=sorted(SETS))
    parser.add_argument("--speed", action="store_true", help="also measure the words a second against spaCy")
    arguments = parser.parse_args()
    folder = arguments.folder.resolve()
    for name, (gold, *_) in SETS.items():
        if arguments.only not in (None, name):
            continue
        if not (folder / gold).is_file():
            print(f"{name}: {gold} is not in {folder}; left out", file=sys.stderr)
            continue
        for label, value in figures(folder, name).items():
            print(f"{label:55} {value:6.1f}", flush=True)
    if arguments.speed:
        for gold in ("attribution/dev.jsonl.gz", "claims/dev.jsonl"):
            measured = subprocess.run([sys.executable, HERE / "throughput.py", folder / gold], check=True, capture_output=True, text=True)
            print(f"{gold}: {measured.stdout.strip().splitlines()[-1]}", flush=True)


if __name__ == "__main__":
    main()
