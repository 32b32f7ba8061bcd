"""Models carried in an archive; every archive that is not what its own list says is refused."""

import io
import json
import shutil
import tarfile
from collections import namedtuple
from dataclasses import replace

import pytest
from tiny_marian import PAIRS

from summarizer.engine.carrying import pack, unpack
from summarizer.engine.collection import Collection
from summarizer.engine.engine import Engine
from summarizer.engine.model import Prompt
from summarizer.errors import ModelError, UsageError

LIST = """
models:
  - {name: small, family: ct2, tasks: [translate], directions: [ru-en, en-ru], window: 64,
     canary: {ru: Совет принял бюджет., en: The council passed the budget.}}
"""


@pytest.fixture
def here(settings, tmp_path, converted):
    """A machine with the tiny model as one of the user's own."""
    (tmp_path / "own.yaml").write_text(LIST, encoding="utf-8")
    shutil.copytree(converted, settings.models_dir / "small")
    return Collection(replace(settings, models_file=tmp_path / "own.yaml"))


@pytest.fixture
def there(settings, tmp_path):
    """Another machine, with nothing."""
    return replace(settings, models_dir=tmp_path / "there" / "models", cache_dir=tmp_path / "there" / "cache")


@pytest.fixture
def archive(here, tmp_path):
    pack(here, ["small"], tmp_path / "models.tar")
    return tmp_path / "models.tar"


def test_an_archive_brings_files_entry_and_pins_to_a_machine_without_anything(here, there, archive):
    assert unpack(Collection(there), archive) == ("small",)
    engine = Engine(there)
    model = engine.load(engine.choose("translate", "ru", "en", "small"))
    assert model.complete([Prompt(PAIRS[3][0], "en")])[0].text == PAIRS[3][1]
    engine.close()
    assert Collection(there).lock.entry("small").files == here.lock.entry("small").files
    assert "name: small" in (there.models_dir / "models.yaml").read_text(encoding="utf-8")


def test_an_archive_that_was_read_in_before_changes_nothing(there, archive):
    unpack(Collection(there), archive)
    assert unpack(Collection(there), archive) == ("small",)


def test_a_damaged_copy_is_mended_by_the_archive_it_came_from(there, archive):
    unpack(Collection(there), archive)
    (there.models_dir / "small" / "config.json").write_text("{}")
    unpack(Collection(there), archive)
    assert Collection(there).verify("small") == ()


def test_another_model_of_that_name_is_kept(there, archive):
    mine = there.models_dir / "small"
    mine.mkdir(parents=True)
    (mine / "model.bin").write_bytes(b"mine")
    collection = Collection(there)
    collection.lock.held("small", mine)
    with pytest.raises(ModelError, match="another small is on this machine already"):
        unpack(collection, archive)
    assert (mine / "model.bin").read_bytes() == b"mine"


def remade(archive, change):
    """The archive with its members changed: a list of (TarInfo, content)."""
    with tarfile.open(archive) as tar:
        members = [(member, tar.extractfile(member).read()) for member in tar]
    members = change(members)
    with tarfile.open(archive, "w") as tar:
        for member, content in members:
            if member.isreg():
                member.size = len(content)
            tar.addfile(member, io.BytesIO(content))


def listed(members, change):
    (first, content), *rest = members
    manifest = json.loads(content)
    change(manifest)
    return [(first, json.dumps(manifest).encode()), *rest]


def renamed(to):
    """The file config.json under another name, in the list as well."""

    def change(members):
        def rename(manifest):
            files = manifest["models"]["small"]["lock"]["files"]
            files[to] = files.pop("config.json")

        members = listed(members, rename)
        for member, _ in members:
            if member.name == "small/config.json":
                member.name = f"small/{to}"
        return members

    return change


def link(kind, target):
    def change(members):
        for member, _ in members:
            if member.name == "small/config.json":
                member.type, member.linkname, member.size = kind, target, 0
        return members

    return change


def content(members):
    return [(m, c[:-1] + b"?" if m.name == "small/config.json" else c) for m, c in members]


def extra(members):
    return [*members, (tarfile.TarInfo("../../escaped"), b"x")]


def twice(members):
    return [*members, members[-1]]


def absolute(members):
    members[-1][0].name = "/tmp/escaped"
    return members


def server(members):
    return listed(members, lambda manifest: manifest["models"]["small"]["entry"].update(family="server"))


def other_name(members):
    return listed(members, lambda m: m["models"].update({"../small": m["models"].pop("small")}))


@pytest.mark.parametrize(
    "change",
    [
        renamed("../config.json"), renamed("../../escaped"), renamed("/escaped"), renamed("a/b.json"),
        renamed("..\\escaped"), renamed(".hidden"), renamed("modeling.py"), renamed("C:escaped"), renamed(".."),
        link(tarfile.SYMTYPE, "/etc/passwd"), link(tarfile.LNKTYPE, "svodka-models.json"), link(tarfile.FIFOTYPE, ""),
        link(tarfile.CHRTYPE, ""), content, extra, twice, absolute, server, other_name,
        lambda members: members[:-1], lambda members: members[1:], lambda members: [],
        lambda members: listed(members, lambda manifest: manifest.update(format=2)),
        lambda members: listed(members, lambda manifest: manifest.pop("models")),
    ],
)  # fmt: skip
def test_an_archive_that_is_not_what_its_list_says_is_refused_and_leaves_nothing(there, archive, tmp_path, change):
    remade(archive, change)
    with pytest.raises(ModelError) as caught:
        unpack(Collection(there), archive)
    assert "\n" not in str(caught.value)
    assert [path.name for path in there.models_dir.glob("**/*") if not path.name.endswith(".lock")] == []
    assert list(tmp_path.glob("**/escaped")) == []


@pytest.mark.parametrize("size", [0, 100, 5000])
def test_a_cut_archive_is_refused(there, archive, size):
    archive.write_bytes(archive.read_bytes()[:size])
    with pytest.raises(ModelError):
        unpack(Collection(there), archive)
    assert not (there.models_dir / "small").exists()


def test_too_little_room_is_said_before_anything_is_written(there, archive, monkeypatch):
    usage = namedtuple("usage", "total used free")  # noqa: PYI024
    monkeypatch.setattr("shutil.disk_usage", lambda path: usage(1, 1, 1000))
    with pytest.raises(ModelError, match=r"the archive needs .* 1 kB are free"):
        unpack(Collection(there), archive)


def test_a_model_that_changed_since_it_was_pinned_is_not_packed(here, archive, tmp_path):
    (here.store.models / "small" / "config.json").write_text("{}")
    with pytest.raises(ModelError, match=r"small is not packed: config\.json is not the one that was pinned"):
        pack(here, ["small"], tmp_path / "other.tar")
    assert not (tmp_path / "other.tar").exists()


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("svodka-ruen", "comes with Svodka: it is on every machine already"),
        ("opus-mt-ru-en", "opus-mt-ru-en is not on this machine"),
        ("none", "there is no model called 'none'"),
    ],
)
def test_what_cannot_be_packed_says_why(here, tmp_path, name, message):
    with pytest.raises(ModelError, match=message):
        pack(here, [name], tmp_path / "models.tar")


def test_an_output_that_cannot_be_written_is_wrong_usage(here, tmp_path):
    with pytest.raises(UsageError, match="cannot write"):
        pack(here, ["small"], tmp_path / "none" / "models.tar")


def test_an_archive_that_is_not_there_is_said(there, tmp_path):
    with pytest.raises(ModelError, match="cannot be read in"):
        unpack(Collection(there), tmp_path / "none.tar")
