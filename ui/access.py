"""Who may come in: a file of names and hashed passwords, compared in constant time.

A line is `name:scrypt:SALT:HASH` (hexadecimal); `python -m ui.access NAME` asks for a password and prints it. Blank
lines and lines that begin with # are passed over.
"""

import base64
import binascii
import getpass
import hashlib
import hmac
import os
import sys
from dataclasses import dataclass, field
from pathlib import Path

from summarizer import UsageError

# RFC 7914's interactive setting, 16 MB and some 50 ms a try: enough against guessing, little beside a translation
_COST = {"n": 2**14, "r": 8, "p": 1}
_NOBODY = "00" * 16, "00" * 64  # what an unknown name is compared with, so that it takes as long as a known one


@dataclass(frozen=True, slots=True)
class Doorkeeper:
    """Knows the users; `None` in its place means that everybody may come in."""

    _users: dict[str, tuple[str, str]]
    # a page asks a hundred times, and 50 ms each would be seconds: what was right once is known by its keyed hash
    _admitted: dict[bytes, str] = field(default_factory=dict, compare=False)
    _key: bytes = field(default_factory=lambda: os.urandom(32), repr=False, compare=False)

    def knows(self, name: str, password: str) -> bool:
        """Whether the password is that user's; takes as long for a name that nobody has."""
        salt, wanted = self._users.get(name, _NOBODY)
        given = _hash(password, salt)
        return hmac.compare_digest(given, wanted) and name in self._users

    def admits(self, authorization: str) -> str | None:
        """The user of an HTTP `Authorization: Basic` header (RFC 7617), None where there is none that is known."""
        return self.admits_key(_credentials(authorization))

    def admits_key(self, key: str) -> str | None:
        """The user of an API key, which is `name:password`."""
        name, separator, password = key.partition(":")
        if not separator:
            return None
        mark = hmac.digest(self._key, key.encode(), "sha256")
        if mark not in self._admitted and self.knows(name, password):
            self._admitted[mark] = name
        return self._admitted.get(mark)


def who(authorization: str, address: str = "") -> str:
    """The name in a header that the gate has let in, its password not asked again; the address where there is none."""
    return _credentials(authorization).partition(":")[0] or address


def _credentials(authorization: str) -> str:
    """`name:password` of an `Authorization: Basic` header, "" where it is none."""
    scheme, _, encoded = authorization.partition(" ")
    if scheme.lower() != "basic":
        return ""
    try:
        return base64.b64decode(encoded, validate=True).decode()
    except (binascii.Error, UnicodeDecodeError):
        return ""


def read(path: Path) -> Doorkeeper:
    """The users of a file. Raises `UsageError` with the line that is wrong; an empty file is one."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"the file of users {path} cannot be read", "name another with --auth-file") from error
    users: dict[str, tuple[str, str]] = {}
    for number, line in enumerate(lines, 1):
        if line.strip() and not line.startswith("#"):
            name, salt, hashed = _user(line.strip(), f"{path}, line {number}")
            users[name] = salt, hashed
    if not users:
        raise UsageError(f"the file of users {path} names nobody", _HINT)
    return Doorkeeper(users)


_HINT = "make a line with `python -m ui.access NAME`"


def _user(line: str, where: str) -> tuple[str, str, str]:
    parts = line.split(":")
    if len(parts) != 4 or parts[1] != "scrypt" or not parts[0]:
        raise UsageError(f"{where}: not a line of the form name:scrypt:salt:hash", _HINT)
    try:
        salt, hashed = bytes.fromhex(parts[2]), bytes.fromhex(parts[3])
    except ValueError as error:
        raise UsageError(f"{where}: salt and hash must be hexadecimal", _HINT) from error
    if len(salt) < 8 or len(hashed) != 64:
        raise UsageError(f"{where}: salt or hash is cut short", _HINT)
    return parts[0], salt.hex(), hashed.hex()


def line_for(name: str, password: str) -> str:
    """The line of the file that lets this user in. Raises `UsageError` for a name that cannot stand there."""
    if not name or ":" in name or name != name.strip() or name.startswith("#"):
        raise UsageError(f"{name!r} cannot be a user's name", "choose one without colon, blank or #")
    salt = os.urandom(16).hex()
    return f"{name}:scrypt:{salt}:{_hash(password, salt)}"


def _hash(password: str, salt: str) -> str:
    return hashlib.scrypt(password.encode(), salt=bytes.fromhex(salt), dklen=64, **_COST).hex()


def main() -> int:
    """Ask for a password and print the line."""
    if len(sys.argv) != 2:
        sys.stderr.write("usage: python -m ui.access NAME\n")
        return 2
    try:
        line = line_for(sys.argv[1], getpass.getpass())
    except UsageError as error:
        sys.stderr.write(f"{error}; {error.hint}\n")
        return 2
    sys.stdout.write(f"{line}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
