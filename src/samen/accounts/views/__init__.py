"""Pages about people, their organisations and what they may do."""
