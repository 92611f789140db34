"""`python -m eval.fit ROOM [--crossed]`: fit the weights of a room anew, and keep them."""

import argparse
from pathlib import Path

from eval.fit import reading, segmentation

ROOMS = {"reading": reading.run, "segmentation": segmentation.run}


def main() -> None:
    """Fit the weights of the room that is named."""
    parser = argparse.ArgumentParser(prog="python -m eval.fit", description=__doc__)
    parser.add_argument("room", choices=ROOMS)
    parser.add_argument(
        "--crossed",
        action="store_true",
        help="keep nothing; leave articles or outlets out in turn and print how they are read",
    )
    parser.add_argument(
        "--fresh",
        type=Path,
        metavar="FOLDER",
        help="reading: annotated articles that no rule was made on, beside those of the set",
    )
    arguments = parser.parse_args()
    if arguments.fresh and arguments.room != "reading":
        parser.error("--fresh is for the room reading")
    more = {"fresh": arguments.fresh} if arguments.fresh else {}
    ROOMS[arguments.room](crossed=arguments.crossed, **more)


if __name__ == "__main__":
    main()
