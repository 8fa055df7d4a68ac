"""Page furniture is marked by its span; sentences that only look like it are not."""

import time

import pytest

from transforms.articles.furniture import marked

FURNITURE = [
    ("Your browser doesn’t support HTML5", "video_notice"), ("This video is not available in your country", "video_notice"),
    ("Watch: Flood water enters the old town", "video_notice"), ("Read more: What 3 experts say", "read_more"), ("Most read", "read_more"),
    ("Story continues below advertisement", "read_more"), ("12 comments", "read_more"), ("Advertisement", "advertisement"),
    ("Sign up for our daily newsletter of 5 stories", "newsletter"), ("Get the day's 10 top headlines delivered to your inbox", "newsletter"),
    ("Start your 30-day free trial", "newsletter"), ("You have 3 free articles left", "newsletter"), ("We and our 842 partners use cookies", "cookies"),
    ("Accept all cookies", "cookies"), ("Photo: Anna Brandt/Northern Press", "credit"), ("Image credit: Anna Brandt", "credit"), ("Anna Brandt/AFP", "credit"),
    ("© 2024 Northern Press", "credit"), ("14:32 GMT", "live_stamp"), ("25 minutes ago", "live_stamp"), ("Last updated: 28 October 2024 10:15", "live_stamp"),
    ("Published on 28 October 2024 at 10:15 am GMT", "live_stamp"), ("5 min read", "read_time"), ("Share this article", "share"), ("This article was amended on 3 May 2024 to correct a figure.", "correction_notice"),
    ("Tel: +44 20 5550 1234", "contact"),
]  # fmt: skip
SENTENCES = [
    "He read more than 30 books in prison.", "More than 300 people signed up to help.", "Watch sales fell by 12 percent.", "Cookies cost $3 each, the baker said.",
    "The photo shows 40 soldiers in a trench.", "Share prices fell 3%.", "At 14:32 GMT two missiles hit the port.", "Ten minutes ago there were 30 people here, he said.",
    "They subscribe to 3 papers.", "Published in 2019, the report found 300 cases.", "Updated figures show 300 dead in Alverton.", "We use 40 tonnes of coal a day.", "Credit grew by 3 percent, the bank said.",
    "Call centres lost 3,000 jobs.", "Source code of 2 million lines was stolen.",
]  # fmt: skip


@pytest.mark.parametrize("line, reason", FURNITURE)
def test_furniture_is_marked(line, reason):
    text = f"Title\n\nA sentence.\n\n  {line} \n\nAnother sentence."
    assert [(text[start:end], why) for start, end, why in marked(text)] == [(line, reason)]


@pytest.mark.parametrize("line", SENTENCES)
def test_sentences_are_not_marked(line):
    assert marked(f"Title\n\n{line}\n") == []


def test_the_title_is_never_marked():
    assert marked("Read more: the book\n\nA sentence.") == []


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "piece",
    ["a ", "12 ", "mon at on ", "updated 12 ", "get our ", "photo: ", "read more: ", "(photo ", "12:30 ", "Anna ", "- ", "we use ", ".", "5 min "],
)
def test_no_line_takes_long(piece):
    started = time.perf_counter()
    for start in ("", "Updated ", "Photo by ", "Get ", "We ", "Tel: ", "Share "):
        for end in ("", "x", "!"):
            marked(f"Title\n\n{(start + piece * 200)[:395]}{end}")
    assert time.perf_counter() - started < 2
