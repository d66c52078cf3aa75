"""The templates that ship."""

import re

import pytest

from app.content.library import Library


@pytest.fixture(scope="module")
def library() -> Library:
    return Library()


def test_templates_lie_in_groups_and_ask_for_ratings_of_1_to_5(library: Library) -> None:
    competencies = {competency.id for competency in library.framework.competencies}
    templates = library.templates
    groups = {group.id for group in templates.groups}

    assert {template.group for template in templates.templates} == groups
    for template in templates.templates:
        assert set(template.competencies) <= competencies
        assert all(re.fullmatch("[a-z-]+", tag) for tag in template.tags)
        assert all((rating.min, rating.max) == (1, 5) for rating in template.ratings)
        assert template.minutes > 0


def test_every_template_but_the_free_ones_has_headings(library: Library) -> None:
    without = {t.id for t in library.templates.templates if not re.search("(?m)^#", t.body)}

    assert without <= {"blank-page", "letter-to-next-mentee"}


def test_a_template_is_found_by_its_id_and_its_group(library: Library) -> None:
    template = library.templates.templates[3]

    assert library.templates.find(template.id) is template
    assert library.templates.find("gone") is None
    groups = [library.templates.of_group(group.id) for group in library.templates.groups]
    assert {t for group in groups for t in group} == set(library.templates.templates)
    assert template in library.templates.of_group(template.group)
