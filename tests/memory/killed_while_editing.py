"""Kills an editing process at a hundred random moments and looks at the file after each; run by test_project.py."""

import os
import random
import sys
import time
from pathlib import Path

from dying import begun, ended
from project_files import document

from summarizer.job import Passage
from summarizer.memory import Project


def edit(path, pipe):
    """Type for ever; every number that comes out of the pipe was saved before."""
    with Project.open(path) as project:
        number = 0
        while True:
            number += 1
            segment = project.segment(number % 3)
            if number % 7 == 0:
                project.draft(segment.number, Passage(f"draft {number}", (segment.number,), segment.block))
            project.set_text(segment.number, f"text {number}", project.segment(segment.number).version)
            os.write(pipe, f"{number}\n".encode())


def killed(path, moments):
    child, reading = begun(lambda pipe: edit(path, pipe))
    said = b""
    while b"\n" not in said:  # it is at work
        said += os.read(reading, 100)
    time.sleep(moments.uniform(0, 0.02))
    said += ended(child, reading)
    return int(said.split(b"\n")[-2])


def main():
    path = Path(sys.argv[1]) / "bridge.svodka"
    Project.create(path, document()).close()
    moments = random.Random(20261128)
    for _ in range(100):
        last = killed(path, moments)
        with Project.open(path) as project:
            project.verify()
            texts = {project.segment(n).text for n in range(3)}
            assert texts & {f"text {last}", f"text {last + 1}"}, (last, texts)
            assert project.undo() is not None


if __name__ == "__main__":
    main()
