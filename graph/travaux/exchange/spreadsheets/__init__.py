"""Spreadsheets: statements, positions and themes as tables that people edit, and what they changed in them."""
