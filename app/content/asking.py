"""Words to ask somebody for support with."""

from dataclasses import dataclass
from typing import Final

_NAME, _WHAT = "{name}", "{what}"
_BLANK: Final = "___"


@dataclass(frozen=True, slots=True)
class AskTemplate:
    """A short message; `example` is something that one could ask for with it.

    `words` are told whom they are for and what is asked, and nothing else.
    """

    id: str
    name: str
    example: str
    words: str

    def written(self, name: str, what: str) -> str:
        """The message to somebody of this name that asks for this."""
        # Names and wishes may hold braces, so what was put in is not looked at again.
        before, asked, after = self.words.strip().partition(_WHAT)
        wish = what.strip().rstrip(".") or _BLANK
        return f"{before.replace(_NAME, name)}{wish if asked else ''}{after.replace(_NAME, name)}"


@dataclass(frozen=True, slots=True)
class AskTemplates:
    """All of them, in the order they are offered in."""

    asks: tuple[AskTemplate, ...]

    def find(self, template_id: str) -> AskTemplate:
        """The template with this id, else the first."""
        return next((ask for ask in self.asks if ask.id == template_id), self.asks[0])
