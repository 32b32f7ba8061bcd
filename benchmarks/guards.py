"""How many damaged drafts the checks find, and how many human translations they mark.

    python -m benchmarks.guards EVAL/mt [--lines 3000] [--damaged 200]

False alarms are counted on the references of newstest2018, a line a sentence, whose ties the model gives as if it had
written them. A document is taken to be thirty lines: rules are tuned on the even ones, so the odd ones stand apart, and
damage is done to the embedded model's drafts of odd ones that pass all checks, in one of four ways (a clause left out,
a loop, a changed number, the source copied through). A mark is a finding of severity warning or error; marks of the
spelling check on slips of the references' keys (`benchmarks/labels/slips.tsv`, read by hand) are no false alarms.
"""

import argparse
import random
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

from benchmarks._labels import SLIPS, labels
from benchmarks.facts import translated
from summarizer import Document, Job, Pipeline, Result, Settings
from summarizer.job import Tie

DOCUMENT = 30  # lines
DIRECTIONS = (("ru", "en", "rus-eng.rus", "rus-eng.eng"), ("en", "ru", "eng-rus.eng", "eng-rus.rus"))


def leave_out(text, _, rng):
    """Without one clause of at least four words and 15% to 60% of the sentence."""
    parts = re.split(r"(?<=[,;:—–]) ", text)
    whole = len(text.split())
    fit = [
        n for n in range(1, len(parts)) if len(parts[n].split()) >= 4 and 0.15 <= len(parts[n].split()) / whole <= 0.6
    ]
    if not fit:
        return None
    chosen = rng.choice(fit)
    left = " ".join(part for n, part in enumerate(parts) if n != chosen).rstrip(",;:—– ")
    return left if left[-1:] in '.!?"»”' else f"{left}."


def loop(text, _, rng):
    """With two to four of its words said five times."""
    words = text.split()
    if len(words) < 8:
        return None
    size, at = rng.randint(2, 4), rng.randrange(len(words) - 4)
    return " ".join([*words[:at], *words[at : at + size] * 5, *words[at + size :]])


def change_number(text, _, rng):
    """With one digit of one number changed."""
    places = [match.start() for match in re.finditer(r"\d", text)]
    if not places:
        return None
    at = rng.choice(places)
    return text[:at] + rng.choice([d for d in "123456789" if d != text[at]]) + text[at + 1 :]


def copy_through(_text, source, _rng):
    """The source in place of the draft."""
    return source


DAMAGES = (leave_out, loop, change_number, copy_through)


def ties_of(model, document: Document, passages, to):
    """The passages with the ties that the model gives these texts."""
    pairs = [(document.sentence_text(p.sentences[0]), p.text) for p in passages]
    for passage, links in zip(passages, model.align(pairs, to), strict=True):
        start = document.sentences[passage.sentences[0]].start
        ties = tuple(Tie(start + a, start + b, c, d, weight) for a, b, c, d, weight in links)
        yield replace(passage, ties=ties)


def marks(pipeline, document, job, passages):
    """By passage, the checks that mark it."""
    found = pipeline.check(Result(job=job, document=document, passages=tuple(passages))).findings
    marked = {}
    for finding in found:
        if finding.passage is not None and finding.severity != "note":
            marked.setdefault(finding.passage, set()).add(finding.check)
    return marked


def without_slips(marked, direction):
    """The marks without those that are right: references have slips of the keys, read by hand."""
    slips = {(key.line - 1, key.check) for key, right in labels(SLIPS).items() if right and key.direction == direction}
    left = {n: {check for check in checks if (n, check) not in slips} for n, checks in marked.items()}
    return {n: checks for n, checks in left.items() if checks}


def is_odd(line: int) -> bool:
    """Whether the line is in a document that no rule was tuned on."""
    return line // DOCUMENT % 2 == 1


def report_alarms(pipeline, model, whole) -> None:
    """Shares of the references that are marked, by check too."""
    human = list(ties_of(model, whole.document, whole.passages, whole.job.to))
    direction = f"{whole.document.lang}-{whole.job.to}"
    alarms = without_slips(marks(pipeline, whole.document, whole.job, human), direction)
    for name, lines in (("all", range(len(human))), ("odd", [n for n in range(len(human)) if is_odd(n)])):
        marked = [alarms[n] for n in lines if n in alarms]
        by_check = Counter(check for checks in marked for check in checks)
        share = f"{len(marked)} of {len(lines)} = {len(marked) / len(lines):.1%}"
        print(f"{direction}: {name} human references marked: {share} {dict(by_check)}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("eval", type=Path)
    parser.add_argument("--lines", type=int, default=3000)
    parser.add_argument("--damaged", type=int, default=200)
    arguments = parser.parse_args()
    pipeline = Pipeline.from_settings(Settings.from_env())
    for source, to, left, right in DIRECTIONS:
        texts = [
            (arguments.eval / f"newstest2018.{name}").read_text(encoding="utf-8").splitlines() for name in (left, right)
        ]
        model = pipeline.engine.load(pipeline.engine.choose("translate", source, to))
        report_alarms(pipeline, model, translated(*(side[: arguments.lines] for side in texts), source, to))
        odd = [line for n, line in enumerate(texts[0]) if is_odd(n)][: 7 * arguments.damaged]
        part = translated(odd, odd, source, to).document
        report_damage(pipeline, model, part, Job(to=to), arguments.damaged)


def report_damage(pipeline, model, part, job, count):
    rng = random.Random(2018)
    drafts = pipeline.run(part, job).passages
    clean = marks(pipeline, part, job, drafts)
    whole = [passage for n, passage in enumerate(drafts) if n not in clean]
    damaged, kinds = [], []
    for n, passage in enumerate(whole):
        damage = DAMAGES[n % 4]
        text = damage(passage.text, part.sentence_text(passage.sentences[0]), rng)
        if text is not None and kinds.count(damage.__name__) < count // 4:
            damaged.append(replace(passage, text=text))
            kinds.append(damage.__name__)
    found = marks(pipeline, part, job, list(ties_of(model, part, damaged, job.to)))
    print(f"  drafts marked undamaged: {len(clean)} of {len(drafts)}")
    print(f"  damaged ones found: {len(found)} of {len(damaged)} = {len(found) / len(damaged):.1%}")
    for damage in DAMAGES:
        own = [n for n, kind in enumerate(kinds) if kind == damage.__name__]
        print(f"    {damage.__name__}: {sum(n in found for n in own)} of {len(own)}")


if __name__ == "__main__":
    main()
