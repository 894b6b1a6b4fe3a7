"""What a sentence turns round, in directions and in names, and the faithful paraphrases that it must not be taken for."""

import pytest

from claimcheck.domain import Label
from claimcheck.exact import compare
from claimcheck.verdicts.contrary import contrary
from claimcheck.verdicts.rules import ruled
from claimcheck.verdicts.stating import stating_sentence
from tests.verdicts.samples import claimed, noted

TURNED = """
Arsenal beat Chelsea 2-1. | Chelsea beat Arsenal 2-1.
Arsenal beat Chelsea 2-1 on Sunday. | Chelsea defeated Arsenal 2-1 on Sunday.
Arsenal beat Chelsea 2-1. | Arsenal were beaten 2-1 by Chelsea.
Arsenal beat Chelsea 2-1. | Arsenal lost 2-1 to Chelsea.
Chelsea were beaten by Arsenal in the final. | Arsenal were beaten by Chelsea in the final.
Manchester City beat Manchester United in the cup. | Manchester United beat Manchester City in the cup.
Russia invaded Georgia in 2008. | Georgia invaded Russia in 2008.
Russia invaded Georgia in 2008. | Georgian troops invaded Russia in 2008.
China invaded Vietnam in 1979. | Vietnamese soldiers invaded China in 1979.
Siemens acquired Varian for $16 billion. | Varian acquired Siemens for $16 billion.
Siemens acquired Varian for $16 billion. | Siemens was bought by Varian for $16 billion.
Israel attacked Iran in June. | Iran attacked Israel in June.
France criticised Italy over the migrants. | Italy criticised France over the migrants.
French officials criticised Italy over the migrants. | Italy criticised France over the migrants.
Smith succeeded Jones as chairman. | Jones succeeded Smith as chairman.
Smith replaced Jones as chairman. | Smith was replaced by Jones as chairman.
Smith accused Jones of fraud. | Jones accused Smith of fraud.
Apple sued Samsung over patents. | Samsung sued Apple over patents.
China has more people than India. | India has more people than China.
Men earn more than women in the bank. | Women earn more than men in the bank.
Volvo is larger than Saab. | Saab is larger than Volvo.
The team flew from Paris to London. | The team flew from London to Paris.
The rate went from 5 to 3 percent. | The rate went from 3 to 5 percent.
Toyota outsold Ford in Brazil. | Ford outsold Toyota in Brazil.
Unemployment in Spain rose to 12 percent in May. | Unemployment in Spain fell to 12 percent in May.
Unemployment in Spain rose to 12 percent in May. | In May unemployment in Spain dropped to 12 percent.
Sales of cars increased by 5 percent in 2023. | Sales of cars decreased by 5 percent in 2023.
Shares of Nokia were up 4 percent. | Shares of Nokia were down 4 percent.
Shares of Nokia climbed 4 percent. | Shares of Nokia plunged 4 percent.
The party gained 12 seats in the vote. | The party lost 12 seats in the vote.
The bank raised its key rate to 4 percent. | The bank cut its key rate to 4 percent.
The bridge at Gosport opened on 5 May. | The bridge at Gosport closed on 5 May.
The strike at the port began on Monday. | The strike at the port ended on Monday.
The band split up before the tour of Japan. | The band split up after the tour of Japan.
Portugal won the final in Lisbon. | Portugal lost the final in Lisbon.
The mayor won the election in York. | The mayor lost the election in York.
The court acquitted the banker of fraud. | The court convicted the banker of fraud.
The jury found the banker guilty of fraud. | The jury found the banker innocent of fraud.
Parliament approved the budget on Tuesday. | Parliament rejected the budget on Tuesday.
The senate passed the bill on guns. | The senate blocked the bill on guns.
The city allowed cars in the old town. | The city banned cars in the old town.
Kenya permits the sale of ivory. | Kenya prohibits the sale of ivory.
The minister confirmed the talks with Iran. | The minister denied the talks with Iran.
The union supported the merger of the banks. | The union opposed the merger of the banks.
The study counted 300 male patients. | The study counted 300 female patients.
The village lies north of Leeds. | The village lies south of Leeds.
The quake struck northern Chile. | The quake struck southern Chile.
The fire spread in western Greece. | The fire spread in eastern Greece.
Ghana exports gold to India. | Ghana imports gold to India.
The fund bought 5,000 shares of Shell. | The fund sold 5,000 shares of Shell.
The law sets a minimum wage of 12 euros. | The law sets a maximum wage of 12 euros.
Prices were higher than in 2019. | Prices were lower than in 2019.
Rain was the highest since 1960. | Rain was the lowest since 1960.
Lagos is the largest city of Nigeria. | Lagos is the smallest city of Nigeria.
Brown was the first mayor of the town. | Brown was the last mayor of the town.
The patient tested positive for malaria. | The patient tested negative for malaria.
The court called the law constitutional. | The court called the law unconstitutional.
The Winter Games were held in Turin. | The Summer Games were held in Turin.
The firm reported a profit of 3 million euros. | The firm reported a loss of 3 million euros.
Norway had a surplus of 3 billion euros. | Norway had a deficit of 3 billion euros.
The poet was born in Vienna in 1901. | The poet died in Vienna in 1901.
The club hired the coach in March. | The club fired the coach in March.
Most of the growth was in rural areas. | Most of the growth was in urban areas.
The gap between the regions widened in 2021. | The gap between the regions narrowed in 2021.
The economy of Ireland expanded in the spring. | The economy of Ireland contracted in the spring.
The yen strengthened against the dollar. | The yen weakened against the dollar.
More than half of the voters backed it. | Less than half of the voters backed it.
Sweden joined the alliance in March. | Sweden left the alliance in March.
Liverpool beat Everton 2-0 in the Merseyside derby on Saturday. | Everton beat rivals Liverpool 2-0 in the Merseyside derby on Saturday at Goodison Park.
Inflation in the euro zone rose to 2.4 percent in April. | Euro zone inflation slowed to 2.4 percent in April, the statistics office said.
Inflation in the euro zone rose to 2.4 percent in April. | Inflation across the euro zone eased to 2.4 percent in April.
Trump defeated Clinton in the 2016 election. | Clinton narrowly defeated Trump in the 2016 election.
The Fed raised rates by a quarter point on Wednesday. | The Fed lowered rates by a quarter point on Wednesday.
Women live longer than men in Japan. | In Japan, men live longer than women.
Sunak replaced Truss as prime minister. | Truss replaced Sunak as prime minister.
Turkey shot down a Russian jet. | Russia shot down a Turkish jet.
The central bank of Turkey raised its key rate. | Turkey's central bank cut its key rate.
The actor was acquitted of assault by a London court. | A London court convicted the actor of assault.
Boeing delivered more planes than Airbus in 2023. | Airbus delivered more planes than Boeing in 2023.
Scotland is north of England. | England is north of Scotland.
The company's losses widened to 5 million euros. | The company's losses narrowed to 5 million euros.
Voters rejected the plan in a referendum. | Voters approved the plan in a referendum.
Oil prices rose above 90 dollars a barrel. | Oil prices fell below 90 dollars a barrel.
The border with Kenya was reopened on Friday. | The border with Kenya was closed on Friday.
Most victims were women. | Most victims were men.
The minister resigned before the vote. | The minister resigned after the vote.
House prices in Dublin increased for the first time. | House prices in Dublin decreased for the first time.
Lula defeated Bolsonaro in the runoff. | Bolsonaro defeated Lula in the runoff, the court declared.
Nigeria's oil output climbed in August. | Nigerian oil output fell in August, OPEC said.
Ryanair carried more passengers than Lufthansa in 2022. | Lufthansa carried more passengers than Ryanair in 2022.
Spotify raised its prices in Britain. | Spotify cut its prices in Britain.
Pfizer bought Seagen in 2023. | Seagen bought Pfizer in 2023 for $43 billion.
Argentina beat France on penalties. | France beat Argentina on penalties in the final.
Sri Lanka banned chemical fertiliser in 2021. | Sri Lanka legalised chemical fertiliser in 2021.
Kenya lies east of Uganda. | Kenya lies west of Uganda.
The vaccine is safe for children. | The vaccine is unsafe for children.
Ukraine shelled Belgorod on Saturday. | Belgorod shelled Ukraine on Saturday.
Trump accused Comey of lying. | Comey accused Trump of lying.
The rouble weakened against the dollar. | The rouble strengthened sharply against the dollar.
Wages grew faster than prices. | Prices grew faster than wages.
The mother of the suspect was arrested. | The father of the suspect was arrested.
Deaths on the roads fell to 2,800 last year. | Deaths on the roads rose to 2,800 last year.
The governor signed the bill. | The governor vetoed the bill.
Tourists fled from Greece to Turkey. | Tourists fled from Turkey to Greece.
The airline hired 300 pilots. | The airline dismissed 300 pilots.
Brent crude finished above 80 dollars. | Brent crude finished below 80 dollars.
The court upheld the verdict. | The court overturned the verdict.
Polls opened late in Lagos. | Polls closed late in Lagos.
The pound hit its highest level in a year. | The pound hit its lowest level in a year.
Ida Holm is the daughter of Anna Weil. | Anna Weil is the daughter of Ida Holm.
Members voted for the bill on guns. | Members voted against the bill on guns.
The storm reached Vik on Monday morning. | The storm reached Vik on Monday evening.
Ten miners survived the blast. | Ten miners died in the blast.
Smith preceded Jones as chairman. | Smith succeeded Jones as chairman.
Georgia, which Russia invaded, lost two regions. | Georgia invaded Russia and lost two regions.
"""
FAITHFUL = """
Arsenal beat Chelsea 2-1. | Chelsea were beaten 2-1 by Arsenal.
Arsenal beat Chelsea 2-1. | Chelsea lost 2-1 to Arsenal.
Arsenal beat Chelsea 2-1. | Arsenal won 2-1 against Chelsea.
Arsenal won 2-1 at Chelsea. | Chelsea lost 2-1 at home to Arsenal.
Arsenal beat Chelsea 2-1. | Chelsea, who beat Arsenal in March, went down 2-1. Arsenal beat Chelsea through two late goals.
Arsenal beat Chelsea 2-1. | Chelsea met Arsenal on Sunday and lost 2-1.
Arsenal played against Chelsea. | Chelsea played against Arsenal.
The president of France met the king of Spain. | The king of Spain met the president of France.
Smith married Jones in 1999. | Jones married Smith in 1999.
Russia invaded Georgia in 2008. | Georgia was invaded by Russia in 2008.
Russia invaded Georgia in 2008. | In 2008 Georgia, which Russia invaded, lost two regions.
Russia invaded Georgia in 2008. | The army of Georgia invaded nobody; Russian troops invaded Georgia in 2008.
Siemens acquired Varian. | Varian was acquired by Siemens.
Siemens acquired Varian. | Varian has been bought by its rival Siemens.
Siemens acquired Varian. | Varian, acquired by Siemens, makes scanners.
Apple sued Samsung. | Samsung was sued by Apple.
Smith succeeded Jones as chairman. | Jones preceded Smith as chairman.
Smith succeeded Jones as chairman. | Jones was succeeded by Smith as chairman.
China has more people than India. | India has fewer people than China.
Volvo is larger than Saab. | Saab is smaller than Volvo.
China has more people than India. | India has more land for farms than China, and China has more people than India.
Paris is the capital of France. | The capital of France is Paris.
The team flew from Paris to London. | The team left Paris for London.
Unemployment in Spain rose to 12 percent in May. | Unemployment in Spain climbed to 12 percent in May.
Unemployment in Spain rose to 12 percent in 2023. | Unemployment in Spain fell in 2022 but rose to 12 percent in 2023.
Unemployment in Spain rose to 12 percent. | Unemployment in Spain fell in May. By July unemployment in Spain was up to 12 percent.
Unemployment in Spain rose to 12 percent. | Unemployment in Spain was 12 percent, while in Italy it fell.
Sales of cars rose in 2023. | Sales of cars fell in 2022.
Sales of cars rose 5 percent. | Sales of cars did not fall; they were 5 percent over the year before.
Shares of Nokia rose 4 percent. | Shares of Nokia were up 4 percent.
Shares of Nokia rose 4 percent. | Nokia, whose rival's shares fell, gained 4 percent.
The bank raised its key rate to 4 percent. | The bank lifted its key rate to 4 percent.
The bridge opened in 1961. | The bridge was inaugurated in 1961 and closed in 1990.
The bridge opened in 1961. | The bridge closed in 1990.
The war began in 1914. | The war, which ended in 1918, began in 1914.
The village lies north of Leeds. | Leeds lies south of the village.
The concert came before the speech. | The speech came after the concert.
The band split up before the tour. | The tour came after the band split up.
Ghana imports rice from India. | India exports rice to Ghana.
Musk bought the site from Dorsey. | Dorsey sold the site to Musk.
The court acquitted the banker. | The banker was cleared by the court.
Parliament approved the budget. | Parliament passed the budget.
Parliament did not approve the budget. | Parliament rejected the budget.
The law is not constitutional. | The law is unconstitutional.
The city banned cars. | The city prohibited cars.
The jury found him guilty. | The jury convicted him.
Brown was the first mayor of the town. | Brown, who left office last year, was the first mayor of the town.
Anna is the older sister of Maria. | Maria is the younger sister of Anna.
The firm lost 3 million euros. | The firm reported a loss of 3 million euros.
The poet was born in Vienna. | The poet was born in Vienna and died in Graz.
The party gained 12 seats. | The party added 12 seats.
The party won 12 seats. | The party took 12 seats, and its rival lost 12.
Men are taller than women. | Women are shorter than men.
The average man is taller than the average woman. | The average woman is shorter than the average man.
Sweden joined the alliance in March. | In March Sweden entered the alliance.
China's economy is larger than that of Japan. | Japan's economy is smaller than that of China.
The shop closed after the flood. | After the flood the shop was shut.
Prices rose less than wages. | Wages rose more than prices.
The rate went from 5 to 3 percent. | The rate fell to 3 percent from 5 percent.
Liverpool beat Everton in the Merseyside derby. | Everton, who beat Liverpool at Goodison Park last season, succumbed in the Merseyside derby at Anfield.
Inflation in the euro zone rose to 2.4 percent in April. | Inflation in the euro zone edged up to 2.4 percent in April after it fell in March.
Inflation in the euro zone rose to 2.4 percent in April. | Euro zone inflation rose to 2.4 percent in April, driven by energy, while food prices declined.
Trump defeated Clinton in the 2016 election. | Clinton was defeated by Trump in the 2016 election.
Trump defeated Clinton in the 2016 election. | Clinton conceded the 2016 election to Trump.
Trump defeated Clinton in the 2016 election. | Clinton beat Trump in the popular vote in the 2016 election, but Trump won the presidency.
Tesla cut prices in China in January. | Tesla, which raised prices in China in 2022, slashed them in January.
The central bank raised rates in June. | The central bank, which cut rates in May, reversed course in June with a rise of half a point.
The museum reopened in 2015. | The museum closed in 2012 and was opened again in 2015.
Apple's revenue grew 5 percent in 2023. | Apple's revenue was 5 percent higher in 2023.
Apple's profit fell 5 percent. | Apple's profit dropped 5 percent although revenue grew.
The first female president of Mexico is Claudia Sheinbaum. | Claudia Sheinbaum is the first woman president of Mexico.
Exports of Germany to China fell. | China's imports from Germany fell.
The parliament of Poland approved the law. | The Polish parliament voted for the law after the senate rejected it.
The north of Italy was hit by floods. | Floods hit northern Italy, not the south.
The treaty was signed before the war. | The war came after the treaty was signed.
Sunak replaced Truss as prime minister. | Truss was replaced by Sunak as prime minister.
Sunak replaced Truss as prime minister. | Truss replaced Johnson as prime minister and Sunak replaced Truss.
Sunak succeeded Truss. | Truss gave way to Sunak 49 days after Truss succeeded Johnson.
Hamas attacked Israel in October 2023. | Israel attacked Hamas in Gaza after Hamas attacked Israel in October 2023.
Hamas attacked Israel in October 2023. | In October 2023, Hamas fighters crossed into Israel and killed about 1,200 people. Israel bombed Hamas in Gaza.
Hamas attacked Israel in October 2023. | Israel attacked Hamas in Gaza. In October 2023, Hamas fighters crossed into Israel and killed about 1,200 people.
Microsoft bought Activision for $69 billion. | Activision was sold to Microsoft for $69 billion.
Microsoft bought Activision for $69 billion. | Activision was bought by Microsoft for $69 billion.
Nadal lost to Djokovic in Paris. | Djokovic beat Nadal in Paris.
Nadal lost to Djokovic in Paris. | Nadal was beaten by Djokovic in Paris.
The flight from Madrid to Rome was late. | The flight to Rome from Madrid was late.
Women live longer than men in Japan. | In Japan men die younger than women.
Women live longer than men in Japan. | Men in Japan do not live as long as women.
Women live longer than men in Japan. | Japanese women live longer than men.
More women than men voted. | Fewer men than women voted.
Russia sold more gas to China than to Europe. | Russia sold less gas to Europe than to China.
The last wolf in Scotland was shot in 1680. | The first record of wolves in Scotland dates from 1577; the last wolf was killed in 1680.
The first half ended 1-0. | The first half finished 1-0, the last 2-2.
The lower house approved the bill. | The lower house passed the bill, which the upper house blocked.
Iran lost to Japan in the semi-final. | Japan won 3-0 against Iran in the semi-final.
The shop opened on Sunday. | The shop, closed since March, opened its doors on Sunday.
Greece left the bailout in 2018. | Greece exited the bailout in 2018, eight years after it entered.
King Charles appointed Starmer prime minister. | Starmer was appointed prime minister by King Charles.
Shell's profit halved in 2023. | Shell's profit halved in 2023 after it doubled in 2022.
Boeing delivered fewer planes than Airbus. | Airbus delivered more planes than Boeing.
Boeing delivered fewer planes than Airbus in 2023. | In 2023, Airbus delivered 735 planes, more than Boeing.
The court convicted Smith of murder. | Smith, acquitted of fraud, was found guilty of murder by the court.
Petrol costs more in Italy than in Spain. | Petrol costs less in Spain than in Italy.
Unemployment is higher in Spain than in Germany. | Unemployment is lower in Germany than in Spain.
Earth is closer to the Sun than Mars. | Mars is farther from the Sun than Earth.
The mayor backs the new stadium. | The mayor, who opposed the old plan, now supports the new stadium.
Smoking is banned in bars in Ireland. | Ireland banned smoking in bars; it is allowed outside.
Smoking is banned in bars in Ireland. | Smoking is no longer allowed in bars in Ireland.
The number of visitors rose before the war. | The number of visitors rose before the war and fell after it.
The father of Anna is a baker. | Anna, whose mother teaches, has a baker for a father.
The Eagles traded Smith to the Bears. | The Bears acquired Smith from the Eagles.
The Danish king visited Greenland. | Greenland was visited by the king of Denmark.
China is not larger than India. | India is larger than China.
Arsenal did not beat Chelsea. | Chelsea beat Arsenal.
Nobody denies that Volvo is larger than Saab. | Saab is no longer larger than Volvo.
Lula defeated Bolsonaro in the runoff. | Bolsonaro narrowly lost the runoff to Lula, whom he had led in early counting.
Nigeria's oil output climbed in August. | After declining for months, oil output in Nigeria picked up in August, an increase of 8 percent.
The Bank of Japan ended negative rates in March. | In March the Bank of Japan stopped its policy of negative rates, which began in 2016.
Ryanair carried more passengers than Lufthansa. | Lufthansa carried 120 million passengers, fewer than the 180 million of Ryanair.
Spotify raised its prices in Britain. | British users of Spotify will pay more after it put up its prices.
The Supreme Court blocked the student loan plan. | The Supreme Court struck down the student loan plan that Biden had approved.
Argentina beat France on penalties. | Argentina and France drew 3-3 before Argentina won on penalties.
Pfizer bought Seagen in 2023. | Seagen was acquired in 2023 by Pfizer.
The ceasefire ended on 1 December. | The ceasefire, which began on 24 November, expired on 1 December.
Sri Lanka banned chemical fertiliser in 2021. | Sri Lanka, which now allows chemical fertiliser again, banned it in 2021.
Kenya is east of Uganda. | Uganda lies to the west of Kenya.
Germany closed its last reactors in April 2023. | The last three reactors in Germany were shut down in April 2023, six decades after the first opened.
Deaths on the roads fell to 2,800. | Road deaths fell to 2,800, the lowest number since records began.
Turkey ratified the accession of Sweden. | The Turkish parliament approved the accession of Sweden after blocking it for months.
Johnson was fined by police. | Police fined Johnson over a party.
Meta lost 200 billion dollars in value. | Meta shed more than 200 billion dollars in value, while Apple gained.
Smith was older than Jones when he took office. | Jones was younger than Smith when he took office.
The lake lies between Bolivia and Peru. | The lake lies between Peru and Bolivia.
The minimum age for buying tobacco is 18. | Nobody below 18 may buy tobacco, which is the minimum age.
The vaccine is safe for children. | The vaccine was found safe for children; fears that it is dangerous were unfounded.
Ukraine shelled Belgorod. | The Russian city of Belgorod was shelled by Ukraine, the governor said.
Trump accused Comey of lying. | Comey was accused of lying by Trump, whom he accused of pressure.
The flood killed up to 300 people. | The flood killed as many as 300 people.
Around 5,000 people attended. | Nearly 5,000 people attended the rally.
Viktor Kaur joined the Greens in 2014. | Viktor Kaur left the Liberals in 2014 for the Greens.
The rouble weakened to 100 per dollar. | The rouble slid to 100 per dollar, its weakest in 17 months.
"""
BOUNDS = """
more than 20 | 20
more than 20 | nearly 20
more than 20 | about 20
more than 20 | up to 20
at least 20 | almost 20
at least 20 | fewer than 20
fewer than 20 | 20
fewer than 20 | at least 20
up to 20 | more than 20
nearly 20 | more than 20
just under 20 | at least 20
20 | up to 20
20 | fewer than 20
20 | as many as 20
"""
LOOSE = """
20 | at least 20
20 | more than 20
20 | nearly 20
20 | about 20
at least 20 | 20
at least 20 | more than 20
at least 20 | 25
more than 20 | more than 20
more than 20 | at least 20
more than 20 | 21
more than 20 | nearly 30
up to 20 | 20
up to 20 | at most 20
nearly 20 | 20
nearly 20 | about 20
nearly 20 | 19
about 20 | nearly 20
about 20 | at least 20
"""


def pairs(table: str) -> list[tuple[str, str]]:
    return [
        (said.strip(), held.strip())
        for said, held in (line.split("|") for line in table.strip().splitlines())
    ]


@pytest.mark.parametrize(("said", "held"), pairs(TURNED))
def test_a_claim_turned_round_is_not_supported(said: str, held: str) -> None:
    claim, passages = claimed(said), [noted(held)]
    assert contrary(claim, passages)
    assert contrary(claimed(held), [noted(said)])
    label, why = ruled(claim, Label.SUPPORTED, compare(claim, passages), passages)
    assert (label, bool(why)) == (Label.NOT_ENOUGH_EVIDENCE, True)
    assert not stating_sentence(claim, passages)


@pytest.mark.parametrize(("said", "held"), pairs(FAITHFUL))
def test_a_paraphrase_is_not_taken_for_its_opposite(said: str, held: str) -> None:
    assert contrary(claimed(said), [noted(held)]) == ""
    assert contrary(claimed(said), [noted(said)]) == ""


def test_the_opposite_in_another_year_turns_nothing_round() -> None:
    claim = claimed("Unemployment in Spain rose to 12 percent in 2022.")
    assert contrary(claim, [noted("Unemployment in Spain fell to 12 percent in 2022.")])
    assert contrary(claim, [noted("Unemployment in Spain fell to 12 percent in 2023.")]) == ""


@pytest.mark.parametrize(("said", "held"), pairs(TURNED))
def test_another_sentence_that_says_the_claim_outweighs_one_that_turns_it_round(said: str, held: str) -> None:
    assert contrary(claimed(said), [noted(held), noted(said)]) == ""


def killed(figure: str) -> str:
    return f"The fire in Porto killed {figure} people."


@pytest.mark.parametrize(("said", "held"), pairs(BOUNDS))
def test_a_bound_that_was_lost_or_added_is_not_supported(said: str, held: str) -> None:
    claim, passages = claimed(killed(said)), [noted(killed(held))]
    assert contrary(claim, passages)
    assert ruled(claim, Label.SUPPORTED, compare(claim, passages), passages)[0] is Label.NOT_ENOUGH_EVIDENCE
    assert not stating_sentence(claim, passages)
    assert contrary(claim, [*passages, noted(killed(said))]) == ""


@pytest.mark.parametrize(("said", "held"), pairs(LOOSE))
def test_a_bound_that_readers_of_news_let_pass_is_left_to_the_model(said: str, held: str) -> None:
    assert contrary(claimed(killed(said)), [noted(killed(held))]) == ""


@pytest.mark.parametrize(
    "how", ["edged up to", "went up to", "was up to", "brought it up to", "is back up to"]
)
def test_where_a_figure_went_up_to_is_no_bound(how: str) -> None:
    claim = claimed("Inflation in Spain reached 2.4 percent in May.")
    assert contrary(claim, [noted(f"In May inflation in Spain {how} 2.4 percent.")]) == ""


def test_a_bound_in_a_sentence_on_something_else_decides_nothing() -> None:
    claim = claimed("The fire in Porto killed 20 people.")
    assert contrary(claim, [noted("The ferry holds up to 20 people.")]) == ""


@pytest.mark.parametrize(
    ("held", "states"),
    [
        ("Smith nominated Jones on 5 May 2020.", True),
        ("Jones nominated Smith on 5 May 2020.", False),
        ("Jones was nominated by Smith on 5 May 2020.", True),
        ("On 5 May 2020 Smith nominated Jones.", True),
        ("On 5 May 2020 Smith did not nominate Jones.", False),
    ],
)
def test_a_sentence_with_the_names_in_another_order_does_not_state_the_claim(held: str, states: bool) -> None:
    claim = claimed("Smith nominated Jones on 5 May 2020.")
    assert (stating_sentence(claim, [noted(held)]) is not None) is states
