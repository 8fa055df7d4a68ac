"""Status: asserted, projected, hypothetical, denied. One line a case: text, number, status."""

from __future__ import annotations

import pytest

from tests.transforms.claims.reading import about

DENIED = [
    ("Norvia denied that its forces had shelled the town and killed 12 civilians.", "12"),
    ("The ministry denied that 300 people were killed in Velmar.", "300"),
    ("The army denied killing 40 civilians in the raid.", "40"),
    ("Officials denied reports that 25 miners had died.", "25"),
    ("The governor rejected claims that 1,200 homes were destroyed.", "1,200"),
    ("The company dismissed as false reports that 500 workers had been laid off.", "500"),
    ("He disputed the figure of 8,000 dead.", "8,000"),
    ("The claim that 600 soldiers deserted is false.", "600"),
    ("Reports of 90 casualties were untrue, the spokesman said.", "90"),
    ("There were not 400 prisoners in the camp, the warden said.", "400"),
    ("The navy did not lose 12 ships in the battle, the admiral said.", "12"),
    ("We did not fire 30 rockets at the town, the commander said.", "30"),
    ("The toll was not 3,000 but 500, the mayor said.", "3,000"),
    ("Some 500 people died, not 3,000, the mayor said.", "3,000"),
    ("The bank refuted allegations that it had hidden $40 million.", "$40 million"),
    ("The minister denied allegations that he had taken $2 million in bribes.", "$2 million"),
    ("Police denied having arrested 60 students.", "60"),
    ("Rebels denied that they had shelled 14 villages.", "14"),
    ("The airline rejected a report that 70 passengers were hurt.", "70"),
    ("The president denied that unemployment had reached 15 percent.", "15 percent"),
    ("The party disputed an estimate that 2 million people had marched.", "2 million"),
    ("It is not true that 45 schools were closed, the ministry said.", "45"),
    ("There is no evidence that 200 people were poisoned, doctors said.", "200"),
    ("The figure of 5,000 dead is wrong, the hospital said.", "5,000"),
    ("The number of 750 victims was exaggerated, officials said.", "750"),
    ("The ministry said that reports of 120 deaths were absurd.", "120"),
    ("The mayor denied that the city owed $80 million.", "$80 million"),
    ("The guards denied beating 15 inmates.", "15"),
    ("The embassy denied that 35 of its staff had been expelled.", "35"),
    ("The regime dismissed reports that 1,000 protesters had been detained.", "1,000"),
    ("The firm denied it had sold 90 aircraft to the junta.", "90"),
    ("The club never had 60,000 members, its chairman said.", "60,000"),
    ("The general rejected suggestions that 4,000 troops had crossed the border.", "4,000"),
    ("Aid groups disputed the government's claim that 10,000 families had returned.", "10,000"),
    ("Under the pretext that rebels had fired 20 shells, the army attacked.", "20"),
    ("The spokeswoman denied a newspaper report that 27 patients had died.", "27"),
    ("Claims that the storm killed 60 people are untrue.", "60"),
    ("The rumour that 300 sailors drowned was false, the navy said.", "300"),
    ("The army hasn't lost 50 tanks, the minister insisted.", "50"),
    ("Norvia did not send 2,000 troops to the island, its envoy said.", "2,000"),
    ("The report does not list 400 names, the judge said.", "400"),
    ("The union denied that 3 percent of its members had quit.", "3 percent"),
    ("The chief denied that there were 18 hostages in the building.", "18"),
    ("The ministry repudiated allegations that 230 detainees were tortured.", "230"),
    ("False reports of 80 deaths spread on Monday.", "80"),
]

PROJECTED = [
    ("The dam will feed a town, flood 600 farms and force 1,200 people to move.", "1,200"),
    ("The hall will seat 68,000 and cost 380 million euros.", "380 million euros"),
    ("A crew of three is to spend a winter aboard.", "three"),
    ("Some 120 doctors are to arrive next week.", "120"),
    ("The court ordered the firm to pay $12 million.", "$12 million"),
    ("The project would create 3,000 jobs and cost 2 billion pounds.", "2 billion pounds"),
    ("The goal is to put 40,000 troops on the border.", "40,000"),
    ("They will build a plant that employs 300 people.", "300"),
    ("The alliance will send 5,000 troops to the border.", "5,000"),
    ("Norvia plans to buy 24 jets.", "24"),
    ("About 300 guests are expected at the ceremony.", "300"),
    ("The bank expects inflation to reach 4 percent.", "4 percent"),
    ("The agency forecasts growth of 2.5 percent.", "2.5 percent"),
    ("The factory is to open with 600 workers, and 900 more are expected by autumn.", "900"),
    ("The donors pledged $50 million for the victims.", "$50 million"),
    ("The company intends to cut 1,500 jobs.", "1,500"),
    ("Sales are projected to rise by 8 percent.", "8 percent"),
    ("The road is likely to cost $3 billion.", "$3 billion"),
    ("Some 40 countries are due to take part in the talks.", "40"),
    ("The state promised to build 10,000 homes.", "10,000"),
    ("The ministry would deploy 700 officers, a spokesman said.", "700"),
    ("The airline is going to hire 250 pilots.", "250"),
    ("They agreed to release 90 prisoners.", "90"),
    ("The president proposed spending $12 billion on roads.", "$12 billion"),
    ("The population is set to double, with 9 million people expected by 2050.", "9 million"),
    ("The army is preparing to send 2,000 soldiers to the north.", "2,000"),
    ("The mission is scheduled to last 14 days.", "14"),
    ("The city has committed $6 million to the scheme.", "$6 million"),
]

HYPOTHETICAL = [
    ("He will withdraw if he does not get the 300 signatures he needs.", "300"),
    ("The flood could displace 20,000 people.", "20,000"),
    ("As many as 300 workers may have died.", "300"),
    ("If the dam breaks, 5,000 people will have to leave.", "5,000"),
    ("The strike might cost the firm $10 million.", "$10 million"),
    ("The toll would have reached 1,000 if the train had been full.", "1,000"),
    ("The rebels threatened to kill 12 hostages.", "12"),
    ("Unless it pays 4 million euros, the club will be closed.", "4 million euros"),
    ("A stronger quake could kill 50,000 people in the capital.", "50,000"),
    ("Up to 400 jobs could be lost.", "400"),
    ("The virus may infect 2 million people.", "2 million"),
    ("They would lose 30 seats if an election were held now.", "30"),
]

ASSERTED = [
    ("Donations topped 1.5 billion crowns by Sunday.", "1.5 billion crowns"),
    ("Imports reached 40,000 tons by the end of this year, the ministry said.", "40,000"),
    ("A panel will examine the massacre of more than 700 villagers.", "700"),
    ("Cole has won 758 pledged delegates.", "758"),
    ("The mill will close in May and employs 300 people.", "300"),
    ("Two bodies could not be reached because of the smoke, and six were recovered.", "six"),
    ("More than 300 people did not vote in Velmar.", "300"),
    ("The firm rejected a plan that covers 3,000 workers.", "3,000"),
    ("The embassy denied visas to 12 students.", "12"),
    ("No fewer than 70 people were killed.", "70"),
    ("Not only 40 houses but a school burned down.", "40"),
    ("The vaccine, which was given to 800 children, could prevent cancer.", "800"),
    ("Police arrested 17 people.", "17"),
    ("The city said it had spent $3 million.", "$3 million"),
    ("The blast killed nine people, and officials fear that the building will collapse.", "nine"),
    ("The number of schools will rise from 12 to 20.", "12"),
    ("Three soldiers died when the bridge collapsed; it will be rebuilt.", "Three"),
    ("The council voted down a tax on 200 shops.", "200"),
    ("Four people were hurt, police said, adding that the road would stay closed.", "Four"),
    ("The team did not win, though it had 60 percent of the ball.", "60 percent"),
    ("It was not the first time that 500 people marched there.", "500"),
    ("Losses did not exceed $2 million.", "$2 million"),
    ("The minister, who will retire in May, paid 30,000 euros for the boat.", "30,000 euros"),
]

CASES = [
    *((text, number, "denied") for text, number in DENIED),
    *((text, number, "projected") for text, number in PROJECTED),
    *((text, number, "hypothetical") for text, number in HYPOTHETICAL),
    *((text, number, "asserted") for text, number in ASSERTED),
]


@pytest.mark.parametrize(("text", "number", "status"), CASES)
def test_status(text: str, number: str, status: str) -> None:
    assert about(text, number).status == status
