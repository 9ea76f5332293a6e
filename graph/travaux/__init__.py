"""Travaux: the record of a negotiation as an argument map."""

__version__ = "0.1.0"
