"""Which sections the side panel has, in their order, and what they ask of the editor."""

from __future__ import annotations

from ui.context import Context
from ui.journal.agenda_section import AgendaSection
from ui.journal.editor import EntryEditor
from ui.journal.image_sheet import show_image
from ui.journal.images_section import ImagesSection
from ui.journal.links_section import LinksSection
from ui.journal.panel_section import PanelSection
from ui.journal.passages_section import PassagesSection
from ui.journal.shared_section import SharedSection
from ui.journal.versions_section import VersionsSection


def sections(context: Context, editor: EntryEditor) -> tuple[PanelSection, ...]:
    """The sections of "About this entry"; a new one is made and takes its place here."""
    return (
        _links(editor),
        _agenda(context, editor),
        _images(editor),
        _passages(context, editor),
        _versions(context, editor),
        SharedSection(),
    )


def _links(editor: EntryEditor) -> LinksSection:
    section, linking = LinksSection(), editor.linking
    section.link_asked.connect(lambda: linking.offer(section.link))
    section.unlink_asked.connect(linking.unlink)
    section.target_asked.connect(linking.go_to)
    return section


def _agenda(context: Context, editor: EntryEditor) -> AgendaSection:
    section = AgendaSection(context)
    section.navigate.connect(editor.navigate)
    return section


def _images(editor: EntryEditor) -> ImagesSection:
    section = ImagesSection(editor.pictures)
    section.add_asked.connect(lambda: editor.inserting.choose(editor))
    section.image_asked.connect(lambda place: show_image(editor, place))
    return section


def _passages(context: Context, editor: EntryEditor) -> PassagesSection:
    section = PassagesSection(context.today)
    section.passage_asked.connect(editor.go_to_passage)
    section.remove_asked.connect(editor.linking.remove)
    return section


def _versions(context: Context, editor: EntryEditor) -> VersionsSection:
    section = VersionsSection(context)
    section.asked.connect(editor.open_version)
    return section
