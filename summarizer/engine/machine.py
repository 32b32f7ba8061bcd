"""What this machine has, and whether a model fits into it."""

import os
import platform
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from summarizer.engine.spec import Spec

_UNITS = {"": 1, "k": 10**3, "M": 10**6, "G": 10**9, "B": 10**9, "T": 10**12}
_FEATURES = ("sse4_1", "avx", "avx2", "avx512f", "avx512_vnni", "avx_vnni", "amx_int8", "amx_bf16", "asimd", "asimddp")
# Bytes a parameter: int8 with its scales where CTranslate2 runs it on a processor, 16 bits on torch or a GPU; what a
# process takes besides.
_INT8, _HALF = 1.15, 2.0
_BESIDE = 0.4 * 10**9  # svodka-ruen: 190 MB for 14.5 million parameters; torch alone takes 330 MB


def memory() -> int:
    """Bytes of main memory that this process can have: the machine's, or its container's where that is less."""
    limits = [
        _container(Path(name)) for name in ("/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes")
    ]
    try:
        whole = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):  # Windows
        return _windows_memory()
    return min([whole, *(limit for limit in limits if limit)])


@dataclass(frozen=True, slots=True)
class Capacity:
    """Memory that a model can have: bytes, and of what."""

    size: int
    kind: str  # cpu, cuda

    def needed(self, spec: Spec) -> int | None:
        """Bytes that the model takes when it runs: as measured, else by its parameters; None where neither is known."""
        if spec.memory:
            return quantity(spec.memory)
        if not spec.parameters:
            return None
        each = _HALF if self.kind == "cuda" or spec.family == "causal" else _INT8
        return int(quantity(spec.parameters) * each + _BESIDE)

    def lacks(self, spec: Spec) -> str:
        """Why the model has no room, "" where it has or where nothing is known of it."""
        need, of = self.needed(spec) or 0, "GPU memory" if self.kind == "cuda" else "memory"
        return (
            f"it takes about {amount(need)} of {of}, this machine has {amount(self.size)}" if need > self.size else ""
        )


def capacity(kind: str) -> Capacity:
    """The memory of the first GPU where models run on that and it says how much it has, else this machine's."""
    said = re.search(r"(\d+) MiB", gpus()[0]) if kind == "cuda" else None
    return Capacity(int(said[1]) * 2**20, kind) if said else Capacity(memory(), "cpu")


def quantity(amount: str) -> int:
    """`240M`, `0.9 GB` as a number."""
    number, unit = re.fullmatch(r"([\d.]+) ?([kMGTB]?)B?", amount).groups()  # type: ignore[union-attr]  # as Spec has it
    return int(float(number) * _UNITS[unit])


def amount(size: int) -> str:
    """Bytes, as a person reads them: 310 MB, 2.4 GB."""
    if size >= 10**9:
        return f"{size / 10**9:.1f} GB"
    return f"{size / 10**6:.0f} MB" if size >= 10**6 else f"{max(1, round(size / 1000))} kB"


def features() -> tuple[str, ...]:
    """Of the processor's instructions those that speed a model up; () where the system does not say."""
    try:
        flags = re.search(
            r"^(?:flags|Features)\s*:(.*)$", Path("/proc/cpuinfo").read_text(encoding="utf-8"), re.MULTILINE
        )
    except OSError:
        return ()
    have = set(flags[1].split()) if flags else set()
    return tuple(name for name in _FEATURES if name in have)


def processor() -> str:
    """The processor's name."""
    try:
        named = re.search(r"^model name\s*:\s*(.*)$", Path("/proc/cpuinfo").read_text(encoding="utf-8"), re.MULTILINE)
    except OSError:
        named = None
    return named[1] if named else platform.processor() or platform.machine()


def _container(file: Path) -> int:
    try:
        text = file.read_text(encoding="ascii").strip()
    except OSError:
        return 0
    return int(text) if text.isdecimal() else 0


def _windows_memory() -> int:
    if sys.platform != "win32":
        return 0
    import ctypes

    class Status(ctypes.Structure):
        _fields_ = [("length", ctypes.c_ulong), ("load", ctypes.c_ulong)] + [
            (name, ctypes.c_ulonglong)
            for name in ("total", "free", "page", "free_page", "virtual", "free_virtual", "more")
        ]

    status = Status(length=ctypes.sizeof(Status))
    ctypes.windll.kernel32.GlobalMemoryStatusEx(ctypes.byref(status))
    return int(status.total)


def gpus() -> tuple[str, ...]:
    """The GPUs that CTranslate2 can use, with name, memory and driver where the system says them."""
    import ctranslate2

    count = int(ctranslate2.get_cuda_device_count())
    program = shutil.which("nvidia-smi")
    if not count or program is None:
        return ("unnamed",) * count
    asked = [program, "--query-gpu=name,memory.total,driver_version", "--format=csv,noheader"]
    try:
        done = subprocess.run(asked, capture_output=True, text=True, timeout=20, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return ("unnamed",) * count
    return tuple(line.strip() for line in done.stdout.splitlines() if line.strip()) or ("unnamed",) * count
