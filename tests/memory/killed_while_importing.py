"""Kills a process at a hundred random moments while it takes files in, and looks at what is left; run by test_project.py."""

import io
import os
import random
import sys
import time
from pathlib import Path

import docx
from dying import begun, ended
from project_files import document

from summarizer.export import export_format
from summarizer.memory import Memory, Pair, Project, take_in

PAIR = Pair("en", "ru")
UNITS = 20


def tmx(number):
    unit = (
        '<tu><tuv xml:lang="en"><seg>Car {n} of {of} is here.</seg></tuv><tuv xml:lang="ru"><seg>{of}.</seg></tuv></tu>'
    )
    units = "".join(unit.format(n=n, of=number) for n in range(UNITS))
    return f'<tmx version="1.4"><body>{units}</body></tmx>'.encode()


def returned(project, number):
    """A file that went out and comes back with every sentence drafted anew, in each of the formats by turns."""
    project.mark_exported()
    name = ("xliff", "xliff2", "bilingual-docx")[number % 3]
    data = export_format(name).render(project.result())
    if name == "bilingual-docx":
        return edited(data, number)
    text = data.decode()
    for segment in project.segments():
        text = text.replace(f"{segment.text or segment.source}</target>", f"{number}.{segment.number}</target>")
    return text.encode()


def edited(data, number):
    file = docx.Document(io.BytesIO(data))
    for sentence, row in enumerate(file.tables[0].rows[1:]):
        row.cells[2].text = f"{number}.{sentence}"
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def import_for_ever(folder, pipe):
    """A + goes out before an import; every number that comes out was taken in, whole, into project and memory."""
    with Project.open(folder / "a.svodka") as project, Memory(folder / "memory.db") as memory:
        number = project.clock
        while True:
            number += 1
            file = returned(project, number)
            os.write(pipe, b"+")
            memory.import_tmx(tmx(number), "a.tmx")
            take_in(project, file, "a")
            os.write(pipe, f"{number}\n".encode())


def killed(folder, moments):
    child, reading = begun(lambda pipe: import_for_ever(folder, pipe))
    said, times = b"", []
    while b"\n+" not in said:  # the second import begins
        said += os.read(reading, 1)
        if said[-1:] in b"+\n":
            times.append(time.monotonic())
    time.sleep((times[1] - times[0]) * moments.uniform(0, 1.1))  # anywhere in it, or just after it
    said += ended(child, reading)
    return int(said.replace(b"+", b"").split(b"\n")[-2])


def look(folder, last):
    """The last import that was told is there, whole; of the one in flight either all or nothing."""
    with Project.open(folder / "a.svodka") as project:
        project.verify()
        texts = [segment.text for segment in project.segments()]
        assert texts in [[f"{n}.{sentence}" for sentence in range(3)] for n in (last, last + 1)], (last, texts)
        assert project.undo() is not None
        undone = [segment.text.partition(".")[0] for segment in project.segments()]
        assert len(set(undone)) == 1, undone
        assert project.redo() is not None
    with Memory(folder / "memory.db") as memory:
        memory.verify()
        assert len(memory) % (2 * UNITS) == 0, len(memory)
        assert memory.search(PAIR, f"Car 3 of {last} is here.")[0].score == 100


def main():
    folder = Path(sys.argv[1])
    Project.create(folder / "a.svodka", document()).close()
    moments = random.Random(20261128)
    for _ in range(100):
        look(folder, killed(folder, moments))


if __name__ == "__main__":
    main()
