"""The main menu: the doors by which one enters, in the order in which they are wanted."""

from __future__ import annotations

from travaux.views.explorer.page import Link

MENU: tuple[Link, ...] = (
    Link("/", "Overview"),
    Link("/articles", "Articles"),
    Link("/questions", "Questions"),
    Link("/themes", "Themes"),
    Link("/positions", "Positions"),
    Link("/people", "People"),
    Link("/reports", "Reports"),
    Link("/map", "Map"),
    Link("/compare", "Compare"),
    Link("/conflicts", "Conflicts"),
    Link("/gaps", "Gaps"),
    Link("/trace", "Outcomes"),
    Link("/query", "Query"),
)
