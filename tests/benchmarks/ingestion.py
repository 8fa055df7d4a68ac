"""What landing and reading cost: an article set, made-up pages against trafilatura alone, a large WARC file in a stream.

    python tests/benchmarks/ingestion.py [SET.jsonl.gz …] [--pages N] [--warc-mb N]

A SET has rows with `id`, `title`, `publisher`, `published`, `text`. Each part prints a line; the last line is one JSON object.
Everything is made in a temporary folder. Memory is the peak of the part's own process and its workers, in MB.
"""

from __future__ import annotations

import argparse
import gzip
import json
import multiprocessing
import os
import random
import resource
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from trafilatura import extract

from orchestration.landing.land import Sources, land
from orchestration.landing.reading import read_landed
from orchestration.landing.store import landed_bytes, landed_frame
from orchestration.parallel import map_bounded
from transforms.articles.limits import Limits
from transforms.articles.stories import stories

DAY = date(2024, 11, 4)
WORKERS = 2
WORDS = (
    "river town mayor people council statement report flood bridge money school police hospital company worker soldier market price weather storm "
    "government minister election vote plan road water house family week month north south east west early late large small new old first last local"
).split()
LINKS = "".join(f'<li class="item"><a href="/section/{number}">Section {number} of the site</a></li>' for number in range(60))
SCRIPT = "<script>" + "window.settings = {a: 1, b: [1, 2, 3]};" * 150 + "</script>"


def sentence(source: random.Random) -> str:
    """A made-up sentence with a number."""
    words = " ".join(source.choice(WORDS) for _ in range(source.randint(10, 22)))
    return f"The {words}, with at least {source.randint(2, 9000):,} people there, the mayor said."


def page(number: int) -> bytes:
    """A made-up page of some 25 KB: an article of about 500 words within navigation, scripts and lists of links."""
    source = random.Random(number)
    paragraphs = "".join(f"<p>{' '.join(sentence(source) for _ in range(3))}</p>" for _ in range(9))
    head = (
        f'<title>Report {number} | Gazette</title><meta property="og:site_name" content="Gazette">'
        f'<meta property="article:published_time" content="2024-10-{1 + number % 28:02}T08:00:00Z">{SCRIPT}'
    )
    body = (
        f"<nav><ul>{LINKS}</ul></nav><article><h1>Report {number}</h1>{paragraphs}</article><aside><ul>{LINKS}</ul></aside><footer>© Gazette</footer>"
    )
    return f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">{head}</head><body>{body}{SCRIPT}</body></html>'.encode()


def peak_mb() -> float:
    """Peak memory of this process and of its largest ended child."""
    own, below = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return round(max(own, below) / 1024, 1)


def timed(run: Callable[[], Any]) -> tuple[float, Any]:
    """Wall seconds of one call, and its result."""
    started = time.perf_counter()
    result = run()
    return time.perf_counter() - started, result


def in_own_process(part: Callable[..., dict[str, Any]], *given: Any) -> dict[str, Any]:
    """Run a part in a fresh process, so that its memory is its own."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        found = pool.submit(_part_with_peak, part, given).result()
    print(json.dumps({part.__name__: found}), flush=True)
    return found


def _part_with_peak(part: Callable[..., dict[str, Any]], given: tuple[Any, ...]) -> dict[str, Any]:
    return {**part(*given), "peak_memory_mb": peak_mb()}


def article_set(folder: Path, sets: list[Path]) -> dict[str, Any]:
    """Land and read the sets as one JSONL file each, land again, group the stories."""
    (folder / "inbox").mkdir()
    for number, path in enumerate(sets):
        with gzip.open(path, "rt", encoding="utf-8") as file:
            rows = [json.loads(line) for line in file if line.strip()]
        kept = (
            {**{name: row[name] for name in ("title", "publisher", "published", "text")}, "url": f"https://set.example/{row['id']}"} for row in rows
        )
        (folder / "inbox" / f"set-{number}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in kept))
    landing, landed = timed(lambda: land(folder / "data", DAY, Sources(inbox=folder / "inbox")))
    seconds, (articles, quarantine) = timed(lambda: read_landed(folder / "data", landed, Limits(), WORKERS))
    again, second = timed(lambda: land(folder / "data", DAY, Sources(inbox=folder / "inbox")))
    grouping, grouped = timed(lambda: stories(articles))
    return {
        "documents": landed.height, "articles": articles.height, "quarantined": dict(quarantine["reason"].value_counts().iter_rows()),
        "landing_seconds": round(landing, 2), "reading_seconds": round(seconds, 2), "second_landing_seconds": round(again, 3),
        "second_landing_new": second.height - landed.height, "stories_seconds": round(grouping, 2),
        "articles_in_shared_stories": grouped.height - grouped.unique("story_id").height, "article_ids": articles["article_id"].n_unique(),
    }  # fmt: skip


def landing(folder: Path, count: int) -> dict[str, Any]:
    """Land made-up pages from a folder, and once more."""
    (folder / "inbox").mkdir()
    for number in range(count):
        (folder / "inbox" / f"{number:06}.html").write_bytes(page(number))
    os.sync()
    seconds, landed = timed(lambda: land(folder / "data", DAY, Sources(inbox=folder / "inbox")))
    again, _ = timed(lambda: land(folder / "data", DAY, Sources(inbox=folder / "inbox")))
    return {"pages": landed.height, "pages_per_second": round(landed.height / seconds), "again_pages_per_second": round(landed.height / again)}


def _extract_alone(data_folder: Path, stored_path: str) -> int:
    return len(extract(landed_bytes(data_folder, stored_path)) or "")


def reading(folder: Path) -> dict[str, Any]:
    """Landed pages to articles on both cores against trafilatura alone on both cores; in turn, best of two."""
    landed = landed_frame(folder / "data", DAY)
    paths = landed["stored_path"].to_list()
    ours, alone = [], []
    for _ in range(2):
        ours.append(timed(lambda: read_landed(folder / "data", landed, Limits(default_publisher="G"), WORKERS))[0])
        alone.append(timed(lambda: list(map_bounded(partial(_extract_alone, folder / "data"), paths, WORKERS, 60)))[0])
    rates = {"pages_per_second": round(len(paths) / min(ours), 1), "trafilatura_pages_per_second": round(len(paths) / min(alone), 1)}
    return {"pages": len(paths), **rates, "ratio_to_trafilatura": round(min(alone) / min(ours), 2)}


def make_warc(path: Path, megabytes: int) -> int:
    """A WARC file of at least this size; the pages' number."""
    size = count = 0
    filler = "<!-- " + "x" * 40_000 + " -->"
    with path.open("wb") as file:
        while size < megabytes * 1_000_000:
            body = page(count) + f"{filler}{count}".encode()
            http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
            head = (
                f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{count:012}>\r\nWARC-Date: 2024-10-29T04:00:00Z\r\n"
                f"WARC-Target-URI: https://gazette.example/report/{count}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
            )
            size += file.write(head.encode() + http + b"\r\n\r\n")
            count += 1
    return count


def warc(folder: Path, megabytes: int) -> dict[str, Any]:
    """Land a WARC file in a stream."""
    count = make_warc(folder / "crawl.warc", megabytes)
    before = peak_mb()
    seconds, landed = timed(lambda: land(folder / "data", DAY, Sources(paths=(folder / "crawl.warc",))))
    return {"megabytes": megabytes, "pages": count, "landed": landed.height, "seconds": round(seconds, 1), "memory_before_mb": before}


def main() -> None:
    """Run the parts that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", type=Path)
    parser.add_argument("--pages", type=int, default=1500)
    parser.add_argument("--warc-mb", type=int, default=1000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folders = [Path(name) / part for part in ("set", "pages", "warc")]
        for folder in folders:
            folder.mkdir()
        results = {"article_set": in_own_process(article_set, folders[0], given.sets)} if given.sets else {}
        if given.pages:
            results["landing"] = in_own_process(landing, folders[1], given.pages)
            results["reading"] = in_own_process(reading, folders[1])
        if given.warc_mb:
            results["warc"] = in_own_process(warc, folders[2], given.warc_mb)
    print(json.dumps(results))


if __name__ == "__main__":
    main()
