"""The desk of a reviewer: what is to be decided in a corpus, and decisions written through to its review files."""

from travaux.pipeline.desk.desk import Desk, Filter, open_desk
from travaux.pipeline.desk.items import OPEN, Fields, Item, State

__all__ = ["OPEN", "Desk", "Fields", "Filter", "Item", "State", "open_desk"]
