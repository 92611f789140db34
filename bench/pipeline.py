"""The whole path, warm: a page of about 7,000 characters from text to report, on one core.

The limit is 100 ms of processor time; beside it stands where the time goes, so that a change shows
which room it was made in.
"""

import cProfile
import pstats
import time
from pathlib import Path

from summarizer import open_model, read_issue, summarize_issue

SAMPLES = Path(__file__).parent.parent / "samples"
ROOMS = ("segmentation", "quantities", "binding", "models", "verification", "checks")
LIMIT = 0.1
ROUNDS = 10


def main() -> None:
    """Print the time of a page and the share of each room."""
    pages = [path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.txt"))]
    text = "\n\n\n".join(pages * 2)
    issue, model = read_issue(text.encode()), open_model("extractive")
    summarize_issue(issue, model)
    began = time.process_time()
    for _ in range(ROUNDS):
        summarize_issue(issue, model)
    spent = (time.process_time() - began) / ROUNDS
    print(f"{len(text):,} characters: {spent * 1000:.0f} ms, {spent / LIMIT:.2f} of the limit")
    with cProfile.Profile() as profile:
        summarize_issue(issue, model)
    rooms = own_time(profile)
    for room in ROOMS:
        print(f"  {room:<14}{rooms[room] / sum(rooms.values()):>6.0%}")


def own_time(profile: cProfile.Profile) -> dict[str, float]:
    """Return the seconds spent in the files of each room."""
    stats = pstats.Stats(profile).stats  # type: ignore[attr-defined]
    rooms = dict.fromkeys(ROOMS, 0.0)
    for (file, _line, _name), (_calls, _all, own, _cumulative, _callers) in stats.items():
        for room in ROOMS:
            if f"/summarizer/{room}" in file:
                rooms[room] += own
    return rooms


if __name__ == "__main__":
    main()
