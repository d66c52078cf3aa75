"""The look of the application: colours, fonts, sizes and the object that applies them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from ui import appearance
from ui.colours import Colours
from ui.pictures import Pictures

if TYPE_CHECKING:
    from collections.abc import Callable


Scheme = Literal["light", "dark"]
_NAME = "theme"
_SMALLEST, _LARGEST = 1.0, 2.0


@dataclass(frozen=True)
class Theme:
    """One look: a scheme at one text size, read from the design tokens."""

    scheme: Scheme
    scale: float
    colours: Colours
    tokens: dict[str, Any]
    high_contrast: bool = False
    reduced_motion: bool = False

    def is_sized_as(self, other: "Theme") -> bool:
        """Return whether nothing is larger or smaller than in another look."""
        return self.scale == other.scale and self.tokens == other.tokens

    def px(self, value: float) -> int:
        """Return `value` logical pixels at the current text size."""
        return round(value * self.scale)

    def font(self, role: str) -> QFont:
        """Return the font of a type role, sized in pixels."""
        kind = self.tokens["type"][role]
        faces = self.tokens["font"]
        font = QFont()
        font.setFamilies([kind["family"], *faces["fallback"]])
        font.setPixelSize(self.px(kind["size"]))
        font.setWeight(QFont.Weight(kind["weight"]))
        font.setItalic(kind.get("italic", False))
        for feature in kind.get("features", ()):
            font.setFeature(QFont.Tag(feature), 1)
        return font

    def sized(self, role: str, size: float, weight: int | None = None) -> QFont:
        """Return the font of a role at another size, and another weight if one is given."""
        font = self.font(role)
        font.setPixelSize(self.px(size))
        if weight is not None:
            font.setWeight(QFont.Weight(weight))
        return font

    def numbers(self, role: str) -> QFont:
        """Return the font of a role with figures of one width, for columns."""
        font = self.font(role)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def line(self, role: str) -> int:
        """Return the line height of a type role in pixels."""
        return self.px(self.tokens["type"][role]["line"])

    def space(self, step: int) -> int:
        """Return a step of the spacing scale; spaces do not grow with the text."""
        return int(self.tokens["space"][str(step)])

    def radius(self, name: str) -> int:
        """Return a corner radius in pixels."""
        return int(self.tokens["radius"][name])

    def size(self, name: str) -> int:
        """Return the size of a control in pixels at the current text size."""
        return self.px(self.tokens["size"][name])

    def breakpoint(self, name: str) -> int:
        """Return a breakpoint; compare it with `effective_width`."""
        return int(self.tokens["breakpoint"][name])

    def effective_width(self, width: int) -> float:
        """Return a width in pixels as the breakpoints count it."""
        return width / self.scale

    def motion(self, name: str) -> int:
        """Return a duration in milliseconds: 0 where motion is reduced, except for toasts."""
        if self.reduced_motion and name != "toast":
            return 0
        return int(self.tokens["motion"][name])


class ThemeSource(QObject):
    """Holds the current theme, applies it to the application and says when it changes."""

    changed = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self.setObjectName(_NAME)
        self._tokens = appearance.read_tokens()
        self._chosen: Scheme | None = None
        self._scale = _SMALLEST
        self._writing = self._tokens
        self._high_contrast = False
        self._reduced_motion = False
        self.pictures = Pictures()
        appearance.load_fonts()
        application.setStyle("Fusion")
        self._theme = self._compose()
        self._dress()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def theme(self) -> Theme:
        """The theme as applied."""
        return self._theme

    def choose_scheme(self, scheme: Scheme | None) -> None:
        """Use a scheme whatever the system says; None follows the system."""
        self._chosen = scheme
        self._renew()

    def choose_scale(self, scale: float) -> None:
        """Set the text size from 1.0 to 2.0, in tenths."""
        self._scale = min(_LARGEST, max(_SMALLEST, round(scale, 1)))
        self._renew()

    def choose_writing(self, size: int, width: int) -> None:
        """Set the size of what a person writes and the width of its column, before the scale."""
        kind = self._tokens["type"]["writing"]
        line = round(size * kind["line"] / kind["size"])
        self._writing = {
            **self._tokens,
            "type": {**self._tokens["type"], "writing": {**kind, "size": size, "line": line}},
            "size": {**self._tokens["size"], "reading-max": width},
        }
        self._renew()

    def choose_contrast(self, *, high: bool) -> None:
        """Switch stronger borders and text on or off."""
        self._high_contrast = high
        self._renew()

    def choose_motion(self, *, reduced: bool) -> None:
        """Switch animations off or on."""
        self._reduced_motion = reduced
        self._renew()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Measure what was hidden when the sizes changed."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            watched.removeEventFilter(self)
            self._measure_in(watched)
        return super().eventFilter(watched, event)

    def _follow_system(self) -> None:
        if self._chosen is None:
            self._renew()

    def _renew(self) -> None:
        theme = self._compose()
        if theme == self._theme:
            return
        resized = not theme.is_sized_as(self._theme)
        self._theme = theme
        self._dress()
        self.changed.emit()
        if resized:
            self._measure()

    def _scheme(self) -> Scheme:
        if self._chosen is not None:
            return self._chosen
        system = QGuiApplication.styleHints().colorScheme()
        return "dark" if system == Qt.ColorScheme.Dark else "light"

    def _compose(self) -> Theme:
        scheme = self._scheme()
        colours = Colours.from_tokens(self._tokens["color"][scheme])
        return Theme(
            scheme=scheme,
            scale=self._scale,
            colours=colours.with_contrast() if self._high_contrast else colours,
            tokens=self._writing,
            high_contrast=self._high_contrast,
            reduced_motion=self._reduced_motion,
        )

    def _dress(self) -> None:
        """Give the application what of its palette, font and stylesheet is another now."""
        application = cast("QApplication", self.parent())
        self.pictures.clear()
        application.setPalette(appearance.palette(self._theme.colours))
        self._set_font(application)
        sheet = appearance.stylesheet(self._theme)
        if sheet != application.styleSheet():
            # Over another stylesheet Qt polishes a widget once for each widget it lies in, ten
            # times on a page; taken away and given anew, it is twice.
            application.setStyleSheet("")
            application.setStyleSheet(sheet)

    def _set_font(self, application: QApplication) -> None:
        font = self._theme.font("body")
        if font == application.font():
            return
        application.setFont(font)
        # Under a stylesheet Qt hands the font on to nobody whose style is not set anew.
        for widget in application.allWidgets():
            if not widget.testAttribute(Qt.WidgetAttribute.WA_SetFont):
                widget.setFont(QFont())

    def _measure(self) -> None:
        """Have every widget measured again, after all of them have their new fonts.

        Many have no font of their own, but a size by the theme; and some fit what lies in them.
        What is hidden waits until it is shown.
        """
        for window in QApplication.topLevelWidgets():
            self._measure_in(window)

    def _measure_in(self, widget: QWidget) -> None:
        if widget.isHidden():
            widget.installEventFilter(self)
            return
        for child in widget.children():
            if isinstance(child, QWidget) and not child.isWindow():
                self._measure_in(child)
        QApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))


def theme_source() -> ThemeSource:
    """Return the theme source of the running application."""
    application = QCoreApplication.instance()
    source = application.findChild(ThemeSource, _NAME) if application else None
    if source is None:
        raise LookupError("A ThemeSource must exist before the first widget.")
    return source


def current_theme() -> Theme:
    """Return the theme as applied to the running application."""
    return theme_source().theme


def follow_theme(apply: "Callable[[], None]") -> None:
    """Call a widget's method now and after every change of the theme, as long as it lives."""
    apply()
    theme_source().changed.connect(apply)
