"""A form to ask for feedback with, on its way out: the PDF is saved, and the request is kept."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from app.changes import Op
from app.domain.cycles import Person
from app.domain.feedback import Request
from app.domain.ids import Id
from app.export import saving
from app.export.form import FormPaper, FormPdf, build_form
from app.operations.feedback import ask
from app.vault import Vault


def built(request: Request, asker: str, giver: str, reply_by: str, minutes: int) -> FormPdf:
    """The PDF of a request: the same one whenever it is built. It may run on any thread.

    A day in words is on it where the form says it, too: the day that is waited for may move later.
    """
    form = request.as_asked.form
    day = reply_by if reply_by in form.intro else ""
    paper = FormPaper(
        form=form, code=request.code, asker=asker, giver=giver, reply_by=day, minutes=minutes
    )
    return build_form(paper)


def send(
    vault: Vault,
    request: Request,
    pdf: FormPdf,
    path: Path,
    newcomer: Person | None = None,
    *,
    replacing: bool = False,
) -> Request:
    """A request that goes out as a PDF: both are kept, or neither.

    Raises SaveError where the file cannot be saved; it replaces one only with `replacing`.
    """
    with saving.saved(pdf.data, path, replace=replacing):
        return ask(vault, replace(request, places=pdf.places), newcomer)


def save_again(
    vault: Vault, request_id: Id, pdf: FormPdf, path: Path, *, replacing: bool = False
) -> Request:
    """The PDF of a request once more, and where its fields stand on it; raises as `send`."""
    with (
        saving.saved(pdf.data, path, replace=replacing),
        vault.transact(Op.REVISE_REQUEST) as write,
    ):
        request = write.get(Request, request_id)
        if request.places == pdf.places:
            return request
        return write.put(replace(request, places=pdf.places))
