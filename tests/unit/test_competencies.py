"""The framework that ships."""

import pytest

from app.content.library import Library

LEVELS = [1, 2, 3, 4, 5]


@pytest.fixture(scope="module")
def library() -> Library:
    return Library()


def test_the_framework_has_five_levels_and_one_experience_of_each_type(library: Library) -> None:
    framework = library.framework
    types = sorted(kind.id for kind in framework.experience_types)

    assert [level.level for level in framework.scale] == LEVELS
    for competency in framework.competencies:
        assert len(set(competency.anchors)) == len(competency.anchors) == len(LEVELS)
        assert len(competency.questions) == 3
        assert sorted(experience.type for experience in competency.experiences) == types


def test_a_competency_is_found_by_its_id(library: Library) -> None:
    competency = library.framework.competencies[3]

    assert library.framework.find(competency.id) is competency
    assert library.framework.find("gone") is None
