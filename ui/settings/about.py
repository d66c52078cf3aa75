"""Settings: what Greenroom is, what it promises, and whose work it stands on."""

from __future__ import annotations

from importlib import resources
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app import VERSION
from ui.promises import limits_dialog, listed, promised
from ui.settings.section import Section
from ui.theme import current_theme
from ui.widgets.button import Button
from ui.widgets.dialog import Dialog
from ui.widgets.line_edit import MultiLine
from ui.widgets.mark import Mark
from ui.widgets.text import Label

_CONTEXT = "AboutSection"
_LINES: Final = 16
_SHIPPED: Final = (
    ("Inter", "SIL Open Font License 1.1", "fonts/Inter-LICENSE-OFL.txt"),
    ("Literata", "SIL Open Font License 1.1", "fonts/Literata-LICENSE-OFL.txt"),
    ("Lucide", "ISC", "icons/LICENSE-lucide.txt"),
    ("EFF Long Wordlist", "CC BY 3.0 US", "content/words.LICENSE.txt"),
)
_LIBRARIES: Final = (
    ("Qt, PySide6", "LGPL 3"),
    ("SQLCipher, sqlcipher3", "BSD 3-Clause, zlib"),
    ("cryptography", "Apache 2.0, BSD 3-Clause"),
    ("ReportLab", "BSD 3-Clause"),
    ("pikepdf", "MPL 2.0"),
    ("pypdfium2", "Apache 2.0, BSD 3-Clause"),
    ("Python-Markdown", "BSD 3-Clause"),
    ("PyYAML", "MIT"),
    ("Enchant, pyenchant", "LGPL 2.1"),
    ("platformdirs", "MIT"),
    ("uuid-utils", "BSD 3-Clause"),
    ("zxcvbn", "MIT"),
)


class AboutSection(Section):
    """Version, promises and licences."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate(_CONTEXT, "About"), "", parent)
        group = self.add_group()
        group.add_row(
            "Greenroom",
            self.tr(
                "Version {version}. Free software under the GNU GPL, version 3 or later."
            ).format(version=VERSION),
            Mark("app", 32),
        )
        self._add_promises()
        self._add_licences()
        self.column.addStretch(1)

    def _add_promises(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(current_theme().space(2))
        column.addWidget(Label(self.tr("What Greenroom promises"), "section"))
        for words in promised():
            column.addWidget(listed("shield-check", words))
        limits = Button(self.tr("What Greenroom cannot protect you from"), "link", icon="shield")
        limits.clicked.connect(lambda: limits_dialog(self).open())
        column.addWidget(limits, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addLayout(column)

    def _add_licences(self) -> None:
        shipped = self.add_group(self.tr("Fonts, icons and words"))
        for name, licence, path in _SHIPPED:
            read = Button(self.tr("Read licence"))
            read.setAccessibleName(self.tr("Read the licence of {name}").format(name=name))
            read.clicked.connect(lambda _=False, name=name, path=path: self._read(name, path))
            shipped.add_row(name, licence, read)
        libraries = self.add_group(self.tr("Libraries"))
        for name, licence in _LIBRARIES:
            libraries.add_row(name, licence)

    def _read(self, name: str, path: str) -> None:
        dialog = Dialog(self.tr("Licence of {name}").format(name=name), self, kind="sheet")
        text = MultiLine(lines=_LINES, name=dialog.windowTitle())
        text.setPlainText((resources.files("resources") / path).read_text("utf-8"))
        text.setReadOnly(True)
        dialog.body.addWidget(text)
        close = Button(self.tr("Close"), "primary")
        close.clicked.connect(dialog.accept)
        dialog.add_action(close)
        dialog.focus_first(text)
        dialog.open()
