"""Tables that are safe to publish, and the attack that proves it."""
