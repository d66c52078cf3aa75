"""The order in which a line is drawn whose scripts run in both directions.

This is Unicode's algorithm (UAX #9) without its explicit marks: those are left out of a text
before it is set, so that no text can turn another one around. Marks that only say "left to right"
or "right to left" count as letters do.
"""

# ruff: noqa: RUF001 - brackets of many scripts look alike

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_STRONG = frozenset({"L", "R", "AL"})
_NEUTRAL = frozenset({"B", "S", "WS", "ON"})
_UNSEEN = frozenset({"BN", "LRE", "LRO", "RLE", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
_MOST_BRACKETS = 63

_BRACKETS = (
    "()[]{}༺༻༼༽᚛᚜⁅⁆⁽⁾₍₎⌈⌉⌊⌋〈〉❨❩❪❫❬❭❮❯❰❱❲❳❴❵⟅⟆⟦⟧⟨⟩⟪⟫⟬⟭⟮⟯⦃⦄⦅⦆⦇⦈⦉⦊⦋⦌"
    "⦍⦐⦏⦎⦑⦒⦓⦔⦕⦖⦗⦘⧘⧙⧚⧛⧼⧽⸢⸣⸤⸥⸦⸧⸨⸩《》「」『』【】〔〕〖〗〘〙〚〛﹙﹚﹛﹜﹝﹞（）［］｛｝｟｠｢｣"
)
_OPENING = dict(zip(_BRACKETS[::2], _BRACKETS[1::2], strict=True))
_CLOSING = {closing: opening for opening, closing in _OPENING.items()}
_MIRRORED = _OPENING | _CLOSING
for _pair in ("<>", "«»", "‹›", "≤≥", "≦≧", "≪≫", "∈∋", "⊂⊃", "⊆⊇", "∕⧵", "≺≻"):
    _MIRRORED |= {_pair[0]: _pair[1], _pair[1]: _pair[0]}


def direction(text: str) -> int:
    """1 for a text that begins with a letter of a right-to-left script, else 0."""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in _STRONG:
            return int(kind != "L")
    return 0


def levels(text: str, base: int) -> list[int]:
    """How deep each character is embedded: even runs to the right, odd to the left."""
    kinds = [unicodedata.bidirectional(character) or "L" for character in text]
    places = [index for index, kind in enumerate(kinds) if kind not in _UNSEEN]
    around = "R" if base else "L"
    seen = _Sequence([text[index] for index in places], [kinds[i] for i in places], around)
    result, before = [base] * len(text), 0
    for index, level in zip(places, seen.levels(base), strict=True):
        # What is not seen goes with what stands before it.
        result[before:index] = [result[before - 1] if before else base] * (index - before)
        result[index] = level
        before = index + 1
    result[before:] = [result[before - 1] if before else base] * (len(text) - before)
    return result


def order(embedded: Sequence[int]) -> list[int]:
    """The places of a line's characters from left to right (rule L2)."""
    places = list(range(len(embedded)))
    lowest = min((level for level in embedded if level % 2), default=0)
    for level in range(max(embedded, default=0), lowest - 1, -1):
        if not level:
            break
        start = 0
        while start < len(places):
            if embedded[places[start]] < level:
                start += 1
                continue
            end = start
            while end < len(places) and embedded[places[end]] >= level:
                end += 1
            places[start:end] = reversed(places[start:end])
            start = end
    return places


def mirrored(character: str) -> str:
    """The sign that means the same in a text from right to left."""
    return _MIRRORED.get(character, character)


class _Sequence:
    """The visible characters of a text and what each counts as, rule by rule."""

    def __init__(self, characters: list[str], kinds: list[str], around: str) -> None:
        self._characters = characters
        self._written = kinds
        self._kinds = list(kinds)
        self._around = around

    def levels(self, base: int) -> Iterator[int]:
        """The level of each (rules I1 and I2)."""
        self._weak()
        self._signs_of_numbers()
        self._numbers_in_latin()
        self._bracket_pairs()
        self._neutral()
        for kind in self._kinds:
            if base:
                yield base if kind == "R" else base + 1
            else:
                yield base + {"L": 0, "R": 1}.get(kind, 2)

    def _weak(self) -> None:
        """Marks are what they stand on, digits after Arabic are Arabic (W1 to W3)."""
        before = strong = self._around
        for index, kind in enumerate(self._kinds):
            now = before if kind == "NSM" else kind
            if now in _STRONG:
                strong = now
            before = now
            if now == "EN" and strong == "AL":
                now = "AN"
            self._kinds[index] = now
        self._kinds = ["R" if kind == "AL" else kind for kind in self._kinds]

    def _signs_of_numbers(self) -> None:
        """A point between digits and a currency beside them are part of the number (W4 to W6)."""
        kinds = self._kinds
        for index in range(1, len(kinds) - 1):
            before, kind, after = kinds[index - 1 : index + 2]
            if before == after and (
                (kind == "CS" and before in ("EN", "AN")) or (kind == "ES" and before == "EN")
            ):
                kinds[index] = before
        for start, end in _runs(kinds, frozenset({"ET"})):
            beside = kinds[start - 1 : start] + kinds[end : end + 1]
            if "EN" in beside:
                kinds[start:end] = ["EN"] * (end - start)
        self._kinds = ["ON" if kind in ("ES", "ET", "CS") else kind for kind in kinds]

    def _numbers_in_latin(self) -> None:
        """Digits after a Latin letter go with it (W7)."""
        strong = self._around
        for index, kind in enumerate(self._kinds):
            if kind in ("L", "R"):
                strong = kind
            elif kind == "EN" and strong == "L":
                self._kinds[index] = "L"

    def _bracket_pairs(self) -> None:
        """Both brackets of a pair run as what is in them, or as what is before them (N0)."""
        # Each of the pairs looks at what is inside and before: that is done once for all.
        strong = [_direction(kind) for kind in self._kinds]
        for opening, closing in self._pairs():
            inside = set(strong[opening + 1 : closing]) - {""}
            if self._around in inside:
                now = self._around
            elif inside:
                before = next((kind for kind in reversed(strong[:opening]) if kind), self._around)
                now = before if before != self._around else self._around
            else:
                continue
            for place in (opening, closing):
                strong[place] = now
                self._set_with_marks(place, now)

    def _set_with_marks(self, place: int, kind: str) -> None:
        self._kinds[place] = kind
        for index in range(place + 1, len(self._kinds)):
            if self._written[index] != "NSM":
                break
            self._kinds[index] = kind

    def _pairs(self) -> list[tuple[int, int]]:
        """The brackets that belong together, in the order of the opening ones (BD16)."""
        opened: list[tuple[str, int]] = []
        pairs: list[tuple[int, int]] = []
        for index, character in enumerate(self._characters):
            if self._kinds[index] != "ON":
                continue
            if character in _OPENING:
                if len(opened) == _MOST_BRACKETS:
                    return []
                opened.append((_OPENING[character], index))
            elif character in _CLOSING:
                for depth in range(len(opened) - 1, -1, -1):
                    if opened[depth][0] == character:
                        pairs.append((opened[depth][1], index))
                        del opened[depth:]
                        break
        return sorted(pairs)

    def _neutral(self) -> None:
        """What has no direction goes with both sides if they agree, else with the text (N1, N2)."""
        kinds = self._kinds
        for start, end in _runs(kinds, _NEUTRAL):
            before = _direction(kinds[start - 1]) if start else self._around
            after = _direction(kinds[end]) if end < len(kinds) else self._around
            kinds[start:end] = [before if before == after else self._around] * (end - start)


def _runs(kinds: list[str], wanted: frozenset[str]) -> list[tuple[int, int]]:
    """Where runs of wanted kinds begin and end."""
    runs, start = [], -1
    for index, kind in enumerate([*kinds, ""]):
        if kind in wanted and start < 0:
            start = index
        elif kind not in wanted and start >= 0:
            runs.append((start, index))
            start = -1
    return runs


def _direction(kind: str) -> str:
    """The direction of a letter or number as its neighbours see it; empty for a neutral one."""
    if kind == "L":
        return "L"
    return "R" if kind in ("R", "EN", "AN") else ""
