"""The colours of a page are the light ones of the theme."""

from __future__ import annotations

import json
from dataclasses import fields
from importlib import resources

from app.export.inks import Inks


def test_every_ink_is_the_token_of_its_name() -> None:
    tokens = json.loads((resources.files("resources") / "themes/tokens.json").read_text("utf-8"))
    inks = Inks.load()
    for field in fields(Inks):
        expected = tokens["color"]["light"][field.name.replace("_", "-")]
        assert "#" + getattr(inks, field.name).hexval()[2:].upper() == expected
