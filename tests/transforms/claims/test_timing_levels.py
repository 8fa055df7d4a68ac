"""Periods of levels that are compared with another month's, of the same day, and of business quarters told in weeks.

One line a case: text, number as written, period.
"""

from __future__ import annotations

from datetime import date

import pytest

from transforms.extract import ArticleText, extract

PUBLISHED = date(2024, 10, 30)
CASES = [
    ("Brandt was at 24 percent in the latest poll, up eight points from July.", "24 percent", None),
    ("Brandt's support dipped to 24 percent, a four-point drop from July, a poll found.", "24 percent", None),
    ("In a Norl poll, her lead narrowed from July's 20-point gap to 13 points.", "20", "2024-07/2024-07"),
    ("In a Norl poll, her lead narrowed from July's 20-point gap to 13 points.", "13", None),
    ("Support was 44 percent, down from 56 percent who said the same in July.", "44 percent", None),
    ("Support was 44 percent, down from 56 percent who said the same in July.", "56 percent", "2024-07/2024-07"),
    ("July's 6.2-magnitude quake killed 40 people in Norl.", "40", "2024-07/2024-07"),
    ("The firm gave $4,000 on June 20, 2023. It was one of six gifts made that same day.", "six", "2023-06-20/2023-06-20"),
    ("It rained. The shop sold six boats that same day.", "six", None),
    ("Starts were 5.2 percent above the revised June estimate of 407,000.", "407,000", "2024-06/2024-06"),
    ("Retail sales rose 0.6 percent in June according to estimates by the Orlo Bureau.", "0.6 percent", "2024-06/2024-06"),
    ("Sales were $38 million for the quarter ended Sept. 29.", "$38 million", "2024-07-01/2024-09-29"),
    ("Sales were $38 million for the quarter ended Sept. 30.", "$38 million", "2024-07/2024-09"),
    ("Sales were $38 million for the quarter ended Sept. 12.", "$38 million", "2024-06-13/2024-09-12"),
]


@pytest.mark.parametrize(("text", "number", "period"), CASES, ids=[f"{number} | {text[:60]}" for text, number, _ in CASES])
def test_period(text: str, number: str, period: str | None) -> None:
    mentions = extract(ArticleText(text, PUBLISHED, None, None)).mentions
    assert [mention["period"] for mention in mentions if mention["number_text"] == number] == [period]
