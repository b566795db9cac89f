"""Series of figures into charts, files and documents that anybody may have."""
