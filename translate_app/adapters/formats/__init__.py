"""File formats, one module each: parse beside serialize."""
