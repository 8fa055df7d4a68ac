"""Where. One line a case: text, number, place."""

from __future__ import annotations

import pytest

from tests.transforms.claims.reading import about

CASES = [
    ("More than 12,000 people have fled, according to the United Nations.", "12,000", None),
    ("The tax cut output by 5 percent, said economists at Halden University.", "5 percent", None),
    ("He holds a $3 million stake in Hallex.", "$3 million", None),
    ("She donated $5,000 to the Coles.", "$5,000", None),
    ("The camp lies 25 kilometres north-east of the town of Osk.", "25", "north-east of the town of Osk"),
    ("Nine people were treated in hospital.", "Nine", None),
    ("The flood covered an area of 40 square kilometres.", "40", None),
    ("Nine people were killed in Tarn on Monday.", "Nine", "Tarn"),
    ("Nine people were killed in the city of Tarn.", "Nine", "city of Tarn"),
    ("Some 60,000 guards stood near Mecca.", "60,000", "Mecca"),
    ("A storm swept into Velmar, killing 12.", "12", "Velmar"),
    ("Italy sent 3,000 troops to Lebanon.", "3,000", "Lebanon"),
    ("Two earthquakes struck the island of Velmar.", "Two", "island of Velmar"),
    ("About 30 miners died at the Halden mine in Poland.", "30", "Halden mine in Poland"),
    ("The camp lies 40 kilometres south of Kisangani.", "40", "south of Kisangani"),
    ("A bomb exploded in Baghdad, killing eight people.", "eight", "Baghdad"),
    ("Dozens of officers were posted on the streets.", "Dozens", "streets"),
    ("Three ships were hit off Yemen.", "Three", "Yemen"),
    ("Protesters burned 12 cars in Lyon, France.", "12", "Lyon, France"),
    ("Russia is at war. Some 900 soldiers died in the country.", "900", "Russia"),
    ("Soldiers arrested 12 men in the West Bank.", "12", "West Bank"),
    ("Authorities in Velmar reported 94 deaths.", "94", "Velmar"),
    # no place
    ("He spent 27 years in jail.", "27", None),
    ("Nine people were killed on Monday.", "Nine", None),
    ("Nine people were killed in March.", "Nine", None),
    ("Speaking in Brussels, the minister said 600 soldiers had died.", "600", None),
    ("The firm spent $3 million in working capital.", "$3 million", None),
    ("Nine people died in the attack.", "Nine", None),
    ("In Parliament 40 members voted against it.", "40", None),
    ("Inflation rose 2 percent.", "2 percent", None),
]


@pytest.mark.parametrize(("text", "number", "place"), CASES)
def test_place(text: str, number: str, place: str | None) -> None:
    assert about(text, number).place == place
