"""What the tests of the Draft tab's deeds share: asking, and a project whose draft is written."""

import time


def ask(desk, deed, **more):
    return desk.answer({"deed": deed, **more})


def begun(desk, **what):
    """A new project whose draft is written."""
    name = ask(desk, "new", **what)["project"]
    while ask(desk, "changes", project=name, since=-1)["work"]["running"]:
        time.sleep(0.02)
    return name


def segments(desk, name):
    return ask(desk, "changes", project=name, since=-1)["segments"]


def segment(desk, name, number=0):
    return segments(desk, name)[number]


def texts(desk, name):
    return [one["text"] for one in segments(desk, name)]


def edited(desk, name, number, text, **more):
    """What the server says to a new wording."""
    version = segment(desk, name, number)["version"]
    return ask(desk, "edit", project=name, number=number, version=version, text=text, **more)
