from __future__ import annotations

from app.content.library import Library
from app.domain.records import TITLE_LIMIT
from app.domain.templates import OwnTemplate
from app.operations import templates as operations
from app.queries import templates
from app.queries.templates import MINE
from app.vault import Vault

LIBRARY = Library()


def test_without_own_templates_the_groups_are_those_that_ship(vault: Vault) -> None:
    found = templates.groups(vault.read, LIBRARY)
    assert [group.id for group in found] == [group.id for group in LIBRARY.templates.groups]
    assert sum(len(g.templates) for g in found) == len(LIBRARY.templates.templates)


def test_own_templates_come_first_by_name(vault: Vault) -> None:
    for name in ("b", "A", "c"):
        operations.add(vault, OwnTemplate(name=name, minutes=3, body="## x"))
    first = templates.groups(vault.read, LIBRARY)[0]
    assert first.id == MINE
    assert [template.name for template in first.templates] == ["A", "b", "c"]
    assert all(template.own for template in first.templates)


def test_a_template_is_found_wherever_it_comes_from(vault: Vault) -> None:
    made = operations.add(vault, OwnTemplate(name="Friday", body="## x"))
    own = templates.find(vault.read, LIBRARY, made.id)
    shipped = templates.find(vault.read, LIBRARY, "weekly-review")
    assert own is not None
    assert (own.name, own.own) == ("Friday", True)
    assert shipped is not None
    assert (shipped.own, shipped.body) == (False, LIBRARY.templates.templates[1].body)
    assert templates.find(vault.read, LIBRARY, "none") is None


def test_a_template_goes_by_its_name_or_its_id_and_ones_own_comes_first(vault: Vault) -> None:
    made = operations.add(vault, OwnTemplate(name="weekly Review"))
    for words, found in (("WEEKLY REVIEW", made.id), ("weekly-review", "weekly-review")):
        template = templates.named(vault.read, LIBRARY, words)
        assert template is not None
        assert template.id == found
    assert templates.named(vault.read, LIBRARY, "none") is None


def test_one_in_the_trash_is_not_offered_but_still_has_its_name(vault: Vault) -> None:
    made = operations.add(vault, OwnTemplate(name="Friday"))
    operations.delete(vault, made.id)
    assert templates.find(vault.read, LIBRARY, made.id) is None
    assert templates.name_of(vault.read, LIBRARY, made.id) == "Friday"
    assert templates.name_of(vault.read, LIBRARY, "weekly-review") != "weekly-review"
    assert templates.name_of(vault.read, LIBRARY, "gone") == "gone"


def test_a_copy_says_the_same_and_is_ones_own(vault: Vault) -> None:
    shipped = templates.find(vault.read, LIBRARY, "weekly-review")
    assert shipped is not None
    made = operations.add(vault, shipped.copied("My week"))
    own = templates.find(vault.read, LIBRARY, made.id)
    assert own is not None
    assert (own.name, own.body, own.tags) == ("My week", shipped.body, shipped.tags)
    assert (own.when, own.minutes) == (shipped.when, shipped.minutes)


def test_a_taken_name_gets_a_number(vault: Vault) -> None:
    assert templates.free_name(vault.read, "Friday") == "Friday"
    operations.add(vault, OwnTemplate(name="friday"))
    assert templates.free_name(vault.read, "Friday") == "Friday (2)"
    operations.add(vault, OwnTemplate(name="Friday (2)"))
    assert templates.free_name(vault.read, "Friday") == "Friday (3)"
    long = "x" * TITLE_LIMIT
    operations.add(vault, OwnTemplate(name=long))
    assert len(templates.free_name(vault.read, long)) <= TITLE_LIMIT
