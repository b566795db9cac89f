"""The sentences with which the reading of files refuses one, so that they are translated.

The reading itself knows no languages; a test holds these to its words.
"""

from django.utils.translation import gettext_noop as _

REFUSALS = (
    _("The file is damaged: its parts cannot be unpacked."),
    _("Expected is a whole .docx or .odt file."),
    _("Fetch the file again, or open it in a word processor and save it anew."),
    _("Open it in a word processor and save it anew, without pictures."),
    _("The file is protected with a password."),
    _("Only files that open without a password are read."),
    _("Open it in a word processor and save it without a password."),
    _("Expected is a letter as .txt, .docx, .pdf, .html or .odt."),
    _("Save the letter in one of these formats."),
    _("Check that it is a letter."),
    _("The file is an old Office file (.doc), or is protected with a password."),
    _("Open it in a word processor and save it as .docx without a password."),
    _("Fetch the file again, or save it anew."),
    _("The Word file may hold macros (.docm)."),
    _("Only Word files without macros (.docx) are read."),
    _("Save it as a Word document without macros (.docx)."),
    _("Open it in a word processor and save it anew."),
    _("The PDF is a scan without text."),
    _("Expected is a PDF whose text can be selected."),
    _("Run text recognition (OCR) over it first, or ask for the Word file."),
    _("The PDF is damaged: it cannot be opened."),
    _("Expected is a whole PDF file."),
    _("Fetch the file again."),
    _("The PDF is protected with a password."),
    _("Save it without a password, or ask for the Word file."),
    _("Split the file."),
    _("The file is not text: it holds binary data."),
    _("Check that the right file was chosen, and that its name has the right ending."),
    _("The file holds no text."),
    _("Expected is a letter with at least one word."),
    _("Check that the right file was chosen."),
    _("The Word file holds macros."),
)
