"""The outside world, one room each; wired only by `bootstrap`."""
