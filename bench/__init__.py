"""Measurements: how well letters are read, and how fast."""
