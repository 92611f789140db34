"""How a local page is served: a socket first, so that its address is known and free."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager

from summarizer.errors import SummarizerError
from summarizer.loopback import Application


@contextmanager
def listening(host: str, port: int) -> Iterator[socket.socket]:
    """Open a socket; port 0 is any that is free. Raises SummarizerError."""
    with socket.socket() as opened:
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            opened.bind((host, port))
        except (OSError, OverflowError) as error:
            said = getattr(error, "strerror", None) or error
            raise SummarizerError(
                "{host}:{port}: {said}; choose another --port", host=host, port=port, said=said
            ) from None
        opened.listen()
        yield opened


def serve(shown: Application, opened: socket.socket) -> None:
    """Serve an application at a socket until Ctrl-C."""
    import uvicorn  # an extra, whose absence has been told by now

    config = uvicorn.Config(shown, log_level="warning", lifespan="off", server_header=False)
    uvicorn.Server(config).run(sockets=[opened])
