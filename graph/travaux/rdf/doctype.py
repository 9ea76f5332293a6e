"""Entities of XML from elsewhere: names for namespaces pass, bombs and files of other places do not."""

from __future__ import annotations

import re

_DOCTYPE = re.compile(r"<!DOCTYPE\s+[^\[>]*(?:\[(?P<inside>[^\]]*)\]\s*)?>")
_ENTITY = re.compile(r"""<!ENTITY\s+(?P<name>[\w.:-]+)\s+(?:"(?P<double>[^"%&]*)"|'(?P<single>[^'%&]*)')\s*>|<!--.*?-->|\s+""", re.DOTALL)


def find_harm(text: str, largest: int) -> str | None:
    """Tell what is wrong with the document type of a text of XML; ``None`` if there is none or it is harmless.

    Harmless are names for texts that hold no further names, as AIFdb writes them for namespaces, if the text grows to no more than
    ``largest`` characters when each stands for what it names.
    """
    if "<!DOCTYPE" not in text and "<!ENTITY" not in text:
        return None
    found = _DOCTYPE.search(text)
    if found is None or text.count("<!DOCTYPE") > 1 or text.count("<!ENTITY") > found.group().count("<!ENTITY"):
        return "it has a document type that cannot be read safely"
    if re.search(r"\b(?:SYSTEM|PUBLIC)\b", re.sub(r"\"[^\"]*\"|'[^']*'", "", found.group())):
        return "its document type points to another file"
    entities = _read_entities(found.group("inside") or "")
    if entities is None:
        return "its document type has entities that hold other entities"
    grown = len(text) + sum(len(value) * text.count(f"&{name};") for name, value in entities.items())
    return f"its entities make it larger than {largest:,} characters" if grown > largest else None


def _read_entities(inside: str) -> dict[str, str] | None:
    entities: dict[str, str] = {}
    place = 0
    while place < len(inside):
        found = _ENTITY.match(inside, place)
        if found is None:
            return None
        if name := found.group("name"):
            entities.setdefault(name, found.group("double") or found.group("single") or "")
        place = found.end()
    return entities
