"""A table of answers as a document of a corpus: its text, its respondents, and their answers."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from travaux.errors import CorpusError, DocumentError, ExchangeError
from travaux.model.contents import Contents
from travaux.model.document import Document, Header, Paragraph, Question
from travaux.model.identity import Id, child
from travaux.model.responses import Columns, Respondent, Response
from travaux.model.text import SourceText
from travaux.reading.extraction.cast.names import BODY_NOUNS
from travaux.reading.formats import check_unchanged
from travaux.reading.formats.file import read_bytes
from travaux.reading.responses.answers import Given, read_given
from travaux.reading.responses.writing import Written, WrittenAnswer, WrittenRespondent, write_text
from travaux.reading.structure import Context
from travaux.reading.structure.actors import Actors
from travaux.reading.structure.names import find_titled_names, match_name
from travaux.reading.structure.references import read_references
from travaux.reading.structure.scope import Scope
from travaux.reading.structure.states import find_state
from travaux.reading.tables import Table, read_tables_of


def read_response_text(path: Path, document: Document) -> Written:
    """Read the text of a table of answers; ``DocumentError`` if the file is missing or changed, ``ExchangeError`` for what is in it."""
    where, columns = str(path), document.columns
    if columns is None:
        what = f"nothing says what stands in the columns of {document.name}"
        raise CorpusError(what, where=where, hint="Add it with travaux import responses, which writes [documents.columns].")
    data = read_bytes(path)
    _check_unchanged(hashlib.sha256(data).hexdigest(), document, where)
    table = choose_sheet(read_tables_of(data, path.name, where), columns.sheet, where)
    return write_text(columns.questions, read_given(table, columns))


def _check_unchanged(found: str, document: Document, where: str) -> None:
    try:
        check_unchanged(found, document.checksum, where)
    except DocumentError as error:
        update = f"travaux import responses {where} --name {document.name} --consultation NAME --update"
        hint = f"If it was changed by accident, restore it. If on purpose, take it in anew: {update}"
        raise DocumentError(error.what, where=where, hint=hint) from error


def choose_sheet(tables: tuple[Table, ...], sheet: str | None, where: str) -> Table:
    """Choose the sheet of that name, or the only one; ``ExchangeError`` if there is none, or several and none is named."""
    found = [table for table in tables if sheet is None or table.name == sheet]
    if len(found) == 1:
        return found[0]
    if not tables:
        raise ExchangeError("the spreadsheet is empty", where=where, hint="The first row names the columns.")
    names = ", ".join(table.name for table in tables)
    what = f"there is no sheet {sheet!r}" if sheet else f"the spreadsheet has {len(tables)} sheets"
    raise ExchangeError(what, where=where, hint=f"Name one with --sheet: {names}.")


def read_responses(path: Path, document: Document, context: Context, questions: Mapping[str, Id]) -> tuple[SourceText, Contents]:
    """Read the text of a table of answers and what it contains.

    ``questions`` are those of the concept note that was answered, by number; without a note the questions are the table's own. Raises
    what ``read_response_text`` does, and ``CorpusError`` for a question that the note does not have.
    """
    written = read_response_text(path, document)
    return written.source, read_written(written, document, context, questions)


def read_written(written: Written, document: Document, context: Context, questions: Mapping[str, Id]) -> Contents:
    """Read what the text of a table contains, as ``read_responses`` does."""
    scope = Scope(document=document, text=written.source.text, context=context)
    columns = document.columns
    if columns is None:  # said already by the reader of the text
        raise AssertionError
    own = () if columns.questions_of else tuple(_own_questions(scope, written))
    known = questions if columns.questions_of else {one.number: one.id for one in own}
    _check_known(columns, known, document)
    holder = _Holder(scope, known)
    for order, one in enumerate(written.respondents, start=1):
        holder.add(one, order)
    actors = holder.actors.all()
    references = read_references(scope, holder.paragraphs, holder.actors.organization_names())
    return Contents(
        document=document,
        header=Header(id=scope.part("header"), document=document.id),
        paragraphs=tuple(holder.paragraphs),
        questions=own,
        respondents=tuple(holder.respondents),
        responses=tuple(holder.responses),
        references=references.all,
        actors=actors,
    )


def _check_known(columns: Columns, known: Mapping[str, Id], document: Document) -> None:
    for place, one in enumerate(columns.questions, 1):
        if one.number not in known:
            hint = f"It has: {', '.join(known)}." if known else "It has no questions."
            what = f"{columns.questions_of} has no question {one.number}"
            raise CorpusError(what, where=f"corpus.toml, {document.name}, columns.questions[{place}].number", hint=hint)


def _own_questions(scope: Scope, written: Written) -> Iterator[Question]:
    for order, (asked, place) in enumerate(written.questions, start=1):
        yield Question(
            id=scope.part("question", asked.number),
            document=scope.document.id,
            number=asked.number,
            order=order,
            span=scope.span(*place),
            consultation=scope.document.consultation,
        )


_COMPANIES = frozenset({"ltd", "limited", "inc", "gmbh", "plc", "llc", "corp", "corporation", "co", "ag", "sa", "bv", "nv", "oy", "ab"})


def find_person(name: str) -> str | None:
    """Return the name of a person without honorific, ``None`` if it is nobody's: another form than that of two or more capitalized words.

    >>> find_person("Dr. Ada Brook"), find_person("Lake Watch Network"), find_person("Clearwater Ltd"), find_person("fisher")
    ('Ada Brook', None, None, None)
    """
    words = {word.strip(".,").lower() for word in name.split()}
    if find_state(name) or not words.isdisjoint(BODY_NOUNS | _COMPANIES):
        return None
    mention = next(find_titled_names(name, 0, len(name)), None) or (match_name(name, 0, len(name)) if name else None)
    return mention.name if mention is not None and (mention.start, mention.end) == (0, len(name)) else None


@dataclass
class _Holder:
    """Gathers the records of one document in the order of its text."""

    scope: Scope
    questions: Mapping[str, Id]
    actors: Actors = field(default_factory=Actors)
    respondents: list[Respondent] = field(default_factory=list)
    responses: list[Response] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)

    def add(self, one: WrittenRespondent, order: int) -> None:
        """Add a respondent with all answers."""
        scope = self.scope
        respondent = Respondent(
            id=scope.part("respondent", str(order)),
            document=scope.document.id,
            order=order,
            span=scope.span(*one.heading),
            **self._actors(one.given),
        )
        self.respondents.append(respondent)
        for answer in one.answers:
            self._answer(respondent, answer)

    def _actors(self, given: Given) -> dict[str, Id]:
        """Find who answers: the organization if one is named, else the State, person or organization of that name."""
        found: dict[str, Id | None] = {}
        if given.state and given.heading:
            found["state"] = self.actors.add_state(given.state)
        if given.organization:
            found |= self._named(given.organization)
        if person := find_person(given.name):
            found["person"] = self.actors.add_person(person)
        elif given.name and not given.organization:
            found |= self._named(given.name)
        return {key: value for key, value in found.items() if value is not None}

    def _named(self, name: str) -> dict[str, Id | None]:
        if find_state(name):
            return {"state": self.actors.add_state(name)}
        return {"organization": self.actors.add_organization(name)}

    def _answer(self, respondent: Respondent, one: WrittenAnswer) -> None:
        scope, answer = self.scope, one.answer
        response = Response(
            id=scope.part("response", answer.number),
            document=scope.document.id,
            order=len(self.responses) + 1,
            respondent=respondent.id,
            question=self.questions[answer.asked.number],
            cell=answer.cell,
            span=scope.span(*one.heading),
        )
        self.responses.append(response)
        for place, paragraph in enumerate(one.paragraphs, start=1):
            number = answer.number if place == 1 else f"{answer.number}-{place}"
            self.paragraphs.append(
                Paragraph(
                    id=child(scope.document.id, "paragraph", number),
                    document=scope.document.id,
                    order=len(self.paragraphs) + 1,
                    span=scope.span(*paragraph),
                    number=number,
                    response=response.id,
                )
            )
