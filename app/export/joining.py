"""Joins Arabic letters: each is drawn in the form that its neighbours ask for.

The forms are characters of their own, from the days before fonts knew how to join. What they are
forms of is told by Unicode's decompositions.
"""

from __future__ import annotations

import unicodedata

LAM = "\N{ARABIC LETTER LAM}"
JOINER = "\N{ZERO WIDTH JOINER}"
_JOINS_BOTH_WAYS = frozenset({"\N{ARABIC TATWEEL}", JOINER})
_TRANSPARENT = frozenset({"Mn", "Me", "Cf"})
_BREAKS_JOINS = "\N{ZERO WIDTH NON-JOINER}"


def _read_forms() -> tuple[dict[str, dict[str, str]], dict[str, dict[str, str]]]:
    """Each letter's forms, and those of lam with each alef, by "initial", "medial" and so on."""
    forms: dict[str, dict[str, str]] = {}
    lams: dict[str, dict[str, str]] = {}
    for code in [*range(0xFB50, 0xFC00), *range(0xFE80, 0xFEFD)]:
        kind, _, codes = unicodedata.decomposition(chr(code)).partition(" ")
        source = "".join(chr(int(each, 16)) for each in codes.split())
        if len(source) == 1:
            forms.setdefault(source, {}).setdefault(kind[1:-1], chr(code))
        elif code >= 0xFEF5 and source[:1] == LAM:  # noqa: PLR2004 - the block of these ligatures
            lams.setdefault(source[1], {})[kind[1:-1]] = chr(code)
    return forms, lams


_FORMS, _LAMS = _read_forms()
_LETTERS = {
    form: letter for letter, forms in _FORMS.items() for form in forms.values() if form != letter
}


def letters(character: str) -> str:
    """What a joined form is a form of; any other character itself."""
    return _LETTERS.get(character, character)


def joined(text: str) -> list[str]:
    """What is drawn for each character; nothing for an alef that went into the lam before it."""
    drawn = list(text)
    places = [index for index, character in enumerate(text) if not _is_transparent(character)]
    for number, index in enumerate(places):
        character = text[index]
        if character not in _FORMS or not drawn[index]:
            continue
        before = text[places[number - 1]] if number else ""
        after = text[places[number + 1]] if number + 1 < len(places) else ""
        from_before = _joins_on(before) and _joins_back(character)
        if character == LAM and after in _LAMS:
            drawn[index] = _LAMS[after]["final" if from_before else "isolated"]
            drawn[places[number + 1]] = ""
            continue
        to_after = _joins_on(character) and _joins_back(after)
        drawn[index] = _FORMS[character].get(_form(from_before, to_after), character)
    return drawn


def _form(from_before: bool, to_after: bool) -> str:  # noqa: FBT001 - two sides of one letter
    if from_before:
        return "medial" if to_after else "final"
    return "initial" if to_after else "isolated"


def _joins_on(character: str) -> bool:
    """Whether it joins the letter after it."""
    return "initial" in _FORMS.get(character, ()) or character in _JOINS_BOTH_WAYS


def _joins_back(character: str) -> bool:
    """Whether it joins the letter before it."""
    return "final" in _FORMS.get(character, ()) or character in _JOINS_BOTH_WAYS


def _is_transparent(character: str) -> bool:
    if character in (JOINER, _BREAKS_JOINS):
        return False
    return unicodedata.category(character) in _TRANSPARENT
