"""Pure functions on domain values; the stages do not know each other."""
