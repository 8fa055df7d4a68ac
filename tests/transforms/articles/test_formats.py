"""Each format is recognised by its content and read with its own metadata."""

import io
import json
from datetime import date

import polars as pl
import pytest
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from transforms.articles.formats import media_type

WORDS = "The river Ale rose by two metres in Alverton on Monday and 300 people were moved to safety."
MORE = "The council will spend $1.5 million on repairs, according to a statement."
DAY = date(2024, 10, 28)

TYPES = [
    ("text", "a.txt", "The river rose.", "text/plain"),
    ("text without a name", "", "The river rose.", "text/plain"),
    ("page named as text", "a.txt", "<!DOCTYPE html><html><body>", "text/html"),
    ("page with a comment first", "a", "<!-- made by hand -->\n<html>", "text/html"),
    ("XHTML", "a", '<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml">', "text/html"),
    ("object", "a", '{\n "text": "x"\n}', "application/json"),
    ("list", "a.txt.json", '[{"text": "x"}]', "application/json"),
    ("lines of objects", "a.json", '{"text": "x"}\n{"text": "y"}\n', "application/x-ndjson"),
    ("Markdown", "a.md", "# River", "text/markdown"),
    ("text that begins with a bracket", "a", "[Alverton] The river", "text/plain"),
    ("table", "a.csv", "title,text\n", "text/csv"),
    ("mail", "a", "From: a@b.example\nSubject: River\n\nThe river", "message/rfc822"),
    ("dialogue", "a.txt", "Vale: the river rose\nFen: and fell", "text/plain"),
    ("feed", "a", '<?xml version="1.0"?><rss version="2.0">', "application/feed+xml"),
    ("zip", "a.json", "PK\x03\x04", "application/zip"),
    ("WARC", "a", "WARC/1.0\r\n", "application/warc"),
]


@pytest.mark.parametrize("name, head, expected", [pytest.param(*case[1:], id=case[0]) for case in TYPES])
def test_a_format_is_recognised_by_content(name, head, expected):
    assert media_type(head.encode(), name) == expected


def facts(row: dict) -> tuple:
    return row.get("title"), row.get("publisher"), row.get("published_on"), row.get("text", row.get("detail"))


TEXT = f"River rises\n\n{WORDS}\n\n{MORE}"
EXPECTED = ("River rises", "Gazette", DAY, TEXT)
BODY = f"{WORDS}\n\n{MORE}"
XHTML = f"<p>{WORDS}</p><p>{MORE}</p>"

SHAPES = {
    "own schema": {"title": "River rises", "publisher": "Gazette", "published": "2024-10-28", "text": BODY},
    "newspaper": {"title": "River rises", "text": BODY, "publish_date": "2024-10-28 00:00:00", "source_url": "https://www.gazette.example", "authors": ["Ida Fen"], "meta_lang": "en", "canonical_link": "https://gazette.example/r"},
    "news-please": {"title": "River rises", "maintext": BODY, "date_publish": "2024-10-28 08:00:00", "source_domain": "www.gazette.example", "authors": ["Ida Fen"], "language": "en", "url": "https://www.gazette.example/r", "date_download": "2024-10-30 01:00:00", "description": "x"},
    "fundus": {"title": "River rises", "authors": ["Ida Fen"], "publishing_date": "2024-10-28T08:00:00+02:00", "publisher": "Gazette", "body": {"summary": [WORDS], "sections": [{"headline": [], "paragraphs": [MORE]}]}, "lang": "en"},
    "schema.org": {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "River rises", "articleBody": XHTML, "datePublished": "2024-10-28T08:00:00Z", "publisher": {"@type": "Organization", "name": "Gazette"}, "author": [{"@type": "Person", "name": "Ida Fen"}], "mainEntityOfPage": {"@id": "https://gazette.example/r"}},
    "schema.org graph": {"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "Gazette"}, {"@type": "NewsArticle", "headline": "River rises", "articleBody": BODY, "datePublished": "2024-10-28", "publisher": {"name": "Gazette"}}]},
    "ninjs 1": {"uri": "tag:gazette.example,2024:1", "headline": "River rises", "byline": "Ida Fen", "versioncreated": "2024-10-28T08:00:00Z", "body_xhtml": XHTML, "source": "Gazette", "language": "en"},
    "ninjs 2": {"uri": "tag:gazette.example,2024:1", "headlines": [{"value": "River rises"}], "firstCreated": "2024-10-28T08:00:00Z", "bodies": [{"value": XHTML, "contentType": "application/xhtml+xml"}], "infosources": [{"name": "Gazette"}]},
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_a_shape_of_record_is_read(read, shape):
    (row,) = read("a.json", json.dumps(SHAPES[shape]))
    publisher = "gazette.example" if shape in ("newspaper", "news-please") else "Gazette"
    assert facts(row) == ("River rises", publisher, DAY, TEXT)
    assert row["publisher_origin"] == ("host" if publisher == "gazette.example" else "fields")


NEWSML = f"""<?xml version="1.0" encoding="UTF-8"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
<newsItem guid="tag:1" xml:lang="en"><itemMeta><provider literal="Gazette"/><versionCreated>2024-10-28T08:00:00Z</versionCreated></itemMeta>
<contentMeta><headline>River rises</headline><by>Ida Fen</by></contentMeta><contentSet><inlineXML>
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>{XHTML}</body></html></inlineXML></contentSet></newsItem></itemSet></newsMessage>"""
NITF = f"""<?xml version="1.0"?><nitf><head><docdata><date.issue norm="20241028T080000Z"/></docdata><pubdata name="Gazette"/></head>
<body><body.head><hedline><hl1>River rises</hl1></hedline></body.head><body.content><block>{XHTML}</block></body.content></body></nitf>"""
MAIL = f"From: Gazette <desk@gazette.example>\r\nSubject: River rises\r\nDate: Mon, 28 Oct 2024 08:00:00 +0100\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{BODY}\r\n-- \r\nGazette, 12 Mill Lane"
MULTIPART = (
    "From: Gazette <desk@gazette.example>\r\nSubject: =?utf-8?q?River_rises?=\r\nDate: Mon, 28 Oct 2024 08:00:00 +0100\r\nMIME-Version: 1.0\r\n"
    f'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><body><div>{XHTML}</div></body></html>\r\n'
    "--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--b--\r\n"
)
FRONT = f"---\ntitle: River rises\npublisher: Gazette\npublished: 2024-10-28T08:00:00+01:00\nauthors: [Ida Fen]\n---\n\n{BODY}\n"
MARKDOWN = f"---\npublisher: Gazette\npublished: 2024-10-28\n---\n# River rises\n\n{WORDS.replace('two metres', '**two metres**').replace('Alverton', '[Alverton](https://a.example)')}\n\n{MORE}\n"


@pytest.mark.parametrize("name, data", [
    pytest.param("a.xml", NEWSML, id="NewsML-G2"), pytest.param("a.xml", NITF, id="NITF"), pytest.param("a.eml", MAIL, id="mail"),
    pytest.param("a.eml", MULTIPART, id="mail in HTML with a picture"), pytest.param("a.txt", FRONT, id="front matter"),
    pytest.param("a.md", MARKDOWN, id="Markdown"), pytest.param("a.txt", "\ufeff" + FRONT.replace("\n", "\r\n"), id="front matter from Windows"),
])  # fmt: skip
def test_a_document_of_this_format_is_read(read, name, data):
    (row,) = read(name, data)
    assert facts(row) == EXPECTED


def test_front_matter_in_utf_16_is_read(read):
    (row,) = read("a.txt", FRONT.encode("utf-16"))
    assert facts(row) == EXPECTED


def test_tables_are_read(read):
    table = f'title;publisher;published;text\nRiver rises;Gazette;2024-10-28;"{BODY}"\nSecond;Gazette;;"{BODY}"\n;;;\n'
    rows = read("a.csv", table)
    assert facts(rows[0]) == EXPECTED
    assert [row.get("reason") for row in rows[1:]] == ["no_date"]
    out = io.BytesIO()
    pl.DataFrame({"title": ["River rises"], "publisher": ["Gazette"], "published": [DAY], "text": [BODY], "score": [1.5]}).write_parquet(out)
    (row,) = read("a.parquet", out.getvalue())
    assert facts(row) == EXPECTED


def test_a_pdf_with_a_text_layer_is_read(read):
    writer = PdfWriter()
    page = writer.add_blank_page(400, 400)
    font = DictionaryObject(
        {NameObject("/Type"): NameObject("/Font"), NameObject("/Subtype"): NameObject("/Type1"), NameObject("/BaseFont"): NameObject("/Helvetica")}
    )
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})})
    content = DecodedStreamObject()
    content.set_data(b"BT /F1 10 Tf 10 300 Td (" + WORDS.encode() + b") Tj ET")
    page[NameObject("/Contents")] = writer._add_object(content)
    writer.add_metadata({"/Title": "River rises", "/CreationDate": "D:20241028080000Z"})
    out = io.BytesIO()
    writer.write(out)
    (row,) = read("a.pdf", out.getvalue(), given_publisher="Gazette")
    assert facts(row) == ("River rises", "Gazette", DAY, f"River rises\n\n{WORDS}")


PAGE = "<html><head><meta charset={charset}><title>Café</title></head><body><article><h1>Café</h1><p>The café in Alverton was shut for 30 days, said its owner – for “repairs”.</p></article></body></html>"
CHARSETS = [
    ("declared wrongly as Latin-1, is UTF-8", "iso-8859-1", "utf-8"),
    ("declared wrongly as UTF-8, is Windows-1252", "utf-8", "windows-1252"),
    ("declared rightly as Windows-1252", "windows-1252", "windows-1252"),
    ("declared as Latin-1, has Windows' quotes", "iso-8859-1", "windows-1252"),
    ("declared as nonsense", "x-nonsense", "utf-8"),
    ("UTF-16 with a mark", "utf-8", "utf-16"),
]


@pytest.mark.parametrize("declared, real", [pytest.param(*case[1:], id=case[0]) for case in CHARSETS])
def test_a_page_is_decoded_by_what_its_bytes_are(read, declared, real):
    (row,) = read("a.html", PAGE.format(charset=declared).encode(real), given_publisher="G", given_published="2024-10-28")
    assert row["text"] == "Café\n\nThe café in Alverton was shut for 30 days, said its owner – for “repairs”."


def test_mixed_encodings_in_one_page_are_both_read(read):
    data = PAGE.format(charset="utf-8").encode().replace("“repairs”".encode(), "“repairs”".encode("windows-1252"))
    (row,) = read("a.html", data, given_publisher="G", given_published="2024-10-28")
    assert row["text"].endswith("The café in Alverton was shut for 30 days, said its owner – for “repairs”.")


def test_a_title_is_not_doubled(read):
    (row,) = read("a.json", json.dumps({"title": "River rises", "publisher": "G", "published": "2024-10-28", "text": f"RIVER RISES.\n\n{WORDS}"}))
    assert row["text"] == f"RIVER RISES.\n\n{WORDS}"


def test_the_trusted_evidence_wins_and_is_named(read):
    page = PAGE.format(charset="utf-8").replace(
        "</head>", '<meta property="article:published_time" content="2024-10-27T10:00:00Z"><meta name="date" content="2024-10-01"></head>'
    )
    address = {"origin": "https://gazette.example/2024/10/20/cafe", "origin_kind": "feed"}
    (row,) = read("a.html", page, **address)
    assert (row["published_on"].day, row["published_origin"], row["publisher"], row["publisher_origin"]) == (
        27,
        "open_graph",
        "gazette.example",
        "host",
    )
    (row,) = read("a.html", PAGE.format(charset="utf-8"), **address, given_published="Mon, 21 Oct 2024 08:00:00 GMT")
    assert (row["published_on"].day, row["published_origin"]) == (21, "feed")
    (row,) = read("a.html", PAGE.format(charset="utf-8"), **address)
    assert (row["published_on"].day, row["published_origin"]) == (20, "url")


def test_a_dateline_dates_an_article_and_a_folder_names_its_publisher(read):
    (row,) = read("Northern Press/a.txt", f"River rises\n\nALVERTON, Oct. 28, 2024 (NP) — {WORDS}")
    assert (row["published_on"], row["published_origin"], row["publisher"], row["publisher_origin"]) == (DAY, "dateline", "Northern Press", "folder")
