"""Countries and the words for what is of them, where the first five letters do not tell: "China", "Chinese"."""

from __future__ import annotations

_OF = """
britain british briton britons
china chinese
cuba cuban cubans
denmark danish dane danes
england english englishman
finland finnish finn finns
france french frenchman
greece greek greeks
iran iranian iranians
iraq iraqi iraqis
ireland irish irishman
italy italian italians
mali malian malians
netherlands dutch
norway norwegian norwegians
peru peruvian peruvians
philippines filipino filipinos philippine
poland polish poles
scotland scottish scot scots
spain spanish spaniard spaniards
sweden swedish swede swedes
switzerland swiss
thailand thai thais
turkey turkish turk turks turkiye
wales welsh
australia australian australians
austria austrian austrians
niger nigerien nigeriens
nigeria nigerian nigerians
"""  # the last four, since five letters take them for one another

_STEMS = {word: f"{line.split()[0]} " for line in _OF.strip().splitlines() for word in line.split()}


def stem_of(word: str) -> str:
    """What a word, without case and accents, is compared by as a name: its country, or its first five letters.

    A country's stem ends in a space, so that it is no other word's.
    """
    return _STEMS.get(word, word[:5])
