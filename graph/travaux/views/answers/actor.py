"""The dossier of a person, an organization or a State as a report."""

from __future__ import annotations

from collections.abc import Iterator

from travaux.analysis.dossiers.actor import ActorDossier, Role, Shared, Way
from travaux.views.answers import said as words
from travaux.views.answers.searched import say_none
from travaux.views.counting import count_of
from travaux.views.report import Grid, Items, Report, Section, Text, quoted

_KINDS = {"person": "Person", "organization": "Organization", "state": "State"}
_CAPACITIES = {"chair": "chair", "vice-chair": "vice-chair", "panellist": "panellist", "briefer": "briefer"}
_WAYS = {
    Way.SELF: "Said by {name}",
    Way.STAFF: "Said by those who work there",
    Way.BEHALF: "Said on behalf of {name}",
    Way.STATE: "Said by those named with this State",
}
JOINTLY = "Where a report writes “the panellists”, the statement is on file for each of them."


def report_actor(dossier: ActorDossier) -> Report:
    """Make the report: in which roles, what was said and in which way, and who else holds it."""
    sections = [*_roles(dossier)]
    for spoken in dossier.spoken:
        heading = _WAYS[spoken.way].format(name=dossier.name)
        told = f"{count_of(spoken.said.statements, 'statement')}: {words.stances_of(spoken.said)}."
        sections.append(Section(heading, (Text(told),)))
        sections += words.stance_sections(spoken.said)
    sections += _shared(dossier.shared)
    sections.append(words.missing_section(_missing(dossier), dossier.searched))
    title = f"{dossier.name} ({dossier.acronym})" if dossier.acronym else dossier.name
    return Report(title, _lead(dossier), tuple(sections), _notes(dossier))


def _lead(dossier: ActorDossier) -> str:
    said = dossier.searched
    if not said.statements:
        return f"{_KINDS[dossier.kind]}. {say_none(narrowed=said.narrowed)} is by or for {dossier.name}. {words.searched(said)}"
    return f"{_KINDS[dossier.kind]}. {count_of(said.statements, 'statement')}: {words.stances_of(said)}. {words.review_status(said)}"


def _roles(dossier: ActorDossier) -> Iterator[Section]:
    if dossier.roles:
        rows = tuple((role.consultation or "", _who(dossier, role), _capacity(role), _where(role)) for role in dossier.roles)
        yield Section("Roles", (Grid(("Consultation", "Who", "As", "Where"), rows),))


def _who(dossier: ActorDossier, role: Role) -> str:
    known = {dossier.name}
    parts = [role.person if role.person not in known else "", role.role or ""]
    if role.organization and role.organization not in known:
        parts.append(role.organization)
    if role.on_behalf_of:
        parts.append(f"on behalf of {'it' if role.on_behalf_of in known else role.on_behalf_of}")
    if role.state and role.state not in known:
        parts.append(role.state)
    return ", ".join(part for part in parts if part) or role.person


def _capacity(role: Role) -> str:
    panel = f" of panel {role.panel}" if role.panel else ""
    item = f" ({role.agenda_item})" if role.agenda_item else ""
    return f"{_CAPACITIES[role.capacity.value]}{panel}{item}"


def _where(role: Role) -> str:
    return words.place(role.document_title, role.paragraph)


def _shared(shared: tuple[Shared, ...]) -> Iterator[Section]:
    if shared:
        yield Section("Who else holds these positions", (), tuple(map(_position, shared)))


def _position(one: Shared) -> Section:
    lines = [
        f"{words.who(sentence)} · {words.place(sentence.heard.document_title, sentence.heard.paragraph)}: {quoted(sentence.heard.quote)}"
        for sentence in one.sentences
    ]
    more = one.statements - len(one.sentences)
    lines += [f"and {count_of(more, 'more statement')}: --all"] * (more > 0)
    return Section(one.claim, (Items(tuple(lines)),))


def _missing(dossier: ActorDossier) -> Iterator[str]:
    if not dossier.roles:
        yield "No report gives a role; the name stands in the words for the speakers."
    if dossier.spoken and not dossier.shared:
        yield "No other statement found that expresses one of the positions shown."
    yield from words.silent_meetings(dossier.searched, "by")


def _notes(dossier: ActorDossier) -> tuple[str, ...]:
    inferred = any(words.is_inferred(one.said) for one in dossier.spoken)
    return words.about(dossier.searched, *[JOINTLY] * bool(dossier.searched.statements), *[words.INFERRED] * inferred)
