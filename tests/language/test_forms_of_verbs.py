"""The forms of verbs, regular and irregular."""

from claimcheck.language.verbs import forms, words_of


def test_the_forms_of_verbs() -> None:
    assert forms("sue") == {"sue", "sues", "sued", "suing"}
    assert forms("accuse") >= {"accuses", "accused", "accusing"}
    assert forms("ban") >= {"banned", "banning"}
    assert forms("bury") >= {"buries", "buried", "burying"}
    assert forms("beat") == {"beat", "beats", "beaten", "beating"}
    assert forms("defeat") >= {"defeated", "defeating"}
    assert forms("agree") >= {"agreed", "agreeing"}
    assert forms("begin") == {"begin", "begins", "began", "begun", "beginning"}
    assert forms("forbid") >= {"forbade", "forbidden", "forbidding"}
    assert forms("die") == {"die", "dies", "died", "dying"}


def test_a_table_has_words_as_they_are_and_words_in_all_forms() -> None:
    assert words_of("up rise~") == {"up", "rise", "rises", "rose", "risen", "rising"}
