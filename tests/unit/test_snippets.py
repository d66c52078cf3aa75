from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.domain.hits import Hits
from app.domain.query import parse
from app.queries.snippets import LIMIT, marked, snippet

LONG = "One thing after another happened here today. " * 20


def _lit(query: str, *texts: str) -> tuple[str, list[str]]:
    found = snippet(Hits(parse(query)), texts)
    return found.text, [found.text[start:end] for start, end in found.hits]


def test_a_short_text_is_shown_whole_without_its_marks() -> None:
    assert _lit("release", "# Day\n\n- [ ] the **release** [went](https://a.b) out") == (
        "the release went out",
        ["release"],
    )


def test_a_long_text_is_cut_around_the_hit() -> None:
    text, lit = _lit("réflexion", f"{LONG}une reflexion ici. {LONG}")
    assert lit == ["reflexion"]
    assert text.startswith("…")
    assert text.endswith("…")
    assert len(text) <= LIMIT + 2


def test_the_text_that_holds_it_is_shown() -> None:
    assert _lit("bottleneck", "", "Why not", "I am the bottleneck") == (
        "I am the bottleneck",
        ["bottleneck"],
    )


def test_without_a_hit_the_beginning_is_shown() -> None:
    assert _lit("elsewhere", "Told *here*.") == ("Told here.", [])


def test_a_hit_in_an_address_is_passed_over() -> None:
    assert _lit("secret", "see [this](https://secret.org)\n\nthe secret one") == (
        "see this the secret one",
        ["secret"],
    )


@given(st.text(), st.text(max_size=5))
def test_any_text_has_a_snippet(text: str, query: str) -> None:
    hits = Hits(parse(query))
    found = snippet(hits, (text,))
    assert found == marked(hits, found.text)
    assert "\n" not in found.text
