"""Briefs: what is on file about something, on two pages that can be handed over."""
