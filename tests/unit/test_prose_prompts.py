"""Prompts of a template are shown, never kept; somebody's emphasis is."""

from __future__ import annotations

from app.prose import Template, kept_lines, prompts, without_prompts

BODY = "## Today\n_One moment._\n\n## Next\n- If _(this)_, then I _(do that)_.\n"
TEMPLATE = Template.of(BODY)


def test_underscored_passages_are_found() -> None:
    assert prompts("a _b c_ snake_case_x __no__ _é_") == ((2, 7), (28, 31))


def test_an_untouched_template_keeps_its_headings_only() -> None:
    assert without_prompts(BODY, TEMPLATE) == "## Today\n\n## Next\n"


def test_what_was_written_beside_a_prompt_is_kept() -> None:
    text = "## Today\n_One moment._ Luca asked.\n- If I wait, then I _(do that)_.\n"

    assert without_prompts(text, TEMPLATE) == "## Today\n Luca asked.\n- If I wait, then I .\n"


def test_emphasis_of_ones_own_is_kept() -> None:
    text = "_This is mine._\n_One moment!_"

    assert without_prompts(text, TEMPLATE) == text
    assert without_prompts(BODY, Template()) == BODY


def test_standing_prompts_are_those_of_the_template() -> None:
    assert TEMPLATE.standing("_mine_ _One moment._") == ((7, 20),)


def test_the_lines_that_are_kept_are_known_by_their_numbers() -> None:
    lines = BODY.split("\n")

    kept = kept_lines(BODY, TEMPLATE)

    assert [lines[number] for number in kept] == without_prompts(BODY, TEMPLATE).split("\n")
    assert kept_lines("a\nb", Template()) == (0, 1)
