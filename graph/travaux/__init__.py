"""Travaux: the record of a negotiation as an argument map."""

__version__ = "0.1.0"

if __name__ != "travaux":
    raise ImportError(f"import travaux, not {__name__}: graph/ is the folder of the sources and no package")
