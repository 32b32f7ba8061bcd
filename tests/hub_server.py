"""A hub on this machine that speaks the real one's protocol, for the real client: info, refs, discussions, files.

A repository is a folder a revision. Weights are answered as the hub answers for large files: the SHA-256 as
`X-Linked-Etag`, a redirect to a place of its own, ranges. `cut` lets connections break; `spoiled` changes a file on
its way; `gated` wants a token; every request is kept in `seen`.
"""

import hashlib
import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

LARGE = (".safetensors", ".bin", ".spm", ".model")
TOKEN = "hf_of_the_test"


class Repo:
    def __init__(self, folder: Path, *, gated: str = "", licence: str = "cc-by-4.0"):
        self.revisions = {"main": folder}
        self.gated = gated  # "": open; "terms": the token's owner has not accepted; "login": a token is wanted
        self.licence = licence
        self.discussions = []

    def propose(self, number: int, folder: Path, *, author="SFconvertbot", status="open"):
        """A pull request that adds safetensors, as the hub's conversion service opens them."""
        self.revisions[f"refs/pr/{number}"] = folder
        self.discussions.append(
            {
                "num": number,
                "title": "Adding `safetensors` variant of this model",
                "author": {"name": author},
                "isPullRequest": True,
                "status": status,
                "createdAt": "2024-01-01T00:00:00.000Z",
                "repo": {"name": "x", "type": "model"},
            }
        )

    def folder(self, revision: str) -> Path | None:
        return self.revisions.get(revision) or next(
            (folder for folder in self.revisions.values() if commit(folder) == revision), None
        )


class Hub(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self):
        self.repos = {}
        self.seen = []
        self.cut = {}  # file: bytes after which the connection breaks, once for each entry of the list
        self.spoiled = set()
        self.ranges = []
        super().__init__(("127.0.0.1", 0), Handler)

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_port}"


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_HEAD(self):
        self._answer(body=False)

    def do_GET(self):
        self._answer(body=True)

    def log_message(self, *_):
        pass

    def _answer(self, *, body):
        path = unquote(urlsplit(self.path).path)
        self.server.seen.append(f"{self.command} {path}")
        if path.startswith("/cdn/"):
            return self._content(Path("/" + path.removeprefix("/cdn/")), body=body)
        api = path.startswith("/api/models/")
        owner, name, *rest = path.removeprefix("/api/models/").strip("/").split("/")
        repo = self.server.repos.get(f"{owner}/{name}")
        if repo is None:
            return self._json(401, {"error": "Repository not found"}, {"X-Error-Code": "RepoNotFound"})
        if api:
            return self._api(repo, f"{owner}/{name}", rest)
        return self._resolve(repo, rest, body=body)

    def _api(self, repo, name, rest):
        if rest[:1] == ["discussions"]:
            return self._json(200, {"discussions": repo.discussions, "count": len(repo.discussions), "start": 0})
        if rest[:1] == ["refs"]:
            pulls = [{"name": ref, "ref": ref, "targetCommit": commit(f)} for ref, f in repo.revisions.items()]
            return self._json(200, {"branches": [], "tags": [], "converts": [], "pullRequests": pulls})
        revision = "/".join(rest[1:]) if rest[:1] == ["revision"] else "main"
        folder = repo.folder(revision)
        if folder is None:
            return self._json(404, {"error": "no revision"}, {"X-Error-Code": "RevisionNotFound"})
        info = {
            "id": name,
            "sha": commit(folder),
            "gated": "manual" if repo.gated else False,
            "private": False,
            "cardData": {"license": repo.licence},
            "siblings": [sibling(folder, file) for file in files(folder)],
            "tags": [],
            "downloads": 0,
        }
        return self._json(200, info)

    def _resolve(self, repo, rest, *, body):
        token = self.headers.get("Authorization", "").removeprefix("Bearer ")
        if repo.gated == "terms" or (repo.gated and token != TOKEN):
            status = 403 if token else 401
            return self._json(status, {"error": "gated"}, {"X-Error-Code": "GatedRepo"})
        place = rest.index("resolve")
        for stop in (place + 2, place + 4):  # a commit, or refs/pr/1
            folder = repo.folder("/".join(rest[place + 1 : stop]))
            if folder is not None:
                file = folder / "/".join(rest[stop:])
                break
        else:
            return self._json(404, {"error": "no revision"}, {"X-Error-Code": "RevisionNotFound"})
        if not file.is_file():
            return self._json(404, {"error": "no file"}, {"X-Error-Code": "EntryNotFound"})
        about = {"X-Repo-Commit": commit(folder)}
        if file.suffix not in LARGE:
            return self._content(file, body=body, about=about | {"ETag": f'"{blob(file)}"'})
        about |= {"X-Linked-Etag": f'"{sha256(file)}"', "X-Linked-Size": str(file.stat().st_size)}
        return self._send(302, b"", about | {"Location": f"{self.server.url}/cdn{file}"}, body=body)

    def _content(self, file, *, body, about=None):
        data = file.read_bytes()
        if file.name in self.server.spoiled:
            data = data[:-1] + bytes([data[-1] ^ 1])
        start = int(self.headers.get("Range", "bytes=0-").removeprefix("bytes=").split("-")[0])
        headers = dict(about or {}) | {"Accept-Ranges": "bytes"}
        if start:
            self.server.ranges.append((file.name, start))
            headers["Content-Range"] = f"bytes {start}-{len(data) - 1}/{len(data)}"
        cuts = self.server.cut.get(file.name, []) if body and self.command == "GET" else []
        self._send(206 if start else 200, data[start:], headers, body=body, stop=cuts.pop(0) if cuts else None)

    def _json(self, status, content, headers=None):
        self._send(status, json.dumps(content).encode(), {"Content-Type": "application/json", **(headers or {})})

    def _send(self, status, data, headers, *, body=True, stop=None):
        self.send_response(status)
        for name, value in {"Content-Length": str(len(data)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        if body and self.command != "HEAD":
            self.wfile.write(data[:stop])
        if stop is not None:
            self.close_connection = True


def files(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def commit(folder):
    return hashlib.sha1(str(folder).encode()).hexdigest()


def sha256(file):
    return hashlib.sha256(file.read_bytes()).hexdigest()


def blob(file):
    data = file.read_bytes()
    return hashlib.sha1(f"blob {len(data)}\0".encode() + data).hexdigest()


def sibling(folder, name):
    file = folder / name
    about = {"rfilename": name, "size": file.stat().st_size, "blobId": blob(file)}
    if file.suffix in LARGE:
        about["lfs"] = {"size": file.stat().st_size, "sha256": sha256(file), "pointerSize": 134}
    return about


@contextmanager
def hub():
    server = Hub()
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()
