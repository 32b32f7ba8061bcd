"""Twenty users at once on a shared page: `python -m benchmarks.load [SECONDS]`.

Each has a name and a password and digests and translates without a pause, half of the time through the REST API, half
through Gradio's; all from this process, over loopback. Counts of answers, of "busy, position n" and of errors (there
must be none), how long answers took, and the server's memory at the start, in the middle and at the end.
"""

import json
import os
import random
import statistics
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import httpx

from benchmarks._page import ROOT, cpu, served
from ui import access

USERS = 20
SECONDS = 120.0
_CALLS = ("REST translate", "API digest", "API translate")
_ARTICLE = (ROOT / "examples" / "leap-second.en.md").read_text(encoding="utf-8")
_SENTENCES = "The council met on Monday. It voted for the new bridge over the river by 12 votes to 3."


class Tally:
    """What came back, of all users."""

    def __init__(self) -> None:
        self.took: defaultdict[str, list[float]] = defaultdict(list)
        self.busy = 0
        self.errors: defaultdict[str, int] = defaultdict(int)
        self._lock = threading.Lock()

    def add(self, call: str, answer: httpx.Response, seconds: float) -> None:
        with self._lock:
            if answer.status_code == 200:
                self.took[call].append(seconds)
            elif "busy, position" in answer.text:
                self.busy += 1
            else:
                self.errors[f"{call}: {answer.status_code} {answer.text[:120]}"] += 1

    def fail(self, call: str, error: Exception) -> None:
        with self._lock:
            self.errors[f"{call}: {type(error).__name__} {error}"] += 1


def main(seconds: float) -> int:
    tally = Tally()
    users = {f"user{number}": f"password {number}" for number in range(USERS)}
    with served(_users_file(users)) as (address, server, _):
        _work(address, users, 5.0, Tally())  # the models are loaded, every call was made
        sizes = [_resident(server.pid)]
        before = cpu(server.pid)
        threads = threading.Thread(target=_work, args=(address, users, seconds, tally))
        threads.start()
        for _ in range(2):
            time.sleep(seconds / 2)
            sizes.append(_resident(server.pid))
        threads.join()
        sizes.append(_resident(server.pid))
        _say(tally, seconds, cpu(server.pid) - before, sizes)
    return 1 if tally.errors else 0


def _users_file(users: dict[str, str]) -> Callable[[Path], list[str]]:
    def arguments(home: Path) -> list[str]:
        lines = [access.line_for(*user) for user in users.items()]
        (home / "users").write_text("\n".join(lines), encoding="utf-8")
        return ["--auth-file", str(home / "users")]

    return arguments


def _work(address: str, users: dict[str, str], seconds: float, tally: Tally) -> None:
    end = time.monotonic() + seconds
    threads = [threading.Thread(target=_user, args=(address, user, end, tally)) for user in users.items()]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _user(address: str, user: tuple[str, str], end: float, tally: Tally) -> None:
    choose = random.Random(user[0])
    with httpx.Client(base_url=address, auth=user, trust_env=False, timeout=600) as client:
        while True:
            call = choose.choice(_CALLS)
            started = time.monotonic()
            try:
                tally.add(call, _ask(client, call), time.monotonic() - started)
            except httpx.HTTPError as error:
                tally.fail(call, error)
            if time.monotonic() >= end:
                return


def _ask(client: httpx.Client, call: str) -> httpx.Response:
    if call == "REST translate":
        return client.post("/translate", json={"q": _SENTENCES, "source": "en", "target": "ru"})
    name, data = (
        ("digest", [_ARTICLE, "en", "short", "paragraph"])
        if call == "API digest"
        else ("translate", [_SENTENCES, "ru"])
    )
    return client.post(f"/gradio_api/run/{name}", content=json.dumps({"data": data}), headers=_JSON)


_JSON = {"Content-Type": "application/json"}


def _say(tally: Tally, seconds: float, used: float, sizes: list[float]) -> None:
    total = sum(map(len, tally.took.values()))
    print(f"{USERS} users, {seconds:.0f} s: {total} answers, {tally.busy} busy, {sum(tally.errors.values())} errors")
    for error, count in tally.errors.items():
        print(f"  {count} x {error}")
    for call, took in sorted(tally.took.items()):
        cuts = statistics.quantiles(took, n=20) if len(took) > 1 else took * 19
        print(f"  {call}: {len(took)}, {cuts[9]:.2f} s the median, {cuts[18]:.2f} s of 95 in a hundred at most")
    start, *rest, end = sizes
    middle = ", ".join(f"{size:.0f}" for size in rest)
    print(f"  server: {used:.0f} s of CPU; {start:.0f} MB at the start, {middle} on the way, {end:.0f} at the end")


def _resident(process: int) -> float:
    """Megabytes (Linux)."""
    pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else SECONDS))
