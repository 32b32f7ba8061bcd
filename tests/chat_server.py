"""A server on this machine that speaks as much of OpenAI's interface as a test scripts."""

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


def events(*texts, reason="stop"):
    """The body of a streamed answer; without a reason it is one that broke off."""
    pieces = [{"choices": [{"index": 0, "delta": {"content": text}, "finish_reason": None}]} for text in texts]
    if reason:
        pieces.append({"choices": [{"index": 0, "delta": {}, "finish_reason": reason}]})
        pieces.append({"choices": [], "usage": {"total_tokens": 9}})
    lines = [f"data: {json.dumps(piece)}\n\n" for piece in pieces]
    return "".join([": a comment\n\n", *lines, "data: [DONE]\n\n" if reason else ""]).encode()


class ChatServer(ThreadingHTTPServer):
    """`script`: what is done for each question in turn, the last one for all further: (status, headers, body) or a
    function of the handler and the question. `asked`: the questions; `keys`: what came as Authorization; `most`: how
    many were open at a time."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, script=()):
        self.script = list(script)
        self.models = ["tiny"]
        self.asked, self.keys = [], []
        self.open = self.most = 0
        self.hung_up = threading.Event()
        self.lock = threading.Lock()
        super().__init__(("127.0.0.1", 0), _Handler)

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_port}/v1"

    def next_reply(self):
        with self.lock:
            return self.script.pop(0) if len(self.script) > 1 else self.script[0]


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        body = json.dumps({"data": [{"id": name} for name in self.server.models]}).encode()
        self.reply(200, {"Content-Type": "application/json"}, body)

    def do_POST(self):
        question = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        server = self.server
        with server.lock:
            server.asked.append(question)
            server.keys.append(self.headers["Authorization"])
            server.open += 1
            server.most = max(server.most, server.open)
        try:
            reply = server.next_reply()
            if callable(reply):
                reply(self, question)
            else:
                self.reply(*reply)
        finally:
            with server.lock:
                server.open -= 1

    def reply(self, status, headers, body):
        self.send_response(status)
        for name, value in {"Content-Type": "text/event-stream", "Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def echo(handler, question):
    """Gives the text back in capitals."""
    handler.reply(200, {}, events(question["messages"][0]["content"].rpartition("Text:\n")[2].upper()))


def slow_echo(handler, question):
    time.sleep(0.05)
    echo(handler, question)


def endless(handler, _):
    """Writes until the other side hangs up, and says so."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/event-stream")
    handler.end_headers()
    piece = events("word ", reason="")
    try:
        while True:
            handler.wfile.write(piece)
            time.sleep(0.01)
    except OSError:
        handler.server.hung_up.set()


def silent(handler, _):
    """Takes the question and says nothing until the other side hangs up."""
    handler.connection.settimeout(30)
    if handler.connection.recv(1) == b"":
        handler.server.hung_up.set()
