"""What each level is called in an explanation, in Dutch and in English."""

FIELDS = {
    "name": ("naam", "name"),
    "birth_date": ("geboortedatum", "birth date"),
    "address": ("adres", "address"),
    "phone": ("telefoon", "phone"),
    "document": ("document", "document"),
    "sex": ("geslacht", "sex"),
    "employer": ("werkgever", "employer"),
    "context": ("samenhang", "together"),
}
LEVELS = {
    ("name", "same_name"): ("de naam is gelijk", "the name is the same"),
    ("name", "same_letters"): (
        "de naam heeft dezelfde letters",
        "the name has the same letters",
    ),
    ("name", "same_sound"): ("de naam klinkt gelijk", "the name sounds the same"),
    ("name", "same_names"): (
        "een voornaam en een achternaam zijn gelijk",
        "a given and a family name are the same",
    ),
    ("name", "swapped"): (
        "voor- en achternaam zijn verwisseld",
        "given and family name are swapped",
    ),
    ("name", "others_differ"): (
        "een voornaam en een achternaam zijn gelijk, een andere naam verschilt",
        "a given and a family name are the same, another name differs",
    ),
    ("name", "family_and_like_given"): (
        "de achternaam is gelijk, de voornaam lijkt erop",
        "the family name is the same, the given name alike",
    ),
    ("name", "given_and_like_family"): (
        "de voornaam is gelijk, de achternaam lijkt erop",
        "the given name is the same, the family name alike",
    ),
    ("name", "family_and_initial"): (
        "de achternaam en de voorletter zijn gelijk",
        "the family name and the initial are the same",
    ),
    ("name", "like_names"): ("voor- en achternaam lijken erop", "given and family name are alike"),
    ("name", "like_swapped"): (
        "voor- en achternaam lijken verwisseld",
        "given and family name look swapped",
    ),
    ("name", "family_only_known"): (
        "de achternaam is gelijk, een voornaam ontbreekt",
        "the family name is the same, a given name is missing",
    ),
    ("name", "family_and_near_given"): (
        "de achternaam is gelijk, de voornaam lijkt er enigszins op",
        "the family name is the same, the given name somewhat alike",
    ),
    ("name", "given_and_near_family"): (
        "de voornaam is gelijk, de achternaam lijkt er enigszins op",
        "the given name is the same, the family name somewhat alike",
    ),
    ("name", "given_only"): ("alleen een voornaam is gelijk", "only a given name is the same"),
    ("name", "family_only"): ("alleen een achternaam is gelijk", "only a family name is the same"),
    ("name", "one_crossed"): (
        "een voornaam is gelijk aan een achternaam",
        "a given name is the other's family name",
    ),
    ("name", "like_one"): ("één van de namen lijkt erop", "one of the names is alike"),
    ("name", "different"): ("de namen verschillen", "the names differ"),
    ("birth_date", "same_date"): ("de geboortedatum is gelijk", "the birth date is the same"),
    ("birth_date", "swapped"): (
        "dag en maand van de geboortedatum zijn verwisseld",
        "day and month of birth are swapped",
    ),
    ("birth_date", "one_digit"): (
        "de geboortedatum verschilt één cijfer",
        "the birth date differs by one digit",
    ),
    ("birth_date", "year_and_convention"): (
        "het geboortejaar is gelijk, de dag is onbekend",
        "the birth year is the same, the day unknown",
    ),
    ("birth_date", "near_year_and_convention"): (
        "de geboortejaren schelen hoogstens twee jaar, de dag is onbekend",
        "the birth years are at most two apart, the day unknown",
    ),
    ("birth_date", "same_month"): (
        "geboortejaar en -maand zijn gelijk",
        "year and month of birth are the same",
    ),
    ("birth_date", "same_year_and_day"): (
        "geboortejaar en -dag zijn gelijk",
        "year and day of birth are the same",
    ),
    ("birth_date", "same_day"): (
        "geboortedag en -maand zijn gelijk, het jaar niet",
        "day and month of birth are the same, the year is not",
    ),
    ("birth_date", "same_year"): (
        "alleen het geboortejaar is gelijk",
        "only the birth year is the same",
    ),
    ("birth_date", "near_year"): (
        "de geboortejaren schelen één jaar",
        "the birth years are one apart",
    ),
    ("birth_date", "different"): ("de geboortedata verschillen", "the birth dates differ"),
    ("address", "same_address"): ("het adres is gelijk", "the address is the same"),
    ("address", "same_street_and_number"): (
        "straat, huisnummer en plaats zijn gelijk",
        "street, number and city are the same",
    ),
    ("address", "same_postcode"): ("de postcode is gelijk", "the postcode is the same"),
    ("address", "same_digits_and_number"): (
        "postcodecijfers en huisnummer zijn gelijk",
        "postcode digits and number are the same",
    ),
    ("address", "same_street"): ("straat en plaats zijn gelijk", "street and city are the same"),
    ("address", "same_city"): ("de plaats is gelijk", "the city is the same"),
    ("address", "different"): ("de adressen verschillen", "the addresses differ"),
    ("phone", "same_phone"): ("het telefoonnummer is gelijk", "the phone number is the same"),
    ("phone", "one_digit"): (
        "het telefoonnummer verschilt één cijfer",
        "the phone number differs by one digit",
    ),
    ("phone", "different"): ("de telefoonnummers verschillen", "the phone numbers differ"),
    ("document", "same_document"): (
        "het documentnummer is gelijk",
        "the document number is the same",
    ),
    ("document", "one_sign"): (
        "het documentnummer verschilt één teken",
        "the document number differs by one sign",
    ),
    ("document", "other_kind"): (
        "de documenten zijn van een andere soort",
        "the documents are of another kind",
    ),
    ("document", "different"): ("de documentnummers verschillen", "the document numbers differ"),
    ("sex", "same_sex"): ("het geslacht is gelijk", "the sex is the same"),
    ("sex", "different"): ("het geslacht verschilt", "the sex differs"),
    ("employer", "same_employer"): ("de werkgever is gelijk", "the employer is the same"),
    ("employer", "different"): ("de werkgevers verschillen", "the employers differ"),
}
