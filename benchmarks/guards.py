"""How many damaged drafts the checks find, and how many human translations they mark.

    python -m benchmarks.guards EVAL/mt [--lines 3000] [--damaged 200]

Drafts are the embedded model's own, of newstest2018 sentences that pass all checks; each is damaged in one of four ways
(a clause left out, a loop, a changed number, the source copied through). False alarms are counted on the references,
whose ties the model gives as if it had written them. A mark is a finding of severity warning or error.
"""

import argparse
import random
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

from summarizer import Document, Job, Passage, Pipeline, Result, Settings, Source
from summarizer.job import Tie

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


def one_sentence_lines(pipeline, sources, targets, lang):
    """Lines of one sentence, as a document with their counterparts."""
    document, _ = pipeline.read_lines(Source.from_text("\n".join(sources)), lang)
    by_line = {}
    for number, sentence in enumerate(document.sentences):
        by_line.setdefault(int(document.blocks[sentence.block].anchor), []).append(number)
    single = [(line, numbers[0]) for line, numbers in by_line.items() if len(numbers) == 1]
    return document, [(number, targets[line]) for line, number in single if 0 < len(targets[line]) < 600]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("eval", type=Path)
    parser.add_argument("--lines", type=int, default=3000)
    parser.add_argument("--damaged", type=int, default=200)
    arguments = parser.parse_args()
    pipeline = Pipeline.from_settings(Settings.from_env())
    for source, to, left, right in DIRECTIONS:
        texts = [
            (arguments.eval / f"newstest2018.{name}").read_text(encoding="utf-8").split("\n")[: arguments.lines]
            for name in (left, right)
        ]
        document, pairs = one_sentence_lines(pipeline, *texts, source)
        model = pipeline.engine.load(pipeline.engine.choose("translate", source, to))
        job = Job(to=to)
        human = [
            Passage(target, (number,), document.sentences[number].block, origin="person") for number, target in pairs
        ]
        human = list(ties_of(model, document, human, to))
        alarms = marks(pipeline, document, job, human)
        by_check = Counter(check for checks in alarms.values() for check in checks)
        share = f"{len(alarms)} of {len(human)} = {len(alarms) / len(human):.1%}"
        print(f"{source}-{to}: human references marked: {share} {dict(by_check)}")
        part = replace(document, sentences=tuple(document.sentences[n] for n, _ in pairs[: 12 * arguments.damaged]))
        report_damage(pipeline, model, part, job, arguments.damaged)


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
