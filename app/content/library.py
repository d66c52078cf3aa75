"""The content that ships with Greenroom, each file read when it is first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from app.content.asking import AskTemplates
from app.content.competencies import Framework
from app.content.decoder import ContentError, Decoder
from app.content.feedback_forms import FeedbackForms
from app.content.goal_templates import GoalTemplates
from app.content.prompts import Prompts
from app.content.sessions import SessionTemplates, WorkingAgreement
from app.content.templates import Templates

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from app.content.story import Story

T = TypeVar("T")

VERSION = 1
STORY_NOT_READ = ("pulses",)
AGREEMENT = "working_agreement"


class Library:
    """Templates, prompts, the framework and whatever else ships; each is kept once read.

    Raises ContentError where a file is not what the code expects.
    """

    def __init__(self, folder: Traversable | None = None) -> None:
        self._folder = folder

    @cached_property
    def templates(self) -> Templates:
        """The journal templates."""
        return decoded(Templates, "templates.yaml", self._values("templates.yaml"))

    @cached_property
    def prompts(self) -> Prompts:
        """The daily prompts."""
        return decoded(Prompts, "prompts.yaml", self._values("prompts.yaml"))

    @cached_property
    def framework(self) -> Framework:
        """The competency framework."""
        values = self._values("competencies.yaml")
        head = Decoder("competencies.yaml").fields(values.pop("framework", None), "framework")
        return decoded(Framework, "competencies.yaml", {**head, **values})

    @cached_property
    def goal_templates(self) -> GoalTemplates:
        """The templates of goals and stretch goals."""
        return decoded(GoalTemplates, "goal_templates.yaml", self._values("goal_templates.yaml"))

    @cached_property
    def asking(self) -> AskTemplates:
        """The words to ask somebody for support with."""
        return decoded(AskTemplates, "ask_templates.yaml", self._values("ask_templates.yaml"))

    @cached_property
    def feedback_forms(self) -> FeedbackForms:
        """The forms to ask for feedback with."""
        return decoded(FeedbackForms, "feedback_forms.yaml", self._values("feedback_forms.yaml"))

    @cached_property
    def working_agreement(self) -> WorkingAgreement:
        """The points to agree on with a mentor."""
        values = self._values("sessions.yaml")
        found = Decoder("sessions.yaml").fields(values.get(AGREEMENT), AGREEMENT)
        return decoded(WorkingAgreement, "sessions.yaml", found)

    @cached_property
    def sessions(self) -> SessionTemplates:
        """The agendas of sessions and the debrief after them."""
        values = self._values("sessions.yaml")
        values.pop(AGREEMENT, None)
        return decoded(SessionTemplates, "sessions.yaml", values)

    @cached_property
    def story(self) -> Story:
        """The story of the sample vault."""
        from app.content.story import Story  # noqa: PLC0415 - 20 ms, for the sample vault alone

        values = self._values("sample_vault.yaml")
        read = {key: value for key, value in values.items() if key not in STORY_NOT_READ}
        return decoded(Story, "sample_vault.yaml", read)

    def _values(self, file: str) -> dict[str, object]:
        values = dict(Decoder(file).fields(parsed(file, (self._home / file).read_bytes())))
        if values.pop("version", None) != VERSION:
            raise ContentError(file, "version", f"should be {VERSION}")
        return values

    @cached_property
    def _home(self) -> Traversable:
        from importlib import resources  # noqa: PLC0415 - not at app start

        return self._folder or resources.files("resources") / "content"


def decoded(kind: type[T], file: str, values: dict[str, object]) -> T:
    """A file's values as a record."""
    return Decoder(file).read(kind, values)


def parsed(file: str, data: bytes) -> object:
    """The plain values of a YAML file; safe types only."""
    import yaml  # noqa: PLC0415 - not at app start

    # The C parser is ten times as fast.
    loader = (yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader)(data)
    try:
        return loader.get_single_data()
    except yaml.YAMLError as error:
        raise ContentError(file, "", str(error)) from error
    finally:
        loader.dispose()
