"""What the tests of linkage stand on."""

from tests.register.conftest import setting, site_rights, whole_world, world

__all__ = ["setting", "site_rights", "whole_world", "world"]
