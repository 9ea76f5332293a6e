"""Answers of the analysis as reports."""
