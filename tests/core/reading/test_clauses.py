"""Verbs of work in invented clauses, and where a sentence is cut into clauses."""

import pytest

from samen.core.reading.clauses import Form, main_clauses, tokens_of, verb_hits


def forms(clause: str) -> dict[str, Form]:
    """The words of a clause that are verbs of work, with how they stand."""
    tokens = tokens_of(clause, 0, len(clause))
    return {tokens[hit.index].word: hit.form for hit in verb_hits(tokens)}


@pytest.mark.parametrize(
    ("clause", "word"),
    [
        ("Uw Kamer vroeg om concrete plannen voor de opvang", "plannen"),
        ("Er is een start gemaakt met een cursus gericht op docenten", "start"),
        ("Het nummer dient vermeld te worden in elke aanvraag", "dient"),
        ("Zij zien het in bedrijf houden van zulke panden als misbruik", "houden"),
    ],
)
def test_a_noun_and_a_modal_are_no_verbs_of_work(clause: str, word: str) -> None:
    assert forms(clause).get(word) is not Form.ACTIVE


def test_a_particle_before_te_belongs_to_its_own_infinitive() -> None:
    said = "Zij stellen voorwaarden om misbruik voor te zijn"
    hits = verb_hits(tokens_of(said, 0, len(said)))
    assert "voorstellen" not in [hit.verb.infinitive for hit in hits]


def test_an_infinitive_behind_te_and_a_helping_verb_is_an_aim() -> None:
    assert forms("Het fonds vindt het zinvol te blijven investeren in scholing") == {
        "investeren": Form.AIM
    }


def test_the_verb_of_a_relative_clause_is_not_that_of_the_main_clause() -> None:
    said = "Voor winkels die oude telefoons aanbieden of daarin bemiddelen, geldt een meldplicht"
    assert forms(said)["bemiddelen"] is Form.RELATIVE
    later = forms("De stichting die jongeren begeleidt, ontwikkelt een cursus")
    assert later == {"begeleidt": Form.RELATIVE, "ontwikkelt": Form.ACTIVE}


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("De dienst neemt elke klacht op en beoordeelt die binnen een week.", 1),
        ("De dienst neemt elke klacht op, beoordeelt die en meldt de uitkomst.", 1),
        ("De dienst heeft een team opgericht en verzorgt deze maand een training.", 2),
        ("De politie ontwikkelt een cursus en het OM stelt een officier aan.", 2),
    ],
)
def test_a_clause_is_whole_where_a_part_could_not_stand_alone(sentence: str, parts: int) -> None:
    assert len(main_clauses(sentence, 0, len(sentence))) == parts


@pytest.mark.parametrize(
    ("clause", "word", "form"),
    [
        ("Om die reden is een cursus ontwikkeld", "ontwikkeld", Form.PERFECT),
        ("Het loket werkt aan verbeterde nazorg", "verbeterde", None),
    ],
)
def test_a_word_that_points_or_describes_opens_nothing(
    clause: str, word: str, form: Form | None
) -> None:
    assert forms(clause).get(word) is form


@pytest.mark.parametrize(
    ("clause", "word"),
    [
        ("Het OM wees een landelijk officier aan", "wees"),
        ("De bakkers en de slagers stelden een lijst vast", "stelden"),
        ("De leden streefden naar meer loketten", "streefden"),
    ],
)
def test_the_simple_past_is_known_behind_an_abbreviation_and_in_the_plural(
    clause: str, word: str
) -> None:
    assert forms(clause) == {word: Form.PAST}


def test_a_preposition_before_a_year_is_no_particle() -> None:
    said = "Het aantal loketten nam in 2022 fors af"
    hits = verb_hits(tokens_of(said, 0, len(said)))
    assert "innemen" not in [hit.verb.infinitive for hit in hits]
