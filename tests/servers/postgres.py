"""A PostgreSQL server of our own on loopback, stopped and started at will.

PostgreSQL refuses to run as root, so root starts it as `nobody`.
"""

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp
from uuid import uuid4

import psycopg

BINARIES = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
AS_NOBODY = ("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups")
FAST = "-c fsync=off -c listen_addresses=127.0.0.1"


class Postgres:
    """A cluster in a folder; `address` names its database."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._port = _free_port()
        if os.geteuid() == 0:
            shutil.chown(folder, "nobody", "nogroup")
        self._run("initdb", "-D", folder / "data", "-U", "app", "-A", "trust", "-E", "UTF8",
                  "--locale=C.UTF-8", "--no-sync")  # fmt: skip
        self.start()

    def new_database(self) -> str:
        """Make an empty database and return its address."""
        name = f"store_{uuid4().hex}"
        with psycopg.connect(self._address("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return self._address(name)

    def _address(self, database: str) -> str:
        return f"postgresql://app@127.0.0.1:{self._port}/{database}"

    def start(self) -> None:
        """Start the server and wait until it answers."""
        options = f"-p {self._port} -k {self._folder} {FAST}"
        self._control("start", "-o", options, "-l", self._folder / "log")

    def stop(self) -> None:
        """Stop it as a crash would: nobody is asked."""
        self._control("stop", "-m", "immediate")

    def _control(self, *words: object) -> None:
        self._run("pg_ctl", "-D", self._folder / "data", "-w", *words)

    def _run(self, program: str, *words: object) -> None:
        prefix = AS_NOBODY if os.geteuid() == 0 else ()
        subprocess.run(
            [*prefix, str(BINARIES[-1] / program), *map(str, words)],
            check=True,
            stdout=subprocess.DEVNULL,
            env={"HOME": str(self._folder), "LC_ALL": "C.UTF-8", "PATH": os.environ["PATH"]},
            cwd=self._folder,
        )


@contextmanager
def running_postgres() -> Iterator[Postgres]:
    """Start a new, empty server; its folder is deleted afterwards."""
    folder = Path(mkdtemp(prefix="postgres-"))
    folder.chmod(0o755)
    server = Postgres(folder)
    try:
        yield server
    finally:
        server.stop()
        shutil.rmtree(folder)


def _free_port() -> int:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        port: int = server.getsockname()[1]
        return port
