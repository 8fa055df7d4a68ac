"""Quotations: marks, places of the cue, several sentences and paragraphs, names in quotes that nobody speaks."""

import pytest

CASES = [
    ('"[[12]] people died," the mayor said.', [("mayor", "direct")]),
    ('"[[12]] people died," said the mayor.', [("mayor", "direct")]),
    ('The mayor said: "[[12]] people died."', [("mayor", "direct")]),
    ('The mayor said, "[[12]] people died."', [("mayor", "direct")]),
    ('The mayor said that "[[12]] people" had died.', [("mayor", "direct")]),
    ('The mayor spoke of "[[12]] dead".', [("mayor", "direct")]),
    ("“[[12]] people died,” the mayor said.", [("mayor", "direct")]),
    ("''[[12]] people died,'' the mayor said.", [("mayor", "direct")]),
    ("``[[12]] people died,'' the mayor said.", [("mayor", "direct")]),
    ('"We were lucky," the mayor said. "[[12]] people could have died."', [("mayor", "direct")]),
    ('"We were lucky," said Mayor Jana Holub. "The water rose fast. It reached [[3 metres]] by noon."', [("Jana Holub", "direct")]),
    ('"It rose fast," the mayor said, "and [[12]] houses went."', [("mayor", "direct")]),
    ('"It rose fast," the mayor said, adding: "We lost [[12]] houses."', [("mayor", "direct")]),
    ('The mayor was blunt.\n"[[12]] people died," she told reporters.', [("mayor", "direct")]),
    ('Jana Holub, the mayor, was blunt.\n"[[12]] people died," she told reporters.', [("Jana Holub", "direct")]),
    ('"How did [[12]] people die?" the mayor asked.', [("mayor", "direct")]),
    ('"[[12]] people died!" shouted the mayor.', [("mayor", "direct")]),
    ('"[[12]] people died," the mayor said.\n"Another [[30]] were hurt in the blast and its aftermath."', [("mayor", "direct"), ("mayor", "direct")]),
    ('"The first day was bad.\n\n"Then [[12]] houses went," the mayor said.', [("mayor", "direct")]),
    ('The mayor said the fire was out. "We lost [[12]] houses in one night," he added.', [("mayor", "direct")]),
    ('The mayor said the fire was out.\n\n"We lost [[12]] houses in one single night."', [("mayor", "direct")]),
    ('Mayor Holub: "[[12]] people died in the night."', [("Holub", "direct")]),
    ('Jana Holub, mayor of Tavia: "[[12]] people died in the night."', [("Jana Holub", "direct")]),
    ('The mayor wrote on her page:\n\n"[[12]] people died in the night."', [("mayor", "direct")]),
    ('The mayor said the book "[[1984]] nights" was hers.', [("mayor", "direct")]),
    ('The band played "[[99]] Balloons" twice.', [(None, "none")]),
    ('"[[12]] people died," the mayor said. The fire burned [[3]] houses.', [("mayor", "direct"), (None, "none")]),
    ('The fire burned [[3]] houses. "I saw [[12]] people," said a neighbour.', [(None, "none"), ("neighbour", "direct")]),
    ("«[[12]] people died,» the mayor said.", [("mayor", "direct")]),
    ('"I have [[12]] men," Colonel Dvorak said, "and I need 40."', [("Dvorak", "direct")]),
    ('"I have 12 men," Colonel Dvorak said, "and I need [[40]]."', [("Dvorak", "direct")]),
    ("\"They told me 'we have [[12]] boats' and left,\" the fisherman said.", [("fisherman", "direct")]),
    ('The letter reads: "We need [[12]] boats."', [("letter", "direct")]),
    ('The statement read, "We need [[12]] boats."', [("statement", "direct")]),
    ('A sign said "[[12]] boats for sale".', [("sign", "direct")]),
    ('"We need [[12]] boats," reads the letter.', [("letter", "direct")]),
    ('"[[12]] people died," according to the mayor.', [("mayor", "direct")]),
    ('"[[12]] people died in the night, and we will mourn them," wrote Anna Lindt, the editor of the Herald.', [("Anna Lindt", "direct")]),
    ('The army has "[[12]] tanks at the gate," Colonel Dvorak told Radio Tavia.', [("Dvorak", "direct")]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_quotes(read, text, expected):
    assert [(said.source, said.quote) for said in read(text)] == expected
