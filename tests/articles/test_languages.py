"""An article in another language is refused with a sentence, however many of its words look English."""

import pytest

from claimcheck.articles import read_article
from claimcheck.errors import InputError


@pytest.mark.parametrize(
    "text",
    [
        "O conselho da cidade votou na segunda-feira para fechar a ponte do porto. A prefeita disse que as obras custam a todos e que "
        "as pessoas devem usar a outra ponte. As obras começam a 5 de maio, e a cidade paga a conta, disse a porta-voz.",
        "De gemeenteraad heeft maandag besloten de brug te sluiten. Het is de eerste keer dat de brug dicht is. De wethouder was in Den "
        "Haag en is in overleg met de provincie. Het was in mei dat het plan is gemaakt, en het is in orde.",
        "A város tanácsa hétfőn úgy döntött, hogy a híd két hétig zárva lesz. A polgármester azt mondta, hogy a javítás a város pénzéből "
        "lesz, és a munka is májusban kezdődik. A híd a kikötő mellett is fontos, és a lakók is tudják.",
        "市议会周一投票决定关闭港口大桥两周进行维修。这是该桥自1961年开通以来首次关闭。",
        "صوت مجلس المدينة يوم الاثنين على إغلاق جسر الميناء لمدة أسبوعين.",
    ],
    ids=["Portuguese", "Dutch", "Hungarian", "Chinese", "Arabic"],
)
def test_another_language_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="English"):
        read_article("a.txt", text.encode())


@pytest.mark.parametrize(
    "text",
    [
        "Portsmouth council closes harbour bridge; repairs cost £2.4 million.",
        "RESULTS: Smith 1, Jones 2, Brown 3, Ruiz 4, Okoro 5, Brandt 6, Lee 7, Kim 8, Park 9, Chan 10, Wong 11, Singh 12, Patel 13, "
        "Shah 14, Khan 15, Ali 16, Omar 17, Diaz 18, Cruz 19, Vega 20, Luna 21. The final took place Sunday.",
        "Xi Jinping (习近平) and Vladimir Putin (Владимир Путин) spoke by phone.",
    ],
)
def test_english_of_few_words_is_read(text: str) -> None:
    assert read_article("a.txt", text.encode()).language == "en"
