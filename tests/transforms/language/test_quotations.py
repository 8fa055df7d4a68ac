"""Quotations: straight, curly, unclosed, over paragraphs; inches and apostrophes are none."""

import pytest

from transforms.language import quotations

CASES = [
    ("straight", 'He said "forty died" there.', ['"forty died"']),
    ("curly", "He said “forty died” there.", ["“forty died”"]),
    ("two", '"Forty," she said, "or more."', ['"Forty,"', '"or more."']),
    ("nested single marks stay inside", "“He told me ‘forty died’ here,” she said.", ["“He told me ‘forty died’ here,”"]),
    ("unclosed ends with its paragraph", "“Forty died.\n\nShe left.", ["“Forty died."]),
    ("every paragraph opens anew", "“Forty died.\n\n“Ten lived,” she said.", ["“Forty died.", "“Ten lived,”"]),
    ("inches", 'A 12" pipe burst.', []),
    ("apostrophes", "The towns' 40 homes weren't hit.", []),
    ("two single marks", "''Forty died,'' she said. ''Ten lived.''", ["''Forty died,''", "''Ten lived.''"]),
    ("typewriter marks", "``Forty died,'' she said.", ["``Forty died,''"]),
    ("a mark at the end of a line opens nothing", 'She left. "\n\nForty died.', []),
    ("guillemets", "He said «forty» twice.", ["«forty»"]),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_find(text, expected):
    assert [text[quote.start : quote.end] for quote in quotations.find(text)] == expected
