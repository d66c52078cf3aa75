"""Where a line may end: Unicode's rules (UAX #14), one step for each character of a text."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from itertools import pairwise, product

from app.export.break_classes import kind

SOFT_HYPHEN = "\N{SOFT HYPHEN}"

_PLAIN = frozenset({"ID", "AL", "HL"})
_ENDS = ("BK", "SP", "ZW")
_NEVER_BEFORE = frozenset({"BK", "SP", "ZW"})
_CLOSING = frozenset({"CL", "CP", "EX", "SY"})
_AFTER_QUOTE = frozenset(["SP", "GL", "WJ", "CL", "QU", "CP", "EX", "IS", "SY", "BK", "ZW"])
_BEFORE_QUOTE = frozenset(["BK", "OP", "QU", "GL", "SP", "ZW"])
_BEFORE_HYPHEN = frozenset(["BK", "SP", "ZW", "CB", "GL"])
_TOGETHER = frozenset(
    pair
    for before, after in (
        ("SY", "HL"),
        ("AL HL NU", "AL HL NU"),
        ("IS", "AL HL NU"),
        ("HY", "NU"),
        ("PR", "ID EM"),
        ("ID EM", "PO"),
        ("PR PO", "AL HL NU"),
        ("AL HL", "PR PO"),
        ("JL", "JL JV H2 H3"),
        ("JV H2", "JV JT"),
        ("JT H3", "JT"),
        ("JL JV JT H2 H3", "PO"),
        ("PR", "JL JV JT H2 H3"),
    )
    for pair in product(before.split(), after.split())
)
"""Classes that are not parted (rules 21b to 29)."""


def opportunities(text: str) -> list[bool]:
    """Whether a line may begin before each character; always before the one after a break."""
    result = [False] * len(text)
    signs = _signs(text)
    for before, sign in pairwise(signs):
        result[sign.index] = _may_part(before, sign)
    return result


@dataclass(slots=True)
class _Sign:
    """A character with the marks on it, and what the rules need to know of those before it.

    Attributes:
        spaced: What stands before the spaces before it, or before it.
        number: It is within a number.
        flags: How many flag letters in a row end with it.
        joins: A joiner ties it to what follows.
        opens: It is a quotation mark that opens, where one may.
    """

    index: int
    character: str
    kind: str
    spaced: _Sign | None = None
    number: bool = False
    flags: int = 0
    joins: bool = False
    opens: bool = False
    before: _Sign | None = None
    after: _Sign | None = None

    @property
    def category(self) -> str:
        return unicodedata.category(self.character)

    @property
    def is_wide(self) -> bool:
        return unicodedata.east_asian_width(self.character) in ("F", "W", "H")


def _signs(text: str) -> list[_Sign]:
    signs: list[_Sign] = []
    last: _Sign | None = None
    for index, character in enumerate(text):
        now = kind(character)
        if now in ("CM", "ZWJ"):
            joins = now == "ZWJ"
            if last and last.kind not in _ENDS:
                # A mark belongs to what it stands on.
                last.joins = joins
                continue
            now = "AL"
        sign = _Sign(index, character, now, before=last)
        _look_back(sign)
        signs.append(sign)
        if last:
            last.after = sign
        last = sign
    return signs


def _look_back(sign: _Sign) -> None:
    before = sign.before
    if before:
        sign.spaced = before.spaced if before.kind == "SP" else before
    if sign.kind == "NU":
        sign.number = True
    elif sign.kind in ("SY", "IS", "CL", "CP"):
        sign.number = before is not None and before.number and before.kind not in ("CL", "CP")
    elif sign.kind == "RI":
        sign.flags = 1 + (before.flags if before else 0)
    elif sign.kind == "QU":
        first = before is None or before.kind in _BEFORE_QUOTE
        sign.opens = first and sign.category == "Pi"


def _may_part(before: _Sign, sign: _Sign) -> bool:
    """Whether a line may end between two signs: the first rule that knows says it."""
    if before.kind == sign.kind in _PLAIN and not before.joins:
        # Most pairs are of these: between signs of Chinese, and within words.
        return sign.kind == "ID"
    for rule in _RULES:
        answer = rule(before, sign)
        if answer is not None:
            return answer
    return True


def _at_ends(before: _Sign, sign: _Sign) -> bool | None:
    """Rules 4 to 8: after a break; never before spaces."""
    if before.kind == "BK":
        return True
    if sign.kind in _NEVER_BEFORE:
        return False
    if before.kind == "ZW" or (before.kind == "SP" and sign.spaced and sign.spaced.kind == "ZW"):
        return True
    return False if before.joins else None


def _at_glue(before: _Sign, sign: _Sign) -> bool | None:
    """Rules 11 to 13: what glues, and what closes."""
    if "WJ" in (before.kind, sign.kind) or before.kind == "GL":
        return False
    if sign.kind == "GL" and before.kind not in ("SP", "BA", "HY"):
        return False
    return False if sign.kind in _CLOSING else None


def _at_openings(before: _Sign, sign: _Sign) -> bool | None:
    """Rules 14 to 18: with spaces between or not."""
    spaced, kind_before = sign.spaced, sign.spaced.kind if sign.spaced else ""
    if kind_before == "OP" or (spaced and spaced.opens):
        return False
    if sign.kind == "QU" and sign.category == "Pf":
        if sign.after is None or sign.after.kind in _AFTER_QUOTE:
            return False
    elif sign.kind == "IS":
        return before.kind == "SP" and sign.after is not None and sign.after.kind == "NU"
    if (sign.kind == "NS" and kind_before in ("CL", "CP")) or (
        sign.kind == "B2" and kind_before == "B2"
    ):
        return False
    return True if before.kind == "SP" else None


def _at_quotes(before: _Sign, sign: _Sign) -> bool | None:
    """Rules 19 and 20: beside quotation marks, in wide scripts and others."""
    if sign.kind == "QU" and (
        sign.category != "Pi" or not before.is_wide or sign.after is None or not sign.after.is_wide
    ):
        return False
    if before.kind == "QU" and (
        before.category != "Pf"
        or not sign.is_wide
        or before.before is None
        or not before.before.is_wide
    ):
        return False
    return True if "CB" in (before.kind, sign.kind) else None


def _at_hyphens(before: _Sign, sign: _Sign) -> bool | None:
    """Rules 20a to 22."""
    hyphen = before.kind == "HY" or before.character == "\u2010"
    first = before.before is None or before.before.kind in _BEFORE_HYPHEN
    if hyphen and first and sign.kind == "AL":
        return False
    if sign.kind in ("BA", "HY", "NS", "IN") or before.kind == "BB":
        return False
    if before.kind in ("HY", "BA") and not before.is_wide and sign.kind != "HL":
        return False if before.before and before.before.kind == "HL" else None
    return None


def _at_numbers(before: _Sign, sign: _Sign) -> bool | None:
    """Rule 25: a number with its signs and brackets."""
    if before.number:
        if sign.kind in ("PO", "PR"):
            return False
        if sign.kind == "NU" and before.kind not in ("CL", "CP"):
            return False
    if before.kind in ("PO", "PR") and sign.kind == "OP" and sign.after:
        inner = sign.after
        if inner.kind == "IS" and inner.after:
            inner = inner.after
        return False if inner.kind == "NU" else None
    return None


def _at_letters(before: _Sign, sign: _Sign) -> bool | None:
    """Rules 23 to 30b."""
    if (before.kind, sign.kind) in _TOGETHER or sign.kind == "EM":
        return False
    if sign.kind == "OP" and not sign.is_wide and before.kind in ("AL", "HL", "NU"):
        return False
    if before.kind == "CP" and not before.is_wide and sign.kind in ("AL", "HL", "NU"):
        return False
    if before.kind == sign.kind == "RI":
        return before.flags % 2 == 0
    return None


_RULES = (
    _at_ends,
    _at_glue,
    _at_openings,
    _at_quotes,
    _at_hyphens,
    _at_numbers,
    _at_letters,
)
