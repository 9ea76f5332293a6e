"""The desk of a reviewer: what is to be decided in a corpus, and decisions written through to its review files."""

from travaux.pipeline.desk.desk import Desk, Filter, Written, open_desk
from travaux.pipeline.desk.drafts import Draft, Earlier
from travaux.pipeline.desk.files import UNWRITTEN
from travaux.pipeline.desk.items import OPEN, Fields, Item, State
from travaux.pipeline.desk.reports import Report
from travaux.pipeline.desk.vocabulary import Vocabulary

__all__ = [
    "OPEN",
    "UNWRITTEN",
    "Desk",
    "Draft",
    "Earlier",
    "Fields",
    "Filter",
    "Item",
    "Report",
    "State",
    "Vocabulary",
    "Written",
    "open_desk",
]
