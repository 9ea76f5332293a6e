"""Answers of the analysis as reports, one module for each answer."""
