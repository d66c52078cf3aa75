"""Templates for journal entries."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TemplateGroup:
    """A heading in the list of templates."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class TemplateRating:
    """A question that a template asks for a number from `min` to `max`."""

    id: str
    label: str
    min: int
    max: int


@dataclass(frozen=True, slots=True)
class Template:
    """A journal template; `body` is Markdown in which `_text like this_` is a prompt.

    `group` is a group's id, `when` says when it serves, `source` names the evidence behind it.
    """

    id: str
    name: str
    group: str
    when: str
    minutes: int
    tags: tuple[str, ...]
    competencies: tuple[str, ...]
    share_hint: str
    body: str
    source: str
    ratings: tuple[TemplateRating, ...] = ()


@dataclass(frozen=True, slots=True)
class Templates:
    """All templates, in the order they are listed in."""

    groups: tuple[TemplateGroup, ...]
    templates: tuple[Template, ...]

    def of_group(self, group_id: str) -> tuple[Template, ...]:
        """The templates under one heading."""
        return tuple(template for template in self.templates if template.group == group_id)

    def find(self, template_id: str) -> Template | None:
        """The template with this id; None where it does not ship any more."""
        return next((t for t in self.templates if t.id == template_id), None)
