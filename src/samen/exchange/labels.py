"""What pages call keys, answers, and how far a question is."""

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from samen.core.exchange.keys import WORDS
from samen.core.exchange.vocabulary import HitAnswer, KeyClass, QuestionState

ANSWERS: dict[str, Promise] = {
    HitAnswer.KNOWN: _("known here"),
    HitAnswer.NOT_KNOWN: _("somebody else here"),
    HitAnswer.CANNOT_TELL: _("cannot be told"),
    HitAnswer.CONTACT_ME: _("please contact us"),
}
STATES: dict[str, Promise] = {
    QuestionState.WAITING: _("under way"),
    QuestionState.COUNTED: _("counted"),
    QuestionState.PAIRED: _("put before people"),
    QuestionState.FAILED: _("broken off"),
}
KEYS: dict[str, Promise] = {
    KeyClass.NAME_AND_DATE: _("name and birth date"),
    KeyClass.PHONE_AND_YEAR: _("phone and birth year"),
    KeyClass.DOCUMENT: _("document"),
    KeyClass.HOME_AND_DATE: _("home and birth date"),
    KeyClass.PHONE_AND_NAME: _("phone and name"),
    KeyClass.CITY_NAME_AND_YEAR: _("city, name and birth year"),
}
TABLES = {"answer": ANSWERS, "state": STATES, "key": KEYS}


def label(table: str, word: str) -> str:
    """A stored word as people read it; one that has no entry stands as it is."""
    return str(TABLES[table].get(word, word))


def key_words(word: str) -> str:
    """What a key is, in the reader's language."""
    side = 0 if (get_language() or "nl").startswith("nl") else 1
    return WORDS[KeyClass(word)][side]
