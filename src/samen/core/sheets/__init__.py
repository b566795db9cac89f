"""Tables as workbooks that look the same everywhere, and are the same bytes every time."""
