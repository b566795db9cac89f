"""Samen: the shared information system of a programme against human trafficking."""

__version__ = "0.1.0"
