"""`python -m translate_app` and the command `translate-app`."""

import sys

from translate_app.cli import main

if __name__ == "__main__":
    sys.exit(main())

__all__ = ["main"]
