"""Runs the server on loopback and prints its address: `python -m benchmarks.server --latency 0.4 --per-token 0.005`."""

from __future__ import annotations

import argparse
import socket
from pathlib import Path

import uvicorn

from benchmarks.server.app import App, Settings
from benchmarks.server.recordings import load


def main() -> None:
    """Serves until it is stopped."""
    parser = argparse.ArgumentParser(prog="benchmarks.server", description=__doc__)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--latency", type=float, default=0.0, help="seconds a call")
    parser.add_argument("--per-token", type=float, default=0.0, help="seconds a written token")
    parser.add_argument("--capacity", type=int, default=0, help="calls answered at once; 0: any number")
    parser.add_argument("--too-many", type=float, default=0.0, help="share of calls answered 429")
    parser.add_argument("--broken", type=float, default=0.0, help="share of answers broken off")
    parser.add_argument("--recordings", type=Path, help="a cassette; what it lacks, the stand-in answers")
    given = parser.parse_args()
    settings = Settings(given.latency, given.per_token, given.capacity, given.too_many, given.broken)
    listening = socket.create_server(("127.0.0.1", given.port), backlog=2048)
    print(f"http://127.0.0.1:{listening.getsockname()[1]}", flush=True)
    app = App(settings, load(given.recordings) if given.recordings else None)
    config = uvicorn.Config(
        app, log_level="critical", access_log=False, lifespan="off", timeout_keep_alive=60
    )
    uvicorn.Server(config).run(sockets=[listening])


if __name__ == "__main__":
    main()
