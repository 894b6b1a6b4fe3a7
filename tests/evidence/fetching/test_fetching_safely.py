"""What a hostile or broken site can do to a fetch ends in one line, within the limits."""

import gzip
import socket
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import pytest

from claimcheck.evidence.fetching import Fetched, Fetcher, FetchError, Limits
from claimcheck.evidence.fetching.addresses import is_public

SMALL = Limits(size=50_000, unpacked=200_000, timeout=2, deadline=3, attempts=2, interval=0)


def fetcher(site: Any, limits: Limits = SMALL, **more: Any) -> Fetcher:
    waits: list[float] = []
    client = Fetcher(limits, allowed=[site.here], sleep=waits.append, **more)
    client.waits = waits  # type: ignore[attr-defined]
    return client


def fault(client: Fetcher, url: str, **more: Any) -> str:
    with pytest.raises(FetchError) as caught:
        client.get(url, **more)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_a_page_arrives_whole_with_its_type_and_the_servers_time(serve: Any, reply: Any) -> None:
    site = serve(lambda h: reply(h, body="<p>Nine bridges</p>"))
    found = fetcher(site).get(f"{site.url}/a")
    assert (found.content, found.media_type, found.status) == (b"<p>Nine bridges</p>", "text/html", 200)
    assert found.accessed is not None
    assert abs(found.accessed - datetime.now(UTC)) < timedelta(seconds=30)
    agent = site.asked[-1][1]["user-agent"]
    assert agent.startswith("claimcheck/")


def test_gzip_is_unpacked(serve: Any, reply: Any) -> None:
    site = serve(lambda h: reply(h, body=gzip.compress(b"bridge " * 99), content_encoding="gzip"))
    assert fetcher(site).get(f"{site.url}/a").content == b"bridge " * 99


def test_a_redirect_is_followed_and_a_loop_is_not(serve: Any, reply: Any) -> None:
    def answer(h: Any) -> None:
        moved = {"/loop": "/loop", "/old": "/new", "/ftp": "ftp://example.org/a"}.get(h.path)
        reply(h, 302, location=moved) if moved else reply(h, body="here")

    site = serve(answer)
    client = fetcher(site)
    assert client.get(f"{site.url}/old").url == f"{site.url}/new"
    assert "it redirects more than 5 times" in fault(client, f"{site.url}/loop")
    assert "only http and https" in fault(client, f"{site.url}/ftp")
    assert site.paths.count("/loop") == 6


def test_an_endless_body_is_cut_at_the_limit(serve: Any) -> None:
    sent = []

    def endless(h: Any) -> None:
        h.send_response(200)
        h.send_header("content-type", "text/html")
        h.end_headers()
        for _ in range(1000):
            h.wfile.write(b"x" * 10_000)
            sent.append(10_000)

    site = serve(endless)
    assert "it is larger than 50000 bytes" in fault(fetcher(site), f"{site.url}/a", robots=False)
    assert sum(sent) < 8_000_000  # what the sockets' buffers hold, and not the ten million


def test_a_body_that_says_it_is_ten_gigabytes_is_not_read(serve: Any) -> None:
    def huge(h: Any) -> None:
        h.send_response(200)
        h.send_header("content-length", str(10 * 2**30))
        h.end_headers()

    site = serve(huge)
    start = time.monotonic()
    assert "it is larger than" in fault(fetcher(site), f"{site.url}/a", robots=False)
    assert time.monotonic() - start < 1.5


def test_a_gzip_bomb_is_unpacked_to_the_limit_only(serve: Any, reply: Any) -> None:
    bomb = gzip.compress(b"\0" * 20_000_000)
    assert len(bomb) < SMALL.size
    site = serve(lambda h: reply(h, body=bomb, content_encoding="gzip"))
    assert "it unpacks to more than 200000 bytes" in fault(fetcher(site), f"{site.url}/a", robots=False)


@pytest.mark.parametrize(("encoding", "told"), [("br", "not asked for"), ("gzip", "compression is damaged")])
def test_other_or_damaged_compression_is_refused(serve: Any, reply: Any, encoding: str, told: str) -> None:
    site = serve(lambda h: reply(h, body=b"not packed at all", content_encoding=encoding))
    assert told in fault(fetcher(site), f"{site.url}/a", robots=False)


def test_another_media_type_is_not_read(serve: Any, reply: Any) -> None:
    site = serve(lambda h: reply(h, body=b"\x89PNG", content_type="image/png"))
    assert "it is image/png, which is not read" in fault(
        fetcher(site), f"{site.url}/a", accept=("text/html",)
    )


def test_a_server_that_drips_is_left_at_the_deadline(serve: Any) -> None:
    def drip(h: Any) -> None:
        h.send_response(200)
        h.send_header("content-length", "1000")
        h.end_headers()
        for _ in range(40):
            h.wfile.write(b".")
            h.wfile.flush()
            time.sleep(0.05)

    site = serve(drip)
    limits = Limits(timeout=1, deadline=0.5, attempts=1, interval=0)
    start = time.monotonic()
    assert "took too long" in fault(fetcher(site, limits), f"{site.url}/a", robots=False)
    assert time.monotonic() - start < 1.5


def test_a_server_that_says_nothing_is_left_at_the_time_out(serve: Any) -> None:
    site = serve(lambda h: time.sleep(1.5))
    limits = Limits(timeout=0.2, deadline=1, attempts=2, interval=0)
    assert "took too long" in fault(fetcher(site, limits), f"{site.url}/a", robots=False)
    assert len(site.asked) == 2


@pytest.mark.parametrize(
    "address",
    "127.0.0.1 10.1.2.3 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1 ::1 fe80::1%eth0 fc00::1"
    " ::ffff:127.0.0.1 64:ff9b::7f00:1 2002:7f00:1::".split(),
)
def test_private_addresses_in_any_dress_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:4700::1111", "::ffff:93.184.215.14"])
def test_addresses_of_the_internet_are_public(address: str) -> None:
    assert is_public(address)


def test_a_private_address_is_not_asked_unless_it_was_allowed(serve: Any, reply: Any) -> None:
    site = serve(lambda h: reply(h, body="secret"))
    told = fault(Fetcher(SMALL), f"{site.url}/a", robots=False)
    assert "leads to a private address (127.0.0.1)" in told
    assert not site.asked


def test_a_name_that_rebinds_to_loopback_is_not_asked(
    serve: Any, reply: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = serve(lambda h: reply(h, body="secret"))
    answers = ["93.184.215.14", "127.0.0.1"]
    connected = []

    def rebinding(host: str, port: int, *_: Any, **__: Any) -> list[Any]:
        address = answers.pop(0) if len(answers) > 1 else answers[0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    def connect(address: tuple[str, int], *_: Any, **__: Any) -> Any:
        connected.append(address[0])
        raise ConnectionRefusedError("nothing is sent to the internet by a test")

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    monkeypatch.setattr(socket, "create_connection", connect)
    told = fault(fetcher(site), f"http://rebinds.example:{site.port}/a", robots=False)
    assert "private address (127.0.0.1)" in told
    assert connected == ["93.184.215.14"]  # the judged address itself, not the name
    assert not site.asked


def test_a_redirect_to_a_private_address_is_not_followed(serve: Any, reply: Any) -> None:
    inner = serve(lambda h: reply(h, body="secret"))
    outer = serve(lambda h: reply(h, 302, location=f"{inner.url}/secret"))
    assert "private address" in fault(fetcher(outer), f"{outer.url}/a", robots=False)
    assert not inner.asked


def test_robots_txt_is_obeyed_and_read_once(serve: Any, reply: Any) -> None:
    rules = "User-agent: *\nDisallow: /private/\nCrawl-delay: 2"

    def answer(h: Any) -> None:
        reply(h, body=rules if h.path == "/robots.txt" else "page", content_type="text/plain")

    site = serve(answer)
    client = fetcher(site)
    assert client.get(f"{site.url}/a").content == b"page"
    assert "robots.txt does not allow it" in fault(client, f"{site.url}/private/a")
    client.get(f"{site.url}/b")
    assert site.paths == ["/robots.txt", "/a", "/b"]
    assert max(client.waits) == pytest.approx(2, abs=0.2)  # type: ignore[attr-defined]


@pytest.mark.parametrize(("status", "allowed"), [(404, True), (500, False)])
def test_no_robots_txt_allows_and_one_that_cannot_be_had_does_not(
    serve: Any, reply: Any, status: int, allowed: bool
) -> None:
    site = serve(lambda h: reply(h, status if h.path == "/robots.txt" else 200, "page"))
    if allowed:
        assert fetcher(site).get(f"{site.url}/a").content == b"page"
    else:
        assert "robots.txt" in fault(fetcher(site), f"{site.url}/a")


def test_429_is_tried_again_after_the_time_that_the_server_names(serve: Any, reply: Any) -> None:
    turns = [1, 2]
    site = serve(
        lambda h: reply(h, 429, retry_after="7") if turns and turns.pop() == 2 else reply(h, body="b")
    )
    client = fetcher(site)
    assert client.get(f"{site.url}/a", robots=False).content == b"b"
    assert client.waits == [7.0]  # type: ignore[attr-defined]


def test_a_retry_after_as_a_date_is_understood(serve: Any, reply: Any) -> None:
    turns = [0]

    def answer(h: Any) -> None:
        turns[0] += 1
        later = format_datetime(datetime.now(UTC) + timedelta(seconds=20), usegmt=True)
        reply(h, 503, retry_after=later) if turns[0] == 1 else reply(h, body="b")

    client = fetcher(serve(answer))
    site_url = f"http://127.0.0.1:{client._allowed[0][1]}/a"
    client.get(site_url, robots=False)
    assert client.waits == [pytest.approx(20, abs=2)]  # type: ignore[attr-defined]


def test_a_server_that_wants_an_hour_is_given_up_at_once(serve: Any, reply: Any) -> None:
    site = serve(lambda h: reply(h, 429, retry_after="3600"))
    told = fault(fetcher(site), f"{site.url}/a?key=s3cret", robots=False)
    assert "asks for fewer requests (HTTP 429); it asks to come back in 3600 s" in told
    assert "s3cret" not in told
    assert len(site.asked) == 1


@pytest.mark.parametrize(("status", "told"), [(403, "refuses"), (404, "not there"), (500, "an error")])
def test_a_refusal_is_said_and_not_tried_again(serve: Any, reply: Any, status: int, told: str) -> None:
    site = serve(lambda h: reply(h, status))
    assert told in fault(fetcher(site), f"{site.url}/a", robots=False)
    assert len(site.asked) == 1


def test_an_answer_can_be_called_a_passing_fault(serve: Any, reply: Any) -> None:
    turns = [0]

    def answer(h: Any) -> None:
        turns[0] += 1
        reply(h, body="lag" if turns[0] == 1 else "fine", retry_after="3")

    def lag(found: Fetched) -> str:
        return "it lags" if found.content == b"lag" else ""

    site = serve(answer)
    assert fetcher(site).get(f"{site.url}/a", robots=False, again=lag).content == b"fine"


def test_the_cache_obeys_the_headers_and_leaves_secrets_out(serve: Any, reply: Any, tmp_path: Path) -> None:
    def answer(h: Any) -> None:
        reply(h, body="page", cache_control="no-store" if "never" in h.path else "max-age=600")

    site = serve(answer)
    for _ in range(2):  # another client, as another run would be
        client = fetcher(site, cache=tmp_path)
        assert client.get(f"{site.url}/kept", robots=False).content == b"page"
        client.get(f"{site.url}/never", robots=False)
        client.get(f"{site.url}/keyed", headers={"x-key": "s3cret"}, robots=False, secret=True)
        client.close()
    assert site.paths == ["/kept", "/never", "/keyed", "/never", "/keyed"]
    assert b"s3cret" not in b"".join(path.read_bytes() for path in tmp_path.iterdir())


def test_a_damaged_cache_is_dropped_and_the_page_still_comes(serve: Any, reply: Any, tmp_path: Path) -> None:
    (tmp_path / "http.db").write_bytes(b"this is no database" * 400)
    site = serve(lambda h: reply(h, body="page", cache_control="max-age=600"))
    assert fetcher(site, cache=tmp_path).get(f"{site.url}/a", robots=False).content == b"page"


def test_a_source_makes_no_more_requests_than_it_may(serve: Any, reply: Any) -> None:
    site = serve(lambda h: reply(h, body="page"))
    client = fetcher(site, Limits(calls=2, interval=0))
    for path in "ab":
        client.get(f"{site.url}/{path}", robots=False)
    assert "the limit of 2 requests for one run is used up" in fault(client, f"{site.url}/c", robots=False)


def test_a_login_goes_to_its_own_address_alone_and_into_no_cache(
    serve: Any, reply: Any, tmp_path: Path
) -> None:
    other = serve(lambda h: reply(h, body="page"))
    moved = {"/a": f"{other.url}/b"}
    site = serve(
        lambda h: reply(
            h, 302 if h.path in moved else 200, location=moved.get(h.path, ""), cache_control="max-age=60"
        )
    )
    logins = {f"{site.url}/api.php": "ana:s3cret"}
    client = Fetcher(SMALL, allowed=[site.here, other.here], cache=tmp_path, logins=logins)
    client.get(f"{site.url}/a", robots=False)
    client.get(f"{site.url}/c", robots=False)
    assert [heads["authorization"] for _, heads, _ in site.asked] == ["Basic YW5hOnMzY3JldA=="] * 2
    assert "authorization" not in other.asked[0][1]
    assert not [path for path in tmp_path.rglob("*") if path.is_file() and b"/c" in path.read_bytes()]


def test_a_key_is_not_sent_on_to_another_host(serve: Any, reply: Any) -> None:
    other = serve(lambda h: reply(h, body="page"))
    site = serve(lambda h: reply(h, 302, location=f"{other.url}/b"))
    client = Fetcher(SMALL, allowed=[site.here, other.here])
    client.get(f"{site.url}/a", headers={"x-key": "s3cret"}, robots=False, secret=True)
    assert "x-key" in site.asked[0][1]
    assert "x-key" not in other.asked[0][1]


def test_nothing_listening_is_one_line() -> None:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        port = held.getsockname()[1]
        client = Fetcher(SMALL, allowed=[("127.0.0.1", port)], sleep=lambda seconds: None)
        assert "cannot be reached" in fault(client, f"http://127.0.0.1:{port}/a", robots=False)


def test_an_interface_is_asked_with_json_and_must_answer_in_it(serve: Any, reply: Any) -> None:
    site = serve(lambda h: reply(h, body=h.body if h.path == "/echo" else "<p>no</p>"))
    client = fetcher(site)
    assert client.post_json(f"{site.url}/echo", {"q": "é"}) == {"q": "é"}
    with pytest.raises(FetchError, match="the answer is not JSON but text/html"):
        client.post_json(f"{site.url}/other", {})


def test_a_contact_in_any_letters_is_named_in_one_line(serve: Any, reply: Any) -> None:
    site = serve(lambda handler: reply(handler, body="text"))
    fetcher(site, contact="Zürich desk <desk@example.org>\nx: y").get(f"{site.url}/a", robots=False)
    heads = site.asked[0][1]
    assert "contact: Z%C3%BCrich desk <desk@example.org>%0Ax: y)" in heads["user-agent"]
    assert "x" not in heads
