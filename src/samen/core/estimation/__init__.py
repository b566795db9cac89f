"""Multiple systems estimation: how many persons stand on no list."""
