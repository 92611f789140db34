"""`python -m summarizer` is `summarize`; its version is told before anything is loaded."""

import sys

from summarizer import __version__


def main() -> None:
    """Run the command line."""
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"{__version__}\n")
        return
    from summarizer.cli import main as command_line

    command_line()


if __name__ == "__main__":
    main()
