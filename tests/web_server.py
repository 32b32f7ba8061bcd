"""A real HTTP server on this machine, for tests of what servers do."""

import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Server(ThreadingHTTPServer):
    """`replies`: path to (status, headers, body), or to a function of the handler; `seen`: the requests that came."""

    daemon_threads = True
    block_on_close = False  # a handler that is silent on purpose is not waited for

    def __init__(self, replies):
        self.replies = replies
        self.seen = []
        super().__init__(("127.0.0.1", 0), Handler)

    def link(self, path="/"):
        return f"http://127.0.0.1:{self.server_port}{path}"


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.seen.append(self)
        reply = self.server.replies[self.path]
        if callable(reply):
            reply(self)
            return
        status, headers, body = reply
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@contextmanager
def serving():
    """Gives a function that starts a server; all of them are closed in the end."""
    servers = []

    def start(replies):
        server = Server(replies)
        servers.append(server)
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        return server

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()
