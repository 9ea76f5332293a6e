from __future__ import annotations

import struct

import matplotlib as mpl
import pytest

from travaux.errors import TravauxError
from travaux.views.plots import Plot, describe_plot

mpl.use("agg")
from matplotlib import pyplot as plt


def draw(words: str) -> Plot:
    figure, axes = plt.subplots(figsize=(3, 2))
    axes.bar(["supports", "opposes"], [3, 1])
    return describe_plot(figure, words)


def test_a_plot_carries_its_words_and_a_picture() -> None:
    plot = draw('Three <support>, one "opposes".')
    shown = plot._repr_html_()
    assert '<img alt="Three &lt;support&gt;, one &quot;opposes&quot;."' in shown
    assert plot.png.startswith(b"\x89PNG")
    assert min(struct.unpack(">II", plot.png[16:24])) > 100


def test_the_same_plot_gives_the_same_bytes_and_no_figure_stays_open() -> None:
    assert draw("Three and one.").png == draw("Three and one.").png
    assert plt.get_fignums() == []


def test_a_plot_without_words_is_refused() -> None:
    with pytest.raises(TravauxError, match="needs words"):
        draw(" ")
