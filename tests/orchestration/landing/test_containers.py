"""Archives and WARC files: members landed as documents, bounded in bytes, members and depth; the whole part of a broken one is kept."""

import gzip
import io
import json
import tarfile
import time
import zipfile
from datetime import date

import pytest
from fastwarc.warc import WarcRecord, WarcRecordType

from orchestration.landing.documents import LandingLimits
from orchestration.landing.land import Sources, land
from orchestration.landing.store import landed_bytes, landing_quarantine

DAY = date(2024, 11, 4)


def article(number: int) -> bytes:
    return json.dumps(
        {"title": f"River {number}", "publisher": "Gazette", "published": "2024-10-28", "text": f"The river rose by {number} metres."}
    ).encode()


def page(number: int) -> bytes:
    return f"<html><head><title>River {number}</title></head><body><p>The river rose by {number} metres.</p></body></html>".encode()


def zipped(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in members.items():
            packed.writestr(name.replace("_", "."), data)
    return out.getvalue()


def tarred(*members: tuple[str, bytes], links: tuple[tuple[str, str], ...] = ()) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as packed:
        for name, data in members:
            info = tarfile.TarInfo(name)
            info.size = len(data)
            packed.addfile(info, io.BytesIO(data))
        for name, target in links:
            info = tarfile.TarInfo(name)
            info.type, info.linkname = tarfile.SYMTYPE, target
            packed.addfile(info)
    return out.getvalue()


def response(url: str, body: bytes, status: str = "200 OK", headers: str = "Content-Type: text/html") -> bytes:
    record = WarcRecord()
    record.init_headers(WarcRecordType.response, content_length=0)
    record.headers["WARC-Target-URI"] = url
    record.headers["WARC-Date"] = "2024-10-29T04:00:00Z"
    record.headers["Content-Type"] = "application/http; msgtype=response"
    record.set_bytes_content(f"HTTP/1.1 {status}\r\n{headers}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body)
    out = io.BytesIO()
    record.write(out)
    return out.getvalue()


@pytest.fixture
def take(tmp_path):
    """Land one file; the landed origins and the quarantined reasons."""

    def land_file(name: str, data: bytes, limits: LandingLimits | None = None):
        (tmp_path / "inbox").mkdir(exist_ok=True)
        (tmp_path / "inbox" / name).write_bytes(data)
        frame = land(tmp_path / "data", DAY, Sources(inbox=tmp_path / "inbox", limits=limits or LandingLimits()))
        return frame, landing_quarantine(tmp_path / "data", DAY)["reason"].to_list()

    return land_file


def test_members_of_a_zip_are_documents(take, tmp_path):
    frame, reasons = take("week.zip", zipped(a_json=article(1), b_html=page(2)))
    assert frame["origin"].to_list() == ["week.zip!a.json", "week.zip!b.html"]
    assert frame["media_type"].to_list() == ["application/json", "text/html"]
    assert landed_bytes(tmp_path / "data", frame["stored_path"][1]) == page(2)
    assert reasons == []


def test_members_of_a_tar_gz_are_documents_and_links_are_not(take):
    data = tarred(("a.json", article(1)), ("../../b.json", article(2)), ("/etc/c.json", article(3)), links=(("d.json", "/etc/passwd"),))
    frame, reasons = take("week.tar.gz", data)
    assert frame["origin"].to_list() == ["week.tar.gz!a.json"]
    assert reasons == ["outside_inbox"] * 3


def test_a_single_packed_file_is_one_document(take):
    frame, _ = take("a.json.gz", gzip.compress(article(1)))
    assert frame["media_type"].to_list() == ["application/json"]


def test_a_truncated_gzip_is_refused(take):
    frame, reasons = take("a.json.gz", gzip.compress(article(1) * 50)[:-20])
    assert (frame.height, reasons) == (0, ["truncated"])


def test_what_comes_before_the_break_of_a_truncated_tar_is_kept(take):
    noise = bytes((number * 7919 + number // 251) % 251 for number in range(300_000))
    whole = tarred(("a.json", article(1)), ("b.json", article(2)), ("noise.txt", noise))
    frame, reasons = take("week.tar.gz", whole[: len(whole) * 9 // 10])
    assert frame["origin"].to_list() == ["week.tar.gz!a.json", "week.tar.gz!b.json"]
    assert reasons == ["truncated"]


def test_a_broken_zip_is_refused(take):
    data = zipped(a_json=article(1), b_json=article(2))
    assert take("whole.zip", data)[0].height == 2
    assert take("half.zip", data[: len(data) // 2])[1] == ["malformed"]


def test_a_zip_bomb_is_refused_in_no_time(take):
    started = time.monotonic()
    frame, reasons = take("bomb.zip", zipped(bomb_txt=b"0" * 200_000_000, a_json=article(1)))
    assert frame["origin"].to_list() == ["bomb.zip!a.json"]
    assert reasons == ["archive_limit"]
    assert time.monotonic() - started < 10


def test_a_gzip_bomb_stops_at_the_limit(take):
    _, reasons = take("bomb.txt.gz", gzip.compress(b"a" * 60_000_000, 1))
    assert reasons == ["too_large"]


def test_an_archive_may_not_unpack_to_more_than_its_limit(take):
    limits = LandingLimits(max_archive_bytes=3 * len(article(1)))
    frame, reasons = take("week.zip", zipped(**{f"a{number}_json": article(number) for number in range(9)}), limits)
    assert (frame.height, reasons) == (3, ["archive_limit"])


def test_an_archive_may_not_have_more_members_than_its_limit(take):
    frame, reasons = take("week.tar.gz", tarred(*((f"{number}.json", article(number)) for number in range(9))), LandingLimits(max_archive_members=4))
    assert (frame.height, reasons) == (4, ["archive_limit"])


def test_an_archive_in_an_archive_is_refused(take):
    assert take("week.zip", zipped(inner_zip=zipped(a_json=article(1))))[1] == ["archive_limit"]


def test_pages_of_a_warc_file_are_documents(take, tmp_path):
    packed = "Content-Type: text/html; charset=utf-8\r\nContent-Encoding: gzip"
    data = b"".join((
        response("https://gazette.example/2024/10/28/a", page(1)),
        response("https://gazette.example/b", gzip.compress(page(2)), headers=packed),
        response("https://gazette.example/missing", b"gone", "404 Not Found"),
        response("https://gazette.example/logo.png", b"\x89PNG\r\n\x00\x00", headers="Content-Type: image/png"),
    ))  # fmt: skip
    frame, reasons = take("crawl.warc", data)
    assert frame["origin"].to_list() == ["https://gazette.example/2024/10/28/a", "https://gazette.example/b"]
    assert frame["origin_kind"].unique().to_list() == ["warc_record"]
    assert [landed_bytes(tmp_path / "data", path) for path in frame["stored_path"]] == [page(1), page(2)]
    assert json.loads(frame["headers"][1])["content-type"] == "text/html; charset=utf-8"
    assert reasons == ["unsupported_format"]
    detail = landing_quarantine(tmp_path / "data", DAY)["detail"][0]
    assert detail.endswith("2 pages taken, others are no articles: 1 of type image/png, 1 with status 404")


def test_a_truncated_packed_warc_keeps_what_came_before(take):
    noise = "".join(chr(33 + (number * 7919 + number // 97) % 90) for number in range(200_000))
    records = [response(f"https://gazette.example/{number}", page(number) + noise.encode()) for number in range(4)]
    whole = b"".join(gzip.compress(record) for record in records)
    frame, reasons = take("crawl.warc.gz", whole[: len(whole) * 6 // 10])
    assert frame["origin"].to_list() == ["https://gazette.example/0", "https://gazette.example/1"]
    assert reasons == ["truncated"]
