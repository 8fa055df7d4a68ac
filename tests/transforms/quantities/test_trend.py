"""Trend: the number is a rise or fall, or is reached by one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from transforms.quantities.trend import trend

CASES = [
    # verbs with the amount
    ("Wool prices rose «2.5 percent» on Friday.", "up"),
    ("Wool prices rose by «2.5 percent» on Friday.", "up"),
    ("Wool prices fell «$3» a bale.", "down"),
    ("Wool prices climbed «3%».", "up"),
    ("Wool prices jumped «12%» in a week.", "up"),
    ("Wool prices plunged «12%» in a week.", "down"),
    ("Shares of Orrin Mills slid «4 percent».", "down"),
    ("Shares of Orrin Mills gained «4 percent».", "up"),
    ("Shares of Orrin Mills lost «4 percent».", "down"),
    ("Shares of Orrin Mills shed «4 percent».", "down"),
    ("The index lost «190» points on Monday.", "down"),
    ("The index added «64» points on Monday.", "up"),
    ("The mill cut its budget by «$50 million».", "down"),
    ("The mill reduced its emissions by «a third».", "down"),
    ("The mill raised wages by «5 percent».", "up"),
    ("The mill slashed «400» jobs.", "down"),
    ("Output was increased by «18 percent».", "up"),
    ("Output was cut by «18 percent» in May.", "down"),
    ("Output is expected to grow by «6%» next year.", "up"),
    ("Output is poised to drop «6%» next year.", "down"),
    ("Turnout declined by «7 percentage points».", "down"),
    ("Orrin Mills rose under «4%».", "up"),
    ("Orrin Mills fell below «4%».", "down"),
    # clauses that leave out the verb
    ("Oats rose 3%, wheat «2%» and rye 4%.", "up"),
    ("Oats rose 3%, wheat 2% and rye «4%».", "up"),
    ("Shares of Orrin were down 2 percent, Osk Mills by «3 percent».", "down"),
    ("Orrin won 30 percent, Osk «20 percent».", None),
    ("Rents rose 3%, and in Osk «40%» of shops closed.", None),
    # reached by a change
    ("The death toll rose to «41» on Sunday.", "up"),
    ("The herd shrank to «40» goats.", "down"),
    ("Unemployment fell to «4.1 percent».", "down"),
    ("Unemployment climbed to «9 percent».", "up"),
    ("The number of pupils increased to «900».", "up"),
    ("The council lowered the fee to «$5».", "down"),
    ("The toll went up to «41».", "up"),
    # adverbs
    ("Wheat was up «9.4 per cent» on the day.", "up"),
    ("Wheat was down «9.4 per cent» on the day.", "down"),
    ("Wheat is up about «15 percent» this year.", "up"),
    ("Wheat ended down «1%» at noon.", "down"),
    ("The price was $3, down «9.2%» from a year before.", "down"),
    ("Sales were «3%» higher than in May.", "up"),
    ("Sales were «3%» lower than in May.", "down"),
    ("Profit was revised upward by «$40 million».", "up"),
    ("Maize traded at +«0.3%».", "up"),
    # nouns
    ("They saw a «10%» drop in visits.", "down"),
    ("They saw a «2.5 percent» rise in visits.", "up"),
    ("They saw a rise of «40 percent» in visits.", "up"),
    ("They promised a cut of «$5 million».", "down"),
    ("A decline of «12» points followed in May.", "down"),
    ("An increase to «900» pupils is planned.", "up"),
    # none
    ("The barn holds «40» goats.", None),
    ("Prices rose in «five» towns.", None),
    ("The toll rose to 41 from «30».", None),
    ("The mill raised «$5 million» from backers.", None),
    ("Planes dropped «two» crates.", None),
    ("Women make up «40 percent» of the crew.", None),
    ("They picked up «five» crates.", None),
    ("Up to «40» goats fell ill.", None),
    ("The owners shut down «two» kilns.", None),
    ("The fair drew «900» people after prices fell.", None),
    ("He sold 12 goats instead of «40».", None),
    ("The mill doubled its vats to 60 litres instead of the «30» litres of old.", None),
    ("The valley can dip down to «minus-40» degrees.", "down"),
    ("A drop in visits hit «three» inns.", None),
    ("The rise lasted «six» months.", None),
    ("About «40» goats ran down the hill.", None),
    # from one number to another
    ("Turnout fell from 61 to «54 percent».", "down"),
    ("Turnout fell from «61» to 54 percent.", None),
    ("Shares fell from $12 to «$10».", "down"),
    ("Shares fell from «$12» to $10.", None),
    ("Sales rose from 40,000 to «52,000» ploughs.", "up"),
    ("Sales rose from «40,000» to 52,000 ploughs.", None),
    ("The mill increased output from 5 million to «8 million» tonnes.", "up"),
    ("The fair saw a fall in visits from 900 last year to just «750».", "down"),
    ("Approval went from 40 percent in May to «46 percent» in June.", "up"),
    ("The staff went from 166 in May to «139» in June.", "down"),
    ("The ferry went from 3 ports to «12» islands.", None),
]


@pytest.mark.parametrize(("case", "expected"), CASES, ids=[case for case, _ in CASES])
def test_trend(marked: Callable, case: str, expected: str | None) -> None:
    document, quantity = marked(case)
    assert trend(document, quantity) == expected
