"""Dynamic properties the application stylesheet looks at."""

from PySide6.QtWidgets import QFrame, QWidget

from ui.theme import current_theme, follow_theme


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Set a dynamic property and let the stylesheet take notice."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


class Card(QFrame):
    """A frame around a group; `kind` is card, quiet-card, accent-card, dashed-card, lamp, share."""

    def __init__(self, kind: str = "card", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", kind)
        follow_theme(self._apply_theme)

    def set_kind(self, kind: str) -> None:
        """Change the kind of frame."""
        restyle(self, "kind", kind)

    def _apply_theme(self) -> None:
        restyle(self, "contrast", "true" if current_theme().high_contrast else "false")


class Rule(QFrame):
    """A horizontal hairline."""

    def __init__(self, *, strong: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "rule-strong" if strong else "rule")
        self.setFixedHeight(1)
