"""Hedges before and after a number: comparator, open ends, span of the hedge."""

from __future__ import annotations

from collections.abc import Callable

import pytest

CASES = [
    ("the count is closing in on «900» mules", "~"),
    ("more than «40» mules", ">"),
    ("More than «40» mules", ">"),
    ("over «40» mules", ">"),
    ("well over «40» mules", ">"),
    ("exceeding «40» mules", ">"),
    ("in excess of «40» mules", ">"),
    ("upwards of «40» mules", ">"),
    ("north of «40» mules", ">"),
    ("above «40%»", ">"),
    ("more than a further «40» mules", ">"),
    ("more than another «40» mules", ">"),
    ("The herd surpassed «40» mules", ">"),
    ("at least «40» mules", ">="),
    ("at least another «40» mules", ">="),
    ("At least «a dozen» mules", ">="),
    ("no fewer than «40» mules", ">="),
    ("no less than «40» mules", ">="),
    ("not less than «40» mules", ">="),
    ("a minimum of «40» mules", ">="),
    ("«40» or more mules", ">="),
    ("«40» mules or more", ">="),
    ("«2,000» or more kilograms of oats", ">="),
    ("«2,000» or fewer kilograms of oats", "<="),
    ("quakes over magnitude «4.5» this year", ">"),
    ("a quake of magnitude «4.5» this year", "="),
    ("«40» km or more", ">="),
    ("«40»-plus mules", ">="),
    ("«40» plus mules", ">="),
    ("«40»+ mules", ">="),
    ("«40» mules at least.", ">="),
    ("fewer than «40» mules", "<"),
    ("less than «40%» of mules", "<"),
    ("under «40» mules", "<"),
    ("below «40%»", "<"),
    ("just under «40» mules", "<"),
    ("sub-«40» metre plots", "<"),
    ("up to «40» mules", "<="),
    ("as many as «40» mules", "<="),
    ("as much as «$40»", "<="),
    ("no more than «40» mules", "<="),
    ("not more than «40» mules", "<="),
    ("at most «40» mules", "<="),
    ("a maximum of «40» mules", "<="),
    ("«40» mules or fewer", "<="),
    ("«40» km or less", "<="),
    ("within «40» km of the dam", "<="),
    ("about «40» mules", "~"),
    ("around «40» mules", "~"),
    ("roughly «40» mules", "~"),
    ("approximately «40» mules", "~"),
    ("some «40» mules", "~"),
    ("Some «40» mules", "~"),
    ("nearly «40» mules", "~"),
    ("almost «40» mules", "~"),
    ("close to «40» mules", "~"),
    ("an estimated «40» mules", "~"),
    ("an estimated «500 million dollars» of damage", "~"),
    ("a total of about «40» mules", "~"),
    ("about a «40 percent» chance", "~"),
    ("perhaps «40» mules", "~"),
    ("~«40» mules", "~"),
    ("«40»-odd mules", "~"),
    ("«40» or so mules", "~"),
    ("«40» mules or so", "~"),
    ("in the region of «40» mules", "~"),
    ("approaching the «40»-mule mark", "~"),
    ("«40» mules", "="),
    ("exactly «40» mules", "="),
    ("only «40» mules", "="),
    ("rather more than the «40» mules that came in May", "="),
    ("Doubts grew over a «40-billion-dollar» rescue", "="),
    ("Thefts rose to «140» last year, or more than one every three days", "="),
    ("the death toll from the flood that swept the coast passed «40»", ">"),
    ("The number of visitors has crossed «40»", ">"),
    ("the council passed «40» laws", "="),
    ("a total of «40» mules", "="),
    ("another «40» mules", "="),
    ("a film about «two» brothers", "="),
    ("the toll went up to «41»", "="),
    ("gave up to «40» mules away", "<="),
    ("rebels took over «three» towns", "="),
    ("losses as great as «40 percent»", "<="),
    ("nothing taller: masts as tall as «40» metres", "<="),
    ("Output fell short of «52,000» tons", "<"),
    ("a result well short of «40 percent»", "<"),
    ("Output is still short of «52,000» tons", "="),
    ("just shy of «half» of voters", "~"),
    ("more than«11 million» mules", ">"),
    ("about«3,000» mules", "~"),
    ("no more than «a few dozen» mules", "<="),
    ("fewer than «several hundred» mules", "<"),
    ("up to «several hundred» mules", ">="),
    ("about another «dozen» mules", "~"),
]  # fmt: skip


@pytest.mark.parametrize(("case", "comparator"), CASES, ids=[case for case, _ in CASES])
def test_comparator(marked: Callable, case: str, comparator: str) -> None:
    _, quantity = marked(case)
    assert quantity.comparator == comparator
    assert (quantity.high is None) == (comparator in (">", ">="))
    assert (quantity.low is None) == (comparator in ("<", "<="))
    assert quantity.reason is None


STACKED = [
    ("at least about «40» mules", ">="),
    ("more than some «40» mules", ">"),
    ("up to nearly «40» mules", "<="),
    ("well over an estimated «40» mules", ">"),
]


@pytest.mark.parametrize(("case", "comparator"), STACKED, ids=[case for case, _ in STACKED])
def test_a_bound_outweighs_an_approximation(marked: Callable, case: str, comparator: str) -> None:
    assert marked(case)[1].comparator == comparator


HEDGES = [
    ("At least «40» mules", "At least"),
    ("in excess of «40» mules", "in excess of"),
    ("«40»-plus mules", "-plus"),
    ("«40» mules or more", "or more"),
    ("at least another «40» mules", "at least"),
    ("about «$40» a head", "about"),
]


@pytest.mark.parametrize(("case", "hedge"), HEDGES, ids=[case for case, _ in HEDGES])
def test_the_hedge_has_a_span(marked: Callable, case: str, hedge: str) -> None:
    document, quantity = marked(case)
    assert document.text[quantity.hedge_start : quantity.hedge_end] == hedge


SCOPE = [
    ("at least 11 people died and «30» were hurt", "="),
    ("He left. Over «5» hills lies the sea", ">"),
    ("in more than one way: «5» hills", "="),
    ("the dam is near; «5» hills away", "="),
]


@pytest.mark.parametrize(("case", "comparator"), SCOPE, ids=[case for case, _ in SCOPE])
def test_a_hedge_reaches_its_own_number_only(marked: Callable, case: str, comparator: str) -> None:
    assert marked(case)[1].comparator == comparator


CONVERSIONS = [
    ("about 500 metres («1,650» feet) away", "~", 1650, 1650),
    ("more than 500 metres («1,650» feet) away", ">", 1650, None),
    ("up to 13 million pesos («$650,000»)", "<=", None, 650_000),
    ("exactly 500 metres («1,650» feet) away", "=", 1650, 1650),
    ("more than 13 million yuan (about «$1.8 million»)", "~", 1_800_000, 1_800_000),
]


@pytest.mark.parametrize(("case", "comparator", "low", "high"), CONVERSIONS, ids=[case for case, *_ in CONVERSIONS])
def test_a_conversion_keeps_the_hedge(marked: Callable, case: str, comparator: str, low: float | None, high: float | None) -> None:
    _, quantity = marked(case)
    assert (quantity.comparator, quantity.low, quantity.high) == (comparator, low, high)
