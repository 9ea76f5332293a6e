"""Argdown: argument maps as text that people write and edit."""
