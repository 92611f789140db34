"""`python -m eval.fit ROOM [--crossed]`: fit the weights of a room anew, and keep them."""

import argparse

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
    arguments = parser.parse_args()
    ROOMS[arguments.room](crossed=arguments.crossed)


if __name__ == "__main__":
    main()
