"""A server of the test's own on loopback, which answers each path as a function of the test says."""

import signal
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from hypothesis import settings

from tests import serving

# How long an example takes is the machine's affair: a test that fails by the clock fails on a busy one.
settings.register_profile("claimcheck", deadline=None)
settings.load_profile("claimcheck")


@pytest.fixture(autouse=True, scope="session")
def interrupts_are_heard() -> Iterator[None]:
    """Programs that a test starts can be interrupted, also where the tests run in a shell's background.

    There an interrupt is ignored, by whatever is started, too.
    """
    before = signal.getsignal(signal.SIGINT)
    if before is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture
def serve() -> Iterator[Callable[[Callable[[Any], None]], serving.Site]]:
    """`serve(answer)` starts a server whose requests `answer(handler)` answers; see `reply`."""
    with ExitStack() as running:
        yield lambda answer: running.enter_context(serving.serving(answer))


@pytest.fixture
def reply() -> Callable[..., None]:
    """`reply(handler, status, body, **headers)` sends one answer."""
    return serving.reply
