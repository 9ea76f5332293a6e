"""Answers of the analysis as reports that people read."""
