"""What a rule knows around a phrase: the publication date, the dates named before, and the tense of the clause."""

from __future__ import annotations

from transforms.dates import tense
from transforms.dates.reading import Reading
from transforms.language.document import Document

# half a year and more, as companies report them: a year earlier is then the same span of the year before
_COMPARED_SPANS = ("P6M", "P9M", "P1Y", "P12M", "P26W", "P39W", "P52W")
# how far from a date its clause's verb is looked for
_CLAUSE = 200
_PERIODS = ("month", "quarter", "half", "season", "year")


_TO_ITS_END = 24


def _has_end(reading: Reading) -> bool:
    """Whether it is a span of months whose end the text names."""
    return reading.precision == "month" and reading.first is not None and reading.last is not None


class Context:
    """One document's state while its phrases are read in text order."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.text
        self.published = document.published
        self._sentences = document.sentences
        self._sentence = 0
        self._named: list[Reading] = []
        self._by_precision: dict[str, Reading] = {}
        self._told: dict[str, Reading] = {}
        self._latest_quarter: Reading | None = None
        self.span: Reading | None = None
        self.day_first: bool | None = None

    def remember(self, reading: Reading) -> None:
        """Take note of a resolved date, so that later phrases can point back to it."""
        if reading.type == "DURATION" and not reading.is_comparison and (reading.value in _COMPARED_SPANS or _has_end(reading)):
            self.span = reading
        if reading.first is None or reading.last is None or reading.type not in ("DATE", "TIME") or reading.is_comparison:
            return
        self._named.append(reading)
        precision = "day" if reading.precision == "time" else reading.precision
        self._by_precision[precision] = reading
        if self._is_told_of(reading):
            self._told[precision] = reading
            if precision == "quarter" and (self._latest_quarter is None or (self._latest_quarter.first or reading.first) <= reading.first):
                self._latest_quarter = reading

    def _is_told_of(self, reading: Reading) -> bool:
        """Whether there can be figures for it: it has begun; a quarter that runs on, mostly a forecast, yields to one that is over."""
        if self.published is None or reading.first is None or reading.last is None:
            return True
        if reading.precision in ("quarter", "half") and reading.precision in self._told:
            return reading.last < self.published
        return reading.first <= self.published

    @property
    def last_named(self) -> Reading | None:
        """The date named last."""
        return self._named[-1] if self._named else None

    def last_day(self) -> Reading | None:
        """The day named last."""
        return self._by_precision.get("day")

    def last_with(self, precision: str) -> Reading | None:
        """The date of that precision named last."""
        return self._by_precision.get(precision)

    def told_with(self, precision: str, position: int) -> Reading | None:
        """The period of that precision named last that there can be figures for: "a year earlier" passes over forecasts.

        Of quarters the one reported, the latest, unless this sentence or the one before has named another.
        """
        named, latest = self._told.get(precision), self._latest_quarter
        if named is None or precision != "quarter" or latest is None or latest.first is None or named.first is None:
            return named
        start = self.document.sentence_at(position).index - self.document.sentence_at(named.start).index
        return latest if start > 1 and latest.first > named.first else named

    def last_period(self) -> Reading | None:
        """The month, quarter, half, season or year named last; None where a span of months was named after it, which has no name."""
        return self._period_of(self._by_precision)

    def told_period(self, position: int) -> Reading | None:
        """As `last_period`, of those that there can be figures for."""
        named = self._period_of(self._told)
        return self.told_with("quarter", position) if named is not None and named.precision == "quarter" else named

    def _period_of(self, by_precision: dict[str, Reading]) -> Reading | None:
        found = [by_precision[name] for name in _PERIODS if name in by_precision]
        last = max(found, key=lambda reading: reading.start) if found else None
        if last is None or self.span is None:
            return last
        # "the nine months to September": the month is but their end
        is_end = last.start - self.span.end < _TO_ITS_END and last.last == self.span.last
        return last if last.start > self.span.start and not is_end else None

    def sentence_span(self, position: int) -> tuple[int, int]:
        """Start and end of the sentence that holds the position; positions come in ascending order mostly."""
        sentence = self.document.sentence_at(position)
        return sentence.start, sentence.end

    def in_sentence(self, reading: Reading | None, position: int) -> bool:
        """Whether the reading stands in the sentence of the position."""
        return reading is not None and reading.start >= self.sentence_span(position)[0]

    def tense(self, start: int, end: int) -> str | None:
        """`past`, `future` or None for the clause around the span."""
        first, last = self.sentence_span(start)
        first, last = max(first, start - _CLAUSE), min(last, end + _CLAUSE)
        return tense.direction(self.text[first:last], start - first, end - first)

    def before(self, start: int, length: int = 24) -> str:
        """The characters before the position, lower-case, white space stripped at the end."""
        return self.text[max(0, start - length) : start].lower().rstrip()

    def peek(self, position: int) -> Reading | None:
        """The date that stands right at the position and is not read yet; only a reader of phrases can tell."""
        return None
