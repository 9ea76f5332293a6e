"""Servers for one desk: the explorer, and the review."""
