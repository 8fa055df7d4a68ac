"""Statements set off by a line with a colon, in releases, and transcripts whose turns open with one word."""

RELEASE = """The ministry has sent tents to the north.

Rivers Minister Ada Orr said:

The flood is a grave one. We have sent [[9,000]] tents to the north.

We will help [[half]] of those who fled.

“It took [[40]] days,” said Ivan Dell.

The ministry sent [[30]] boats last year."""
TRANSCRIPT = """CAPT. MOSS: Thanks.

We begin with the north. It has [[40]] boats.

COL. DELL: Good.

We sank [[nine]] of them."""


def test_set_off_until_somebody_else_speaks(read):
    assert [(said.source, said.quote) for said in read(RELEASE)] == [
        ("Ada Orr", "direct"),
        ("Ada Orr", "direct"),
        ("Ivan Dell", "direct"),
        (None, "none"),
    ]


def test_turn_that_opens_with_one_word(read):
    assert [said.source for said in read(TRANSCRIPT)] == ["Moss", "Dell"]


def test_nobody_has_said_it(read):
    for text in (
        "Guests must promise to pay [[40]] euros.",
        "The bloc holds 70 seats and predicted to win [[73]].",
        "Its predicted tally of [[nine]] seats would be a record.",
        "The government declared a [[48]]-hour curfew.",
    ):
        assert [said.source for said in read(text)] == [None], text


def test_two_bodies(read):
    assert [said.source for said in read("The ONR and CNT reported that [[40]] boats had sunk.")] == ["ONR and CNT"]


def test_report_with_its_maker(read):
    text = "According to a report released by the Orlo Institute, [[40]] boats have sunk."
    assert [said.source for said in read(text)] == ["report released by the Orlo Institute"]
