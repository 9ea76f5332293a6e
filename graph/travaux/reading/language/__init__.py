"""Linguistic analysis: words, their classes and how they depend on one another, and the only door to spaCy."""
