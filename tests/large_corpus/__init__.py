"""An invented negotiation of any size, with the skew of a real one: ``python -m large_corpus FOLDER --statements 100000``."""
