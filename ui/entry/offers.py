"""What the journal's pickers offer: templates for a text, and goals it can be evidence for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.ids import Id
from app.queries.evidence import Target
from app.queries.templates import MINE, TemplateGroup
from ui.entry.words import TARGET_ICONS, target_words
from ui.widgets.picker import Offer, Picker

BLANK = "blank-page"
"""The template that asks nothing: it leaves the page as it is."""
QUESTION = "question"
"""What stands for a question to begin with, where a template is chosen."""
_CONTEXT = "Journal"


def template_picker(anchor: QWidget, groups: Sequence[TemplateGroup], *, blank: bool) -> Picker:
    """A picker of templates by group; `blank` puts the blank page and a question first."""
    offers = _template_offers(groups)
    if blank:
        offers = [_blank_offer(groups), _question_offer(), *offers]
    name = QCoreApplication.translate(_CONTEXT, "Choose a template")
    empty = QCoreApplication.translate(_CONTEXT, "No template matches.")
    return Picker(name, anchor, offers, empty)


def goal_picker(
    anchor: QWidget, targets: Collection[Target], linked: Collection[Id], *, passage: str = ""
) -> Picker:
    """A picker of what an entry, or a passage of it, is not evidence for yet."""
    offers = target_offers(target for target in targets if target.id not in linked)
    whole = QCoreApplication.translate(_CONTEXT, "Evidence for")
    quoted = QCoreApplication.translate(_CONTEXT, "Quote the passage as evidence for")
    name = quoted if passage else whole
    if offers:
        empty = QCoreApplication.translate(_CONTEXT, "No goal matches.")
    else:
        empty = QCoreApplication.translate(_CONTEXT, "There is no other goal to link.")
    return Picker(name, anchor, offers, empty)


def target_offers(targets: Iterable[Target]) -> list[Offer]:
    """Goals, milestones, experiences and competencies, each with its kind."""
    return [
        Offer(
            target.id,
            target.title,
            detail=target.within.title if target.within else "",
            aside=_kind_words(target),
            icon=TARGET_ICONS[target.kind],
        )
        for target in targets
    ]


def _template_offers(groups: Sequence[TemplateGroup]) -> list[Offer]:
    offers = []
    mine = QCoreApplication.translate(_CONTEXT, "Mine")
    for group in groups:
        offers.append(Offer("", mine if group.id == MINE else group.name))
        offers += [
            Offer(template.id, template.name, template.when, _minutes(template.minutes))
            for template in group.templates
            if template.id != BLANK
        ]
    return offers


def _blank_offer(groups: Sequence[TemplateGroup]) -> Offer:
    every = (template for group in groups for template in group.templates)
    when = next((template.when for template in every if template.id == BLANK), "")
    words = QCoreApplication.translate(_CONTEXT, "Blank page")
    return Offer(BLANK, words, when, icon="square-pen")


def _question_offer() -> Offer:
    words = QCoreApplication.translate(_CONTEXT, "Begin with a question")
    detail = QCoreApplication.translate(_CONTEXT, "By theme, by competency or by goal.")
    return Offer(QUESTION, words, detail, icon="circle-question-mark")


def _minutes(minutes: int) -> str:
    return QCoreApplication.translate(_CONTEXT, "{0} min").format(minutes) if minutes else ""


def _kind_words(target: Target) -> str:
    if target.closed:
        return QCoreApplication.translate(_CONTEXT, "Closed")
    return target_words(target)
