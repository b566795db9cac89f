"""The report of an estimate: one page, in Dutch and English, as web page and PDF."""
