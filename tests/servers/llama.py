"""Serves a GGUF file over the OpenAI protocol on loopback, until its input ends: llama.py FILE."""

import sys

import xllamacpp


def serve(path: str) -> None:
    """Serve until standard input ends, so that no server outlives its test."""
    parameters = xllamacpp.CommonParams()
    parameters.model.path = path
    parameters.n_ctx = 16384
    parameters.n_parallel = 2
    parameters.hostnames = ["127.0.0.1"]
    parameters.port = 0
    parameters.warmup = False
    parameters.use_jinja = True
    parameters.n_gpu_layers = 0
    parameters.cpuparams.n_threads = 1
    server = xllamacpp.Server(parameters)
    sys.stdout.write(f"{server.listening_address}\n")
    sys.stdout.flush()
    sys.stdin.read()


if __name__ == "__main__":
    serve(sys.argv[1])
