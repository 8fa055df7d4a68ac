"""Every document that can't be an article ends in quarantine with its reason, the others are read."""

import json

import polars as pl
import pytest

from tests.transforms.articles.conftest import landed_row
from transforms.articles.forgotten import Forgotten
from transforms.articles.limits import Limits
from transforms.articles.read import read_document, read_documents
from transforms.schema import ARTICLES, LANDED, QUARANTINE, QUARANTINE_REASONS

WORDS = "The river Ale rose by two metres in Alverton on Monday and 300 people were moved to safety."
GERMAN = "Der Fluss stieg am Montag um zwei Meter, und dreihundert Menschen mussten ihre Wohnungen verlassen, wie die Behörden mitteilten. " * 2
ARABIC = "ارتفع منسوب النهر يوم الاثنين بمقدار مترين وتم نقل ثلاثمائة شخص إلى أماكن آمنة كما قالت السلطات المحلية في بيان لها صدر مساء الاثنين"


def record(**fields) -> str:
    return json.dumps({"title": "River", "publisher": "Gazette", "published": "2024-10-28", "text": WORDS} | fields)


CASES = [
    ("empty file", "a.txt", b"", "empty"),
    ("only white space", "a.json", b" \n\t ", "empty"),
    ("binary", "a.txt", bytes(range(256)) * 10, "binary"),
    ("image named as text", "a.txt", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00", "binary"),
    ("invalid UTF-8", "a.txt", b"---\npublisher: Gazette\n---\nThe caf\xe9 was shut on Monday.", "encoding"),
    ("invalid UTF-8 in JSON", "a.json", b'{"text": "The caf\xe9 was shut"}', "encoding"),
    ("no date", "a.json", record(published=None), "no_date"),
    ("date in 2190", "a.json", record(published="2190-01-01"), "date_out_of_range"),
    ("date before 1990", "a.json", record(published="1889-01-01"), "date_out_of_range"),
    ("two days after it was found", "a.json", record(published="2024-11-06"), "date_out_of_range"),
    ("date that is none", "a.json", record(published="yesterday"), "malformed"),
    ("year only", "a.json", record(published="2024"), "malformed"),
    ("open order of day and month", "a.json", record(published="03/04/2024"), "malformed"),
    ("date as a number", "a.json", record(published=20241028), "wrong_type"),
    ("no text", "a.json", record(text=""), "no_text"),
    ("no text field", "a.json", '{"title": "River", "published": "2024-10-28"}', "missing_field"),
    ("text null", "a.json", record(text=None), "missing_field"),
    ("text as a list of numbers", "a.json", record(text=[1, 2]), "wrong_type"),
    ("title as an object without a name", "a.json", record(title={"size": 3}), "wrong_type"),
    ("publisher as a number", "a.json", record(publisher=7), "wrong_type"),
    ("a number for an article", "a.json", "42", "wrong_type"),
    ("broken JSON", "a.json", '{"text": "The river', "malformed"),
    ("endless nesting in JSON", "a.json", '{"a":' + "[" * 200_000, "malformed"),
    ("text of numbers only", "a.json", record(text="12 34 56 7,890 1.5 300"), "no_text"),
    ("title only", "a.txt", "---\npublisher: Gazette\npublished: 2024-10-28\ntitle: River rises\n---\n", "no_text"),
    ("invisible characters only", "a.json", record(text="\u200b\u200e\u202e\ufeff" * 50), "no_text"),
    ("German", "a.json", record(text=GERMAN), "language"),
    ("right-to-left", "a.json", record(text=ARABIC), "language"),
    ("English by its field, German by its words", "a.json", record(text=GERMAN, language="en"), "language"),
    ("no publisher", "a.json", record(publisher=None), "no_publisher"),
    ("front matter that is no YAML", "a.md", "---\ntitle: a: b: [\n---\n" + WORDS, "malformed"),
    ("front matter that is a list", "a.md", "---\n- a\n- b\n---\n" + WORDS, "malformed"),
    ("too long a text", "a.txt", "---\npublisher: Gazette\npublished: 2024-10-28\n---\n" + WORDS * 12_000, "too_large"),
    ("too large a document", "a.txt", b"a" * 20_000_001, "too_large"),
    ("CSV without a text column", "a.csv", "title,published\nRiver,2024-10-28\n", "missing_field"),
    ("broken Parquet", "a.parquet", b"PAR1 and nothing more", "malformed"),
    ("unknown XML", "a.xml", '<?xml version="1.0"?><invoice><sum>3</sum></invoice>', "unsupported_format"),
    ("feed in the inbox", "a.xml", '<?xml version="1.0"?><rss><channel/></rss>', "unsupported_format"),
    ("broken PDF", "a.pdf", b"%PDF-1.7 and nothing more", "malformed"),
    ("news item with an entity bomb", "a.xml", b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "%s">' % (b"a" * 1000)
     + b"".join(b'<!ENTITY b%d "%s">' % (n, (b"&a;" if n == 0 else b"&b%d;" % (n - 1)) * 10) for n in range(9))
     + b"]><newsItem><contentMeta><headline>&b8;</headline></contentMeta></newsItem>", "malformed"),
    ("page without text", "a.html", "<html><head><title>x</title></head><body><nav><a href=/>Home</a></nav></body></html>", "no_text"),
    ("page of 100,000 nested tags", "a.html", "<html><body>" + "<div>" * 100_000 + WORDS + "</div>" * 100_000, "no_text"),
]  # fmt: skip


@pytest.mark.parametrize("name, data, expected", [pytest.param(*case[1:], id=case[0]) for case in CASES])
def test_a_bad_document_is_quarantined_with_its_reason(reason, name, data, expected):
    assert reason(name, data) == [expected]
    assert expected in QUARANTINE_REASONS


def test_a_quarantine_row_holds_the_whole_record_and_says_what_to_do(read):
    (row,) = read("gazette.json", record(published="yesterday", section="Local"))
    assert row["detail"] == 'gazette.json: "published" is "yesterday"; expected an ISO 8601 date, such as 2024-10-28'
    assert json.loads(row["row_json"])["row"]["section"] == "Local"
    assert json.loads(row["row_json"])["landed"]["origin"] == "gazette.json"


def test_a_quarantine_row_holds_the_beginning_of_bad_bytes(read):
    (row,) = read("a.txt", b"The caf\xe9 was shut")
    assert json.loads(row["row_json"])["beginning"].startswith("The caf\\xe9 was")


def test_one_bad_line_costs_one_line(read):
    rows = read("a.jsonl", record() + "\n{broken\n" + record(text=3) + "\n[]\n\n" + record(title="Second") + "\n")
    assert [row.get("reason", row.get("title")) for row in rows] == ["River", "malformed", "wrong_type", "wrong_type", "Second"]
    assert [row["document_index"] for row in rows if "title" in row] == [0, 5]


def test_one_line_over_the_limit_costs_one_line():
    data = (record() + "\n" + record(text="a " * 5000)).encode()
    rows = read_document(data, landed_row("a.jsonl", data), Limits(max_record_bytes=2000))
    assert [row.get("reason", "article") for row in rows] == ["article", "too_large"]


def test_sql_html_and_terminal_escapes_are_only_text(read):
    text = "'; DROP TABLE claims; -- <script>alert(1)</script> said \x1b[31mred\x1b[0m\x1b]0;title\x07 and \x07bell in the town."
    (row,) = read("a.json", record(text=text))
    assert row["text"] == "River\n\n'; DROP TABLE claims; -- <script>alert(1)</script> said red and bell in the town."


def test_invisible_and_bidirectional_characters_leave_the_text(read):
    (row,) = read("a.json", record(text="The ri\u200bver rose by 3\u00ad00 \u202emetres\u202c in Alver\u2060ton\ufeff."))
    assert row["text"].endswith("The river rose by 300 metres in Alverton.")


def test_unpaired_surrogates_do_not_stop_a_document(read):
    (row,) = read("a.json", '{"title":"River","publisher":"G","published":"2024-10-28","text":"The river \\ud83d rose by two metres."}')
    assert row["text"].endswith("The river  rose by two metres.")


def frame(*documents: tuple[str, bytes]) -> pl.DataFrame:
    return pl.DataFrame([landed_row(name, data) for name, data in documents], schema=LANDED.frame_schema())


def read_all(*documents: tuple[str, str], forgotten: Forgotten | None = None):
    stored = {name: data.encode() for name, data in documents}
    return read_documents(frame(*stored.items()), stored.__getitem__, Limits(), *([forgotten] if forgotten else []))


def test_the_frames_are_those_of_the_schema():
    articles, quarantine = read_all(("a.json", record()), ("b.json", "nothing"))
    assert articles.schema == ARTICLES.frame_schema()
    assert quarantine.schema == QUARANTINE.frame_schema()
    assert (articles.height, quarantine.height) == (1, 1)


def test_duplicates_are_one_article_the_first_that_came():
    articles, quarantine = read_all(
        ("a.json", record()), ("b.json", record(section="Local")), ("c.md", f"---\npublisher: Gazette\npublished: 2024-10-28\n---\nRiver\n\n{WORDS}")
    )
    assert articles["document_id"].to_list() == ["id of a.json"]
    assert quarantine.is_empty()


def test_the_same_address_with_a_changed_text_is_the_same_article():
    url = "https://gazette.example/river"
    articles, _ = read_all(("a.json", record(url=url)), ("b.json", record(url=f"{url}?utm_source=x#top", text=WORDS + " Two are missing.")))
    assert articles["article_id"].n_unique() == 1
    assert articles["text_hash"].n_unique() == 2


def test_a_forgotten_article_is_kept_out_without_its_text():
    articles, _ = read_all(("a.json", record()))
    again, quarantine = read_all(("a.json", record()), forgotten=Forgotten(article_ids=frozenset(articles["article_id"])))
    assert again.is_empty()
    assert quarantine["reason"].to_list() == ["forgotten"]
    assert WORDS not in quarantine["row_json"][0]
