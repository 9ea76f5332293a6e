"""Argument maps in the formats of other programs, both ways; each format is one module that reads and writes ``ArgumentGraph``."""
