"""What reading may cost and what it accepts: plain numbers, so that the settings can fill them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds for one document and one article, and what counts as acceptable."""

    max_record_bytes: int = 20_000_000
    """Largest single article: a page, a text, one line of JSONL."""
    max_text_characters: int = 1_000_000
    """Longest text of one article."""
    max_records: int = 500_000
    """Most articles of one document."""
    max_element_depth: int = 200
    """Deepest nesting of a page's elements that is read."""
    first_day: date = date(1990, 1, 1)
    """Earliest publication day that is believed."""
    languages: tuple[str, ...] = ("en",)
    """ISO 639-1 codes of the languages that go on to extraction."""
    text_column: str = "text"
    """Column of CSV and Parquet files that holds the article's text."""
    use_file_time: bool = False
    """Whether a file's modification time may stand for a missing publication date."""
    default_publisher: str | None = None
    """Publisher of articles that name none; without it they are quarantined."""
    min_words: int = 3
    """Fewest words with letters that make a text."""
