"""Phone numbers in the form of E.164, without the plus."""

import re

_NOT_DIGIT = re.compile(r"\D")
_SHORTEST, _LONGEST = 8, 15


def phone(value: str) -> str:
    """Digits with the country first: 06-1234 5678, 0031 6 12345678 and +31(0)612345678 are one.

    '' for what is no number: too short, too long, or all the same digit.
    """
    text = value[:60].replace("(0)", "")
    digits = _NOT_DIGIT.sub("", text)
    if text.lstrip().startswith("+") or digits.startswith("00"):
        digits = digits.lstrip("0")
    elif digits.startswith("0"):
        digits = "31" + digits[1:]
    elif len(digits) == 9 and digits.startswith("6"):
        digits = "31" + digits
    if digits.startswith("310"):
        digits = "31" + digits[3:]
    if not _SHORTEST <= len(digits) <= _LONGEST or len(set(digits[2:])) < 2:
        return ""
    return digits
