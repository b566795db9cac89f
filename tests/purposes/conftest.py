"""The world of the register's tests, for the room on which it stands."""

from tests.register.conftest import site_rights, whole_world, world

__all__ = ["site_rights", "whole_world", "world"]
