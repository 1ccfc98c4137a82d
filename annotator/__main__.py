"""python -m annotator."""

import sys

from annotator.cli.main import main as run


def main() -> None:
    """Run the command and leave with its exit code."""
    sys.exit(run())


if __name__ == "__main__":
    main()
