"""Asking another organisation whom it may know, without names."""
