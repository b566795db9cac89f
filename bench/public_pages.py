"""How many public pages of figures the running site answers, and how fast, at 32 clients.

Usage: `./samen bench public_pages [http://127.0.0.1:8000] [SECONDS]`, with ./samen serve running.
Each client keeps its connection and asks one page after another, of those in the sitemap. The
clients take time of the same processors as the site: what it could do alone is more.
"""

import asyncio
import re
import sys
from http.client import HTTPConnection
from time import perf_counter
from urllib.parse import urlsplit

CLIENTS, SECONDS = 32, 10
LENGTH = re.compile(rb"content-length: (\d+)", re.I)


async def _ask(read: asyncio.StreamReader, write: asyncio.StreamWriter, request: bytes) -> bytes:
    """The head of one answer; its body is read and dropped."""
    write.write(request)
    head = await read.readuntil(b"\r\n\r\n")
    found = LENGTH.search(head)
    await read.readexactly(int(found[1]) if found else 0)
    return head


async def _client(host: str, port: int, requests: list[bytes], end: float) -> list[float]:
    read, write = await asyncio.open_connection(host, port)
    times: list[float] = []
    while perf_counter() < end:
        start = perf_counter()
        head = await _ask(read, write, requests[len(times) % len(requests)])
        if not head.startswith(b"HTTP/1.1 200"):
            raise SystemExit(head.split(b"\r\n")[0].decode())
        times.append(perf_counter() - start)
    write.close()
    return times


async def _all(host: str, port: int, requests: list[bytes], seconds: float) -> list[float]:
    end = perf_counter() + seconds
    found = await asyncio.gather(
        *(_client(host, port, requests[n % 7 :] + requests[: n % 7], end) for n in range(CLIENTS))
    )
    return sorted(time for times in found for time in times)


def main(base: str = "http://127.0.0.1:8000", seconds: str = str(SECONDS)) -> None:
    place = urlsplit(base)
    host, port = place.hostname or "127.0.0.1", place.port or 80
    asking = HTTPConnection(host, port)
    asking.request("GET", "/sitemap.xml")
    pages = re.findall(r"<loc>([^<]+)</loc>", asking.getresponse().read().decode())
    paths = [urlsplit(page).path for page in pages]
    requests = [f"GET {path} HTTP/1.1\r\nHost: {host}:{port}\r\n\r\n".encode() for path in paths]
    asyncio.run(_all(host, port, requests, 2))
    times = asyncio.run(_all(host, port, requests, float(seconds)))
    p50, p95 = (1000 * times[int(len(times) * part)] for part in (0.5, 0.95))
    print(f"{len(paths)} pages, {CLIENTS} clients, {seconds} s: {len(times) / float(seconds):.0f} "
          f"answers a second; p50 {p50:.1f} ms, p95 {p95:.1f} ms")  # fmt: skip


if __name__ == "__main__":
    main(*sys.argv[1:])
