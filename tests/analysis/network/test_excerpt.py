"""What a table shows is the same whether the whole network was read or only as much as it needs."""

from __future__ import annotations

import pytest

from travaux.analysis.network import NETWORKS
from travaux.analysis.network.excerpt import excerpt_of
from travaux.analysis.selection import ALL, Selection
from travaux.model.schemes import Stance
from travaux.model.store import Store
from travaux.views.answers.network import show_network


@pytest.mark.parametrize("name", NETWORKS)
@pytest.mark.parametrize("selection", [ALL, Selection(stances=frozenset({Stance.SUPPORTS}))], ids=["all", "supports"])
def test_an_excerpt_shows_what_the_whole_shows(stored_lakes: Store, name: str, selection: Selection) -> None:
    for limit in (1, 3, 2000):
        whole = excerpt_of(NETWORKS[name].build(stored_lakes, selection))
        assert show_network(NETWORKS[name].excerpt(stored_lakes, selection, limit), limit) == show_network(whole, limit)
