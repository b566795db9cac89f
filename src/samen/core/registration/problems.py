"""What can be wrong with a row, and the sentence that says so in Dutch and in English.

A sentence says what was found, what is allowed and what to do. It never repeats the value:
that stands in its own cell.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

type Language = Literal["nl", "en"]


class Problem(StrEnum):
    """A kind of fault. Those in FLAGS let the row pass, with the flag beside it."""

    WIDTH = "width"
    QUOTE = "quote"
    NO_OBJECT = "no_object"
    EMPTY = "empty"
    LOST_SIGN = "lost_sign"
    TWO_ENCODINGS = "two_encodings"
    FORMULA = "formula"
    CELL_ERROR = "cell_error"
    TOO_LONG = "too_long"
    NO_NAME = "no_name"
    NO_IDENTIFIER = "no_identifier"
    SHORTENED = "shortened"
    NO_DATE = "no_date"
    DAY_NUMBER = "day_number"
    NO_SUCH_DAY = "no_such_day"
    SHORT_YEAR = "short_year"
    YEAR_RANGE = "year_range"
    NO_NUMBER = "no_number"
    NO_YES_NO = "no_yes_no"
    UNKNOWN_CODE = "unknown_code"
    NO_PHONE = "no_phone"
    NO_EMAIL = "no_email"
    NO_POSTCODE = "no_postcode"
    FUTURE = "future"
    BEFORE_BIRTH = "before_birth"
    TOO_OLD = "too_old"
    ENDS_FIRST = "ends_first"
    AGE_CONFLICT = "age_conflict"
    DUPLICATE = "duplicate"
    NO_CONSENT = "no_consent"
    UNSEEN_SIGNS = "unseen_signs"
    DIGITS_IN_NAME = "digits_in_name"
    DEFAULT_DATE = "default_date"
    TEST_ROW = "test_row"


FLAGS = frozenset({Problem.UNSEEN_SIGNS, Problem.DIGITS_IN_NAME, Problem.DEFAULT_DATE,
                   Problem.TEST_ROW})  # fmt: skip

SAID: dict[Problem, tuple[str, str]] = {
    Problem.WIDTH: (
        "De rij heeft {n} velden; de kop heeft er {most}. Verbeter de scheidingstekens.",
        "The row has {n} fields; the head has {most}. Correct the separators.",
    ),
    Problem.QUOTE: (
        "Een aanhalingsteken opent en sluit niet. Zet het dubbel of haal het weg.",
        "A quotation mark opens and does not close. Double it or take it out.",
    ),
    Problem.NO_OBJECT: (
        "Dit is geen rij: verwacht is een JSON-object met een waarde voor elke naam. Verbeter"
        " het.",
        "This is no row: expected is a JSON object with one value for each name. Correct it.",
    ),
    Problem.EMPTY: (
        "Geen enkel veld van de koppeling is gevuld. Vul de rij aan of verwijder haar.",
        "No field of the mapping is filled in. Complete the row or remove it.",
    ),
    Problem.LOST_SIGN: (
        "Een teken is verloren gegaan: de cel is anders gecodeerd dan het bestand, of een"
        " programma kon het niet schrijven. Vul de cel opnieuw in.",
        "A sign was lost: the cell has another encoding than the file, or a program could not"
        " write it. Fill in the cell again.",
    ),
    Problem.TWO_ENCODINGS: (
        "Letters met een accent staan er als twee tekens: de cel is anders gecodeerd dan het"
        " bestand. Vul de cel opnieuw in.",
        "Letters with an accent stand as two signs: the cell has another encoding than the"
        " file. Fill in the cell again.",
    ),
    Problem.FORMULA: (
        "De cel bevat een formule. Die wordt nooit uitgerekend; zet er de waarde neer.",
        "The cell holds a formula. It is never worked out; put the value there.",
    ),
    Problem.CELL_ERROR: (
        "De cel bevat een foutmelding van een rekenblad. Zet er de waarde neer, of maak haar"
        " leeg.",
        "The cell holds an error of a spreadsheet. Put the value there, or empty it.",
    ),
    Problem.TOO_LONG: (
        "De waarde heeft {n} tekens; hier passen er {most}. Kort haar in.",
        "The value has {n} signs; {most} fit here. Shorten it.",
    ),
    Problem.NO_NAME: (
        "Dit is geen naam: een naam heeft letters, en geen emoji. Verbeter de naam, of"
        " vul 'onbekend' in.",
        "This is no name: a name has letters, and no emoji. Correct the name, or fill in"
        " 'unknown'.",
    ),
    Problem.NO_IDENTIFIER: (
        "Dit is geen nummer of kenmerk: dat heeft letters of cijfers. Verbeter het.",
        "This is no number or mark: that has letters or digits. Correct it.",
    ),
    Problem.SHORTENED: (
        "Dit is een lang nummer dat een rekenblad heeft ingekort: de laatste cijfers zijn verloren."
        " Geef de kolom de notatie Tekst en vul het nummer opnieuw in.",
        "This is a long number that a spreadsheet made shorter: the last digits are lost. Format"
        " the column as text and fill in the number again.",
    ),
    Problem.NO_DATE: (
        "Dit is geen datum. Schrijf 17-05-1988, 05-1988 of 1988; of vul 'onbekend' in.",
        "This is no date. Write 1988-05-17, 1988-05 or 1988; or fill in 'unknown'.",
    ),
    Problem.DAY_NUMBER: (
        "Dit is een los getal, waarin Excel een dag bewaart. Geef de kolom in Excel de notatie"
        " Datum en sla het bestand op, of schrijf 17-05-1988.",
        "This is a bare number, in which Excel keeps a day. Format the column as a date in Excel"
        " and save the file, or write 1988-05-17.",
    ),
    Problem.NO_SUCH_DAY: (
        "Deze dag bestaat niet. Verbeter de datum, of geef alleen maand en jaar.",
        "There is no such day. Correct the date, or give month and year only.",
    ),
    Problem.SHORT_YEAR: (
        "Het jaar heeft twee cijfers, en kan in twee eeuwen liggen. Schrijf het voluit.",
        "The year has two digits, and may lie in two centuries. Write it in full.",
    ),
    Problem.YEAR_RANGE: (
        "Het jaar ligt voor {least} of na {most}. Verbeter de datum.",
        "The year lies before {least} or after {most}. Correct the date.",
    ),
    Problem.NO_NUMBER: (
        "Dit is geen heel getal van {least} tot en met {most}. Verbeter het, of vul 'onbekend'"
        " in.",
        "This is no whole number from {least} to {most}. Correct it, or fill in 'unknown'.",
    ),
    Problem.NO_YES_NO: (
        "Dit is geen ja of nee. Vul ja, nee, onbekend, geweigerd of niet gevraagd in.",
        "This is no yes or no. Fill in yes, no, unknown, refused or not asked.",
    ),
    Problem.UNKNOWN_CODE: (
        "Deze waarde staat niet in de lijst van dit veld ({most} waarden). Vertaal haar in de"
        " koppeling, of verbeter haar.",
        "This value is not in the list of this field ({most} values). Translate it in the"
        " mapping, or correct it.",
    ),
    Problem.NO_PHONE: (
        "Dit is geen telefoonnummer: dat heeft {least} tot {most} cijfers, en begint met + als"
        " het uit het buitenland is. Verbeter het.",
        "This is no telephone number: that has {least} to {most} digits, and begins with + where"
        " it is from abroad. Correct it.",
    ),
    Problem.NO_EMAIL: (
        "Dit is geen e-mailadres. Schrijf naam@organisatie.nl.",
        "This is no e-mail address. Write name@organisation.org.",
    ),
    Problem.NO_POSTCODE: (
        "Dit is geen postcode: 1234 AB, of een buitenlandse met ten hoogste {most} tekens."
        " Verbeter hem.",
        "This is no postcode: 1234 AB, or a foreign one of at most {most} signs. Correct it.",
    ),
    Problem.FUTURE: (
        "De datum ligt na vandaag. Verbeter de datum.",
        "The date lies after today. Correct the date.",
    ),
    Problem.BEFORE_BIRTH: (
        "De datum ligt voor de geboortedatum. Kijk of de twee zijn verwisseld.",
        "The date lies before the date of birth. See whether the two were swapped.",
    ),
    Problem.TOO_OLD: (
        "De persoon zou {n} jaar oud zijn; ouder dan {most} wordt niet aangenomen. Verbeter de"
        " datum.",
        "The person would be {n} years old; no more than {most} is accepted. Correct the date.",
    ),
    Problem.ENDS_FIRST: (
        "Het einde ligt voor het begin. Kijk of de twee zijn verwisseld.",
        "The end lies before the start. See whether the two were swapped.",
    ),
    Problem.AGE_CONFLICT: (
        "De leeftijd en de geboortedatum spreken elkaar tegen. Verbeter een van de twee.",
        "The age and the date of birth contradict each other. Correct one of the two.",
    ),
    Problem.DUPLICATE: (
        "Dit nummer staat ook in rij {n}. Een nummer hoort bij een rij; verwijder of"
        " vernummer er een.",
        "This number is also in row {n}. A number belongs to one row; remove or renumber one.",
    ),
    Problem.NO_CONSENT: (
        "Deze persoon gaf geen toestemming, en dit doel rust daarop (AVG art. 6 lid 1 onder a, art."
        " 9 lid 2 onder a). De rij wordt niet opgenomen; verwijder haar.",
        "This person gave no consent, on which this purpose rests (GDPR art. 6(1)(a), art."
        " 9(2)(a)). The row is not taken in; remove it.",
    ),
    Problem.UNSEEN_SIGNS: (
        "De cel bevat tekens die niemand ziet; zij zijn weggelaten. Kijk of de waarde klopt.",
        "The cell holds signs that nobody sees; they were left out. See whether the value is"
        " right.",
    ),
    Problem.DIGITS_IN_NAME: (
        "Er staan cijfers in de naam. Kijk of de kolom en de naam kloppen.",
        "There are digits in the name. See whether the column and the name are right.",
    ),
    Problem.DEFAULT_DATE: (
        "1 januari 1900 wordt vaak ingevuld als de datum onbekend is. Vul dan 'onbekend' in.",
        "1 January 1900 is often filled in where the date is not known. Fill in 'unknown' then.",
    ),
    Problem.TEST_ROW: (
        "Dit lijkt een proefrij. Gaat zij over niemand, laat haar dan weg uit het bestand.",
        "This looks like a test row. When it is about nobody, leave it out of the file.",
    ),
}  # fmt: skip
SAID_OF_TYPED: dict[Problem, tuple[str, str]] = {
    Problem.EMPTY: (
        "Dan staat er niets meer in de registratie. Laat ten minste een veld gevuld.",
        "Nothing would be left in the registration. Leave at least one field filled in.",
    ),
    Problem.LOST_SIGN: (
        "Een teken kon niet worden gelezen. Typ de waarde opnieuw.",
        "A sign could not be read. Type the value again.",
    ),
    Problem.TWO_ENCODINGS: (
        "Letters met een accent staan er als twee tekens. Typ de waarde opnieuw.",
        "Letters with an accent stand as two signs. Type the value again.",
    ),
    Problem.FORMULA: (
        "Dit begint als een formule. Die wordt nooit uitgerekend; typ de waarde.",
        "This begins as a formula. It is never worked out; type the value.",
    ),
    Problem.CELL_ERROR: (
        "Dit is een foutmelding van een rekenblad. Typ de waarde, of laat het veld leeg.",
        "This is an error of a spreadsheet. Type the value, or leave the field empty.",
    ),
    Problem.SHORTENED: (
        "Dit is een lang nummer dat een rekenblad heeft ingekort: de laatste cijfers zijn verloren."
        " Typ het hele nummer.",
        "This is a long number that a spreadsheet made shorter: the last digits are lost. Type the"
        " whole number.",
    ),
    Problem.DAY_NUMBER: (
        "Dit is een los getal, en geen datum. Schrijf 17-05-1988, 05-1988 of 1988.",
        "This is a bare number, and no date. Write 1988-05-17, 1988-05 or 1988.",
    ),
    Problem.UNKNOWN_CODE: (
        "Dit staat niet in de lijst van {most} woorden van dit veld. Schrijf een woord van de"
        " lijst, of onbekend.",
        "This is not in the list of {most} words of this field. Write a word of the list, or"
        " unknown.",
    ),
    Problem.NO_CONSENT: (
        "Deze persoon gaf geen toestemming, en dit doel rust daarop (AVG art. 6 lid 1 onder a, art."
        " 9 lid 2 onder a). De registratie wordt niet opgenomen.",
        "This person gave no consent, on which this purpose rests (GDPR art. 6(1)(a), art."
        " 9(2)(a)). The registration is not taken in.",
    ),
    Problem.UNSEEN_SIGNS: (
        "Er stonden tekens in die niemand ziet; zij zijn weggelaten. Kijk of de waarde klopt.",
        "There were signs that nobody sees; they were left out. See whether the value is right.",
    ),
    Problem.DIGITS_IN_NAME: (
        "Er staan cijfers in de naam. Kijk of de naam klopt.",
        "There are digits in the name. See whether the name is right.",
    ),
    Problem.TEST_ROW: (
        "Dit lijkt een proef. Verbeter de naam als die van niemand is.",
        "This looks like a test. Correct the name when it is nobody's.",
    ),
}  # fmt: skip
"""What who types one registration is told otherwise: there is no row, cell, column or mapping."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A problem of a value, before its row is known. values: numbers for the sentence."""

    problem: Problem
    values: tuple[tuple[str, int], ...] = ()

    def sentence(self, language: Language = "nl", *, of_typed: bool = False) -> str:
        """What was found, what is allowed and what to do: of a file, or of what was typed."""
        typed = SAID_OF_TYPED.get(self.problem) if of_typed else None
        nl, en = typed or SAID[self.problem]
        return (nl if language == "nl" else en).format(**dict(self.values))


def fault(problem: Problem, **values: int) -> Fault:
    return Fault(problem, tuple(values.items()))


@dataclass(frozen=True, slots=True)
class RowError:
    """A fault at its place. row: as a spreadsheet counts; column: of the file, "" for a row."""

    row: int
    column: str
    fault: Fault

    @property
    def refuses(self) -> bool:
        """Whether the row is not taken in; else it is taken in with a flag."""
        return self.fault.problem not in FLAGS

    def sentence(self, language: Language = "nl") -> str:
        """The sentence of the fault, after the name of its column."""
        said = self.fault.sentence(language)
        return f"{self.column}: {said}" if self.column else said


def by_row(errors: list[RowError]) -> Mapping[int, list[RowError]]:
    """The errors of each row, in their order."""
    rows: dict[int, list[RowError]] = {}
    for error in errors:
        rows.setdefault(error.row, []).append(error)
    return rows
