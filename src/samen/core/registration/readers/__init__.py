"""Partners' files into columns, a batch at a time. Door: `open_table`."""

from samen.core.registration.readers.opening import open_table
from samen.core.registration.readers.table import FileFormat, Layout, Table

__all__ = ["FileFormat", "Layout", "Table", "open_table"]
