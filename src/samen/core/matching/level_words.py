"""What each level is called in an explanation, in Dutch and in English."""

HAVE_IT = {
    "name_text": ("deze naam", "this name"),
    "name_letters": ("een naam met deze letters", "a name of these letters"),
    "name_sound": ("een naam die zo klinkt", "a name that sounds so"),
    "name_pair": ("deze voornaam en deze achternaam", "this given and this family name"),
    "f1": ("deze achternaam", "this family name"),
    "g1": ("deze voornaam", "this given name"),
    "date": ("deze geboortedatum", "this birth date"),
    "year": ("dit geboortejaar", "this birth year"),
    "place": ("dit adres", "this address"),
    "street_place": ("dit adres", "this address"),
    "postcode": ("deze postcode", "this postcode"),
    "digits_place": ("deze postcodecijfers en dit huisnummer", "these postcode digits and number"),
    "street_city": ("een adres in deze straat", "an address in this street"),
    "city": ("een adres in deze plaats", "an address in this city"),
    "phone": ("dit telefoonnummer", "this phone number"),
    "document": ("dit documentnummer", "this document number"),
    "employer": ("deze werkgever", "this employer"),
}
"""The value of a column whose frequency weighs in, as what somebody has."""

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
        "de naam heeft dezelfde letters, op andere plaatsen gesplitst",
        "the name has the same letters, divided in other places",
    ),
    ("name", "same_sound"): ("de naam klinkt hetzelfde", "the name sounds the same"),
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
        "de achternaam is gelijk en de voornamen lijken op elkaar",
        "the family name is the same and the given names are similar",
    ),
    ("name", "given_and_like_family"): (
        "de voornaam is gelijk en de achternamen lijken op elkaar",
        "the given name is the same and the family names are similar",
    ),
    ("name", "family_and_initial"): (
        "de achternaam en de voorletter zijn gelijk",
        "the family name and the initial are the same",
    ),
    ("name", "like_names"): (
        "de voornamen lijken op elkaar, en de achternamen ook",
        "the given names are similar, and so are the family names",
    ),
    ("name", "like_swapped"): (
        "voor- en achternaam lijken verwisseld, en schelen enkele letters",
        "given and family name look swapped, and differ in some letters",
    ),
    ("name", "family_only_known"): (
        "de achternaam is gelijk, een voornaam ontbreekt",
        "the family name is the same, a given name is missing",
    ),
    ("name", "family_and_near_given"): (
        "de achternaam is gelijk en de voornamen lijken enigszins op elkaar",
        "the family name is the same and the given names are somewhat similar",
    ),
    ("name", "given_and_near_family"): (
        "de voornaam is gelijk en de achternamen lijken enigszins op elkaar",
        "the given name is the same and the family names are somewhat similar",
    ),
    ("name", "given_only"): ("alleen een voornaam is gelijk", "only a given name is the same"),
    ("name", "family_only"): ("alleen een achternaam is gelijk", "only a family name is the same"),
    ("name", "one_crossed"): (
        "een voornaam van de een is een achternaam van de ander",
        "a given name of one is a family name of the other",
    ),
    ("name", "like_one"): (
        "één van de namen lijkt op die van de ander",
        "one of the names is like that of the other",
    ),
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
