"""Samen: the shared information system of a programme against human trafficking."""
