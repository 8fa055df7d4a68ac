"""Which named body "the company", "the bank" or "the party" stands for. One line a case: text, number, subject."""

from __future__ import annotations

import pytest

from tests.transforms.claims.reading import about

CASES = [
    # named with a word of business
    ("Kestrel Foods lost customers. The firm will cut 300 jobs.", "300", "Kestrel Foods"),
    ("Lund Steel lost money. The company will cut 300 jobs.", "300", "Lund Steel"),
    ("Kestrel Foods told investors. The damage will bring the cost to the company to $3 million.", "$3 million", "Kestrel Foods"),
    ("Kestrel Foods told investors. The damage cost the town $3 million.", "$3 million", None),
    # called a firm beside the name
    ("Orvik, the brewer, was sold. The company has 300 workers.", "300", "Orvik"),
    ("The insurer Orvik was sold. The company has 300 workers.", "300", "Orvik"),
    ("The airline Kestrel fell behind. The carrier flies 300 planes.", "300", "Kestrel"),
    ("Orvik shares fell. The company has 300 workers.", "300", "Orvik"),
    ("Orvik rains fell. The company has 300 workers.", "300", "company"),
    ("Orvik is a town by the sea. The company has 300 workers.", "300", "company"),
    # named most often
    (
        "Kestrel Foods and Lund Steel merged. Kestrel Foods grew, and Lund Steel shrank, while Kestrel Foods thrived. The company has 300 shops.",
        "300",
        "Kestrel Foods",
    ),
    ("Lund Steel and Kestrel Foods merged, as Lund Steel had wished. The company has 300 shops.", "300", "Lund Steel"),
    # by the noun in the name
    ("Harbour Bank grew while Lund Foods shrank. The bank closed 40 branches.", "40", "Harbour Bank"),
    ("The Green Party grew. The party has 40 offices.", "40", "Green Party"),
    ("Harbour Bank grew while Lund Foods shrank. The party has 40 branches.", "40", "party"),
    # never a news agency, a public body, a country or a newspaper
    ("Reuters told of a fire. The firm will cut 300 jobs.", "300", "firm"),
    ("The Navy sent a boat. The company will cut 300 jobs.", "300", "company"),
    ("The Labour Party met. The firm will cut 300 jobs.", "300", "firm"),
    ("Kenya was calm. The company has 300 workers.", "300", "company"),
    ("The Osk Herald wrote about Mira Novak. The company closed 40 branches.", "40", "company"),
    # nor one that is named only later
    ("The company has 300 clerks. Kestrel Foods is far.", "300", "company"),
    # what only a business has
    ("Kestrel Airlines struggled. Dividends fell 7 percent.", "7 percent", "Kestrel Airlines"),
    # in an article that begins with a firm, money, shares and staff are the firm's
    ("Kestrel Airlines struggled. Ticket prices fell 7 percent.", "7 percent", "Kestrel Airlines"),
    ("Kestrel Foods Inc. struggled. Its chief said nothing. The plan will save $7 million and end 300 jobs.", "$7 million", "Kestrel Foods Inc."),
    ("Kestrel Foods Inc. struggled. Its chief said nothing. The plan will save $7 million and end 300 jobs.", "300", "Kestrel Foods Inc."),
    ("Kestrel Foods Inc. struggled. Kestrel Foods has 300 cooks.", "300", "Kestrel Foods Inc."),
    ("The mayor struggled. The plan will save $7 million.", "$7 million", None),
    ("The mayor met Kestrel Foods Inc. at last. In Osk it rained. The plan will save $7 million.", "$7 million", None),
    ("Kestrel Foods met buyers. Norway's largest brewer, it has shops too. Norway's largest brewer has 300 welders.", "300", "Kestrel Foods"),
    # parts of a firm are the firm's
    ("Orvik Ltd said its Danish branch lost $7 million.", "$7 million", "Orvik Ltd"),
    # what stands behind "with"
    ("Lund Media is the country's largest broadcaster, with 42 stations.", "42", "Lund Media"),
    ("Lund Steel, a company with 300 welders, was sold.", "300", "Lund Steel"),
    ("Lund Steel met a woman with 300 goats.", "300", None),
    # who is given or has to pay
    ("Tarn Builders Inc. has been awarded a $7 million contract.", "$7 million", "Tarn Builders Inc."),
    ("Harbour Bank was fined $7 million.", "$7 million", "Harbour Bank"),
    ("His haul is below the $7 million raised by his rival Mara Cole.", "$7 million", "Mara Cole"),
    ("Friends made 300 contributions to Mara Cole's campaign.", "300", "Mara Cole"),
    # whom a spokesman speaks for
    ("Norwegian army spokesman Tim Brandt said it had lost 300 tents.", "300", "Norway"),
    ("Kestrel reported profits of $7 million.", "$7 million", "Kestrel"),
    ("The Tarn Herald reported profits of $7 million.", "$7 million", None),
    ("Kestrel Energy posted a loss of $7 million.", "$7 million", "Kestrel Energy"),
    # by the kind that the article gave it, however its name sounds
    ("Orvik Front is a rebel group. The army attacked the Orvik Front. The rebel group has 300 fighters.", "300", "Orvik Front"),
    ("Orvik, an aid agency, closed its office. The charity has 300 helpers.", "300", "Orvik"),
    ("Lund makes drills and Orvik, a drugmaker, pills. The drugmaker has 300 chemists.", "300", "Orvik"),
    ("Orvik, which builds ferries, moved to Osk. The Velmar-based shipbuilder has 300 welders.", "300", "Orvik"),
    ("Orvik said it had moved to Osk. The group has 300 welders.", "300", "Orvik"),
    # what the sentence before is about, by name, by noun, or by an "it" that goes on
    ("Kestrel Foods beat Lund Foods. Lund Foods moved to Osk. The company has 300 cooks.", "300", "Lund Foods"),
    ("Kestrel Foods moved to Osk. It was late. It has 300 cooks.", "300", "Kestrel Foods"),
    ("Lund Bank met Kestrel Foods. The bank moved to Osk. It has 300 clerks.", "300", "Lund Bank"),
    ("Kestrel Foods moved to Osk. In March, Lund Bank moved to Tarn. Its debts total $7 million.", "$7 million", "Lund Bank"),
    # the one called so in the next sentences
    ("The brewer has 300 clerks. Orvik, the brewer, is old.", "300", "Orvik"),
    # by a name that is known, and by the news of its accounts
    ("Hamas freed nobody. It still holds 94 captives.", "94", "Hamas"),
    ("Oxfam closed its office. The charity has 300 helpers.", "300", "Oxfam"),
    ("Orvik Hydro reported a small loss. The aluminium maker employs 300 welders.", "300", "Orvik Hydro"),
    # the firm, and not the country before it
    ("Norway's Orvik, which pumps oil, will grow. It pumps 3 million barrels a day.", "3 million", "Orvik"),
    # who is made to do it
    ("A jury ordered Kestrel Foods to pay $7 million.", "$7 million", "Kestrel Foods"),
    # whom its fighters' words tell
    ("Guerrillas of the Free Osk Army fled. The group has some 300 fighters.", "300", "Free Osk Army"),
    ("Sweden was calm. Its own navy has 26 frigates.", "26", "Sweden"),
    ("Regulators fined Harbour Bank $7 million.", "$7 million", "Harbour Bank"),
    # a word that only opens a sentence, a noun of another, and what stands behind "of" are no names of bodies
    ("Children are hungry. The charity has 300 helpers.", "300", "charity"),
    ("Oil prices rose. The company has 300 cooks.", "300", "company"),
    ("Orvik opened a plant in Osk, the home of the brewer. The brewer has 300 cooks.", "300", "brewer"),
    # two that the noun could mean
    ("Democrats attacked it and Republicans defended it. The party has 53 offices.", "53", "party"),
    # in a firm's article, what is plainly somebody else's
    ("Kestrel Foods Inc. lost money. Inflation was 3 percent.", "3 percent", None),
    ("Kestrel Foods Inc. lost money. In a poll, 40 percent were unsure.", "40 percent", None),
    ("Kestrel Foods Inc. lost money. At Orvik, 200 workers were ill.", "200", None),
    # a person's last name is no firm's first word
    ("Scott Foods Inc. makes soup. Rick Scott came. Scott raised $7 million.", "$7 million", "Rick Scott"),
    ("General Motors Co. struggled. General Motors has 300 cooks.", "300", "General Motors Co."),
    # a body that has no name
    ("The union said 300 of its members had left.", "300", "union"),
    # a name in apposition
    ("Her rival, Tim Brandt, raised $7 million.", "$7 million", "Tim Brandt"),
    # tickers, lines in capitals and plain nouns are no names
    ("Shares of Orvik (ORVK) fell. The company has 300 cooks.", "300", "Orvik"),
    ("ABSTRACTS FOLLOW. The company has 300 cooks.", "300", "company"),
    # the body's own noun phrase
    ("The Velmar-based brewer has 300 clerks.", "300", "Velmar-based brewer"),
    ("The airline, which operates 46 jets, was founded late.", "46", "airline"),
    ("A firm that owns 80 percent of the mill is old.", "80 percent", "firm"),
    ("The rebels hold 40 percent of the hills.", "40 percent", "rebels"),
]


@pytest.mark.parametrize(("text", "number", "subject"), CASES)
def test_body(text: str, number: str, subject: str | None) -> None:
    assert about(text, number).subject == subject
