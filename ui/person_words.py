"""What people are called, wherever they are named."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.domain.cycles import Relation

translate = QCoreApplication.translate
_RELATIONS = {
    Relation.MENTOR: QT_TRANSLATE_NOOP("People", "mentor"),
    Relation.SPONSOR: QT_TRANSLATE_NOOP("People", "sponsor"),
    Relation.MANAGER: QT_TRANSLATE_NOOP("People", "manager"),
    Relation.PEER: QT_TRANSLATE_NOOP("People", "peer"),
    Relation.OTHER: QT_TRANSLATE_NOOP("People", "somebody else"),
}


def relation_words(relation: Relation) -> str:
    """What somebody is to the mentee."""
    return translate("People", str(_RELATIONS[relation]))


def relation_title(relation: Relation) -> str:
    """What somebody is, where it stands by itself."""
    words = relation_words(relation)
    return words[:1].upper() + words[1:]


def relation_options() -> list[tuple[str, object]]:
    """Everything somebody can be to the mentee, as a choice offers it."""
    return [(relation_title(each), each.value) for each in Relation]


def person_words(name: str, relation: Relation) -> str:
    """Somebody's name with what they are: "Ruth Adeyemi, mentor"."""
    if relation is Relation.OTHER or not name:
        return name
    form = translate("People", "{name}, {relation}")
    return form.format(name=name, relation=relation_words(relation))
