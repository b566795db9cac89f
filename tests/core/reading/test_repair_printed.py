"""Repair of printed letters: furniture out, notes paired, sentences rejoined."""

from samen.core.reading.formats import open_letter
from samen.core.reading.masthead import read_masthead
from samen.core.reading.repair import repair
from samen.core.reading.sentences import sentences
from samen.core.reading.source import source_of_text
from samen.core.reading.text import Block, BlockKind, Letter
from tests.core.reading import printed_letters as letters


def read(text: str) -> Letter:
    return repair(open_letter(text.encode(), "brief.txt"))


def texts(letter: Letter, kind: BlockKind) -> list[str]:
    return [letter.block_text(block) for block in letter.blocks if block.kind is kind]


def notes(letter: Letter) -> dict[int, str]:
    return {block.number: letter.block_text(block) for block in letter.footnotes()}


def before(letter: Letter, number: int) -> str:
    """The words in front of a marker."""
    marker = next(marker for marker in letter.markers if marker.number == number)
    return letter.text[max(0, marker.position - 12) : marker.position]


def all_sentences(letter: Letter) -> list[str]:
    return [letter.text[s.start : s.end] for s in sentences(letter)]


def test_a_ministry_letter_keeps_its_headings_and_nothing_else() -> None:
    letter = read(letters.MINISTRY)
    assert texts(letter, BlockKind.HEADING) == ["Toezicht en handhaving", "Voorlichting"]
    assert texts(letter, BlockKind.SIGNATURE) == ["De Minister van Werk,", "A. de Jansen"]
    for word in ("Pagina", "kenmerk", "Postbus", "Geachte", "Directie Toezicht", "Betreft"):
        assert word not in letter.text


def test_markers_glued_to_a_word_a_name_a_year_and_a_bracket_find_their_notes() -> None:
    letter = read(letters.MINISTRY)
    assert list(notes(letter)) == [1, 2, 3, 4]
    assert before(letter, 1).endswith("Veilig werk")
    assert before(letter, 2).endswith("Noord")
    assert before(letter, 3).endswith("van 2017")
    assert before(letter, 4).endswith('zomer")')
    assert notes(letter)[2] == "Deze stichting heet voluit Stichting Noord voor werk en inkomen."


def test_sentences_run_on_over_pages_and_notes() -> None:
    found = all_sentences(read(letters.MINISTRY))
    assert "De gemeente Voorbeeldstad en de regio werken samen aan een aanpak." in found
    assert "Over de uitkomsten wordt u in het najaar geïnformeerd." in found
    assert 'De motie-Voorbeeld c.s. (11111-12) vraagt om een plan ("voor de zomer").' in found


def test_list_items_stay_apart_and_whole() -> None:
    items = texts(read(letters.MINISTRY), BlockKind.LIST_ITEM)
    assert items == [
        "een website met voorlichting;",
        "een campagne op straat, samen met de G4 en de provincies;",
        "onderzoek naar hulp- en steunpunten.",
    ]


def test_a_narrow_english_letter_with_raised_digits() -> None:
    letter = read(letters.NARROW)
    assert texts(letter, BlockKind.HEADING) == ["Progress of the plan", "Costs and cover"]
    assert notes(letter) == {1: "Published in 2021 by the institute.", 2: "See the annex."}
    assert "The investigation took a year" in letter.text
    assert "It shows that the number of reports rose, also in the north." in all_sentences(letter)
    assert "3/8" not in letter.text


def test_notes_at_the_end_with_brackets() -> None:
    letter = read(letters.END_NOTES)
    assert list(notes(letter)) == [1, 2, 3]
    assert before(letter, 1).endswith("zaken.")
    assert texts(letter, BlockKind.HEADING)[:2] == ["1. Opvang", "2. Onderzoek"]
    assert "CO2-uitstoot, de 4P-aanpak en artikel 12a" in letter.text
    assert "- 1 -" not in letter.text


def test_notes_that_start_again_in_every_annex() -> None:
    letter = read(letters.PER_ANNEX)
    found = [(block.number, block.annex) for block in letter.footnotes()]
    assert found == [(1, 0), (2, 0), (1, 1), (2, 1), (1, 2)]
    assert [m.number for m in letter.markers] == [1, 2, 1, 2, 1]
    headings = [b for b in letter.blocks if b.kind is BlockKind.HEADING]
    assert [(block.level, block.annex) for block in headings] == [(1, 1), (1, 2)]


def test_a_letter_without_notes_loses_no_digit() -> None:
    letter = read(letters.NO_NOTES)
    assert not letter.markers
    assert not list(letter.footnotes())
    for number in ("CO2-", "G20", "273f", "4P", "Covid-19", "10,5", "20018", "12 mei"):
        assert number in letter.text
    assert texts(letter, BlockKind.HEADING) == ["1 Inleiding", "2 Aanpak", "3 Vervolg"]


def test_a_note_that_runs_over_a_page() -> None:
    letter = read(letters.OVER_A_PAGE)
    assert list(notes(letter)) == [1, 2]
    assert notes(letter)[1].endswith("en vervolging, waarbij de derde lijn later begint.")
    assert "bespreekt daar de stand van zaken." in letter.text


def test_hyphens_at_line_ends() -> None:
    text = (
        "Wij doen onderzoek. Het onder-\nzoek loopt in de EU-\nlanden met hulp- \nen "
        "adviespunten en doel\u00ad\ngroepen."
    )
    assert read(text).text == (
        "Wij doen onderzoek. Het onderzoek loopt in de EU-landen met hulp- en adviespunten "
        "en doelgroepen."
    )


def test_a_broken_heading_is_one_word_and_still_maps_back() -> None:
    text = "Inleiding.\n\nVoor  lichting aan jongeren\nDe voorlichting begint in mei.\n"
    letter = read(text)
    heading = next(b for b in letter.blocks if b.kind is BlockKind.HEADING)
    assert letter.block_text(heading) == "Voorlichting aan jongeren"
    assert letter.quote(heading.start, heading.end) == "Voor lichting aan jongeren"


def test_bullets_of_a_symbol_font() -> None:
    text = (
        "Het plan kent:\n\n\uf0b7 een eerste punt dat\n\nover een regel loopt;\n"
        "\uf0b7 een tweede punt.\n"
    )
    assert texts(read(text), BlockKind.LIST_ITEM) == [
        "een eerste punt dat over een regel loopt;",
        "een tweede punt.",
    ]


def test_a_marker_without_a_place_is_reported_not_invented() -> None:
    text = (
        "Een zin met een noot1. Nog een zin.\n\n1 Zie de bijlage.\n2 Kamerstukken II, nr. 4.\n"
        "\nPagina 1 van 2\n\nEen volgende zin.\n"
    )
    letter = read(text)
    assert [marker.number for marker in letter.markers] == [1]
    assert any("footnote 2" in note for note in letter.notes)


def test_the_line_of_a_quote_is_that_of_the_original() -> None:
    letter = repair(source_of_text("Een.\n\nTwee woorden en\nnog een paar."))
    block: Block = letter.blocks[-1]
    assert letter.lines(block.start, block.end) == (3, 4)


def test_markers_apart_from_their_word_in_printed_papers() -> None:
    letter = read(letters.OFFICIAL)
    assert [marker.number for marker in letter.markers] == [1, 2]
    assert "Over het advies van de Raad van Advies is al gesproken." in all_sentences(letter)
    assert "in 3 gemeenten" in letter.text
    assert "fase 2 begint" in letter.text
    assert "vergaderjaar" not in letter.text


def test_table_rows_stay_apart() -> None:
    paragraphs = texts(read(letters.OFFICIAL), BlockKind.PARAGRAPH)
    assert "Maatregel 2020 2021" in paragraphs
    assert "Meldpunt 100 200" in paragraphs


def test_an_office_on_two_lines_and_an_annex_without_a_number() -> None:
    letter = read(letters.OFFICIAL)
    assert texts(letter, BlockKind.SIGNATURE)[0] == "De minister van Zorg, Wonen en Werk,"
    assert [(b.level, b.annex) for b in letter.blocks if b.kind is BlockKind.HEADING] == [(1, 1)]


def test_the_title_of_the_notes_is_no_heading() -> None:
    letter = read(letters.END_NOTES)
    assert "Eindnoten" not in letter.text


def test_running_text_in_narrow_lines_is_no_letterhead() -> None:
    text = (
        "Aan de Voorzitter van de Tweede Kamer\n\n's-Gravenhage, 12 mei 2021\n\n"
        "Hierbij bied ik u aan de eerste rapportage over de koks die in\n"
        "het afgelopen jaar zijn opgeleid bij de dienst, waarin ook de\n"
        "Inlichtingen- en Opsporingsdienst haar deel heeft geleverd.\n\n"
        "Datum\n12 mei 2021\n"
    )
    (block,) = [b for b in repair(source_of_text(text)).blocks if b.kind is BlockKind.PARAGRAPH]
    letter = repair(source_of_text(text))
    assert letter.block_text(block).startswith("Hierbij bied ik u aan")
    assert letter.block_text(block).endswith("haar deel heeft geleverd.")


PRINTED_AS_A_PAPER = """Tweede Kamer der Staten-Generaal                                   2

Vergaderjaar 2003–2004

28 638         Mensenhandel

Nr. 9          BRIEF VAN DE MINISTER VAN JUSTITIE

Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

's-Gravenhage, 3 maart 2004

Hierbij bied ik u, mede namens mijn ambtgenoot, de tweede rapportage over
de aanpak aan. Zij telt acht punten.

De Minister van Justitie,
P. Q. Voorbeeld
"""
WITHOUT_A_SALUTATION = """Ministerie van Werk

Aan de Voorzitter van de Tweede Kamer
der Staten-Generaal
Postbus 1234
2500 EA  DEN HAAG

Datum      9 januari 2024
Onderwerp  Planning van de wetgeving, en van de stukken die uw Kamer
           nog tegoed heeft

In het debat van december heb ik een planning toegezegd. Die
treft u hieronder aan, naar de stand van 8 januari.

Wetgeving

Het wetsvoorstel is bij de Raad van State.

Pagina 1 van 2

Datum
9 januari 2024
Ons kenmerk
5174392

Een nieuwe planning volgt uiterlijk 1 juni.

De Minister van Werk,
A. de Jansen
"""


def test_the_first_page_stays_where_no_salutation_stands_above_it() -> None:
    letter = read(WITHOUT_A_SALUTATION)
    assert texts(letter, BlockKind.PARAGRAPH) == [
        "In het debat van december heb ik een planning toegezegd. Die treft u hieronder aan, "
        "naar de stand van 8 januari.",
        "Het wetsvoorstel is bij de Raad van State.",
        "Een nieuwe planning volgt uiterlijk 1 juni.",
    ]
    assert texts(letter, BlockKind.HEADING) == ["Wetgeving"]
    one_sentence = WITHOUT_A_SALUTATION.replace(" Die\ntreft u hieronder aan, naar", "\n\nNaar")
    assert texts(read(one_sentence), BlockKind.PARAGRAPH)[0].startswith("In het debat")


def test_a_letter_printed_as_a_paper_keeps_its_text_and_is_known_by_its_number() -> None:
    letter = read(PRINTED_AS_A_PAPER)
    assert texts(letter, BlockKind.PARAGRAPH) == [
        "Hierbij bied ik u, mede namens mijn ambtgenoot, de tweede rapportage over de aanpak "
        "aan. Zij telt acht punten."
    ]
    masthead = read_masthead(letter)
    assert (masthead.date, masthead.dossier) == ("2004-03-03", "28638")
    assert (masthead.reference, masthead.sequence) == ("kst-28638-9", 2)
