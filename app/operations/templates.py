"""Making, changing and deleting one's own templates."""

from __future__ import annotations

from dataclasses import replace

from app.changes import Op
from app.domain.ids import Id
from app.domain.templates import OwnTemplate
from app.vault import Vault


def add(vault: Vault, template: OwnTemplate) -> OwnTemplate:
    """A new template."""
    with vault.transact(Op.ADD_TEMPLATE) as write:
        return write.put(template.cleaned())


def revise(vault: Vault, template: OwnTemplate) -> OwnTemplate:
    """The template as it should be from now on; what was begun with it stays as it is."""
    with vault.transact(Op.REVISE_TEMPLATE) as write:
        kept = write.get(OwnTemplate, template.id)
        return write.put(replace(template.cleaned(), created=kept.created))


def delete(vault: Vault, template_id: Id) -> OwnTemplate:
    """The template to the trash; what was begun with it stays as it is."""
    with vault.transact(Op.DELETE_TEMPLATE) as write:
        template = write.get(OwnTemplate, template_id)
        write.delete(template)
        return template
