"""Reviewing without a browser: a dialogue in the terminal, decisions from scripts, and how far the review has come."""
