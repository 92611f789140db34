"""`python -m bench`: every benchmark of this folder, one after the other.

Each prints ratios against a peer or a limit measured in the same run, so that the figures of a slow
machine say the same as those of a fast one.
"""

import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).parent

for script in sorted(FOLDER.glob("[!_]*.py")):
    print(f"── {script.stem}", flush=True)
    subprocess.run([sys.executable, script], check=True, cwd=FOLDER.parent)
