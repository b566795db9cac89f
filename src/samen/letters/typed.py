"""The door for words that people type in this room: fields that clean or refuse them."""

from django import forms

from samen.accounts.sentences import in_words
from samen.core.errors import BadInput
from samen.core.writing.signs import in_print, visible


class Visible(forms.CharField):
    """Words for the register: what nobody sees goes out, such as a control sign."""

    def to_python(self, value: object) -> str:
        return str(super().to_python(visible(value) if isinstance(value, str) else value))


class Printed(Visible):
    """Words for a letter: a sign that cannot be printed is refused at its field."""

    def to_python(self, value: object) -> str:
        try:
            return in_print(super().to_python(value))
        except BadInput as strange:
            raise forms.ValidationError(in_words(strange)) from strange
