"""The invented argument map, and a way to ask it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from argument_map.corpus import open_lakes
from argument_map.rows import Ask
from travaux.model.store import Store
from travaux.rdf.named_queries import answer, get_named_query


@pytest.fixture(scope="module")
def lakes() -> Iterator[Store]:
    with open_lakes() as store:
        yield store


@pytest.fixture
def ask(lakes: Store) -> Ask:
    return lambda name, **given: list(answer(lakes, get_named_query(name), given).rows)
