"""Who belongs together: persons, places and things, and by what they are joined."""
