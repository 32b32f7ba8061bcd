"""Which sentences of a document carry it: scored, then chosen for a budget of words without saying things twice."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from summarizer.document import Document
from summarizer.ranking.centrality import Floats, Matrix, matrix, row, towards
from summarizer.ranking.fitness import (
    MOST_WORDS,
    is_fit,
    is_overturned,
    leans,
    loose_quotes,
    mostly_speech,
    sets_a_scene,
)
from summarizer.ranking.salience import probabilities
from summarizer.ranking.stems import count_words, terms

# weights of the features in `_features`. A coordinate search for ROUGE of 60-word digests on 450 articles of
# ru_rt.train (2026-11-28; opening and title 0 to 1.5, early 0.25 to 2, length 0 to 0.8, figures 0 to 0.2, the first
# sentence of a paragraph 0 to 0.3) moved ROUGE-1+2+L by 0.6 of 48 and cost digest_gold.dev 3 points of its editor's
# sentences: the plain weights stay
WEIGHTS = {"body": 1.0, "opening": 0.5, "title": 0.5, "early": 1.0, "length": 0.3, "figures": 0.1}
# share of a score that the features above make, the rest being the salience of its words. Swept 0 to 1 by 0.2 for
# ROUGE-1 of 500 articles of ru_rt.train that the salience had not seen (2026-11-28): 22.4 22.7 22.7 22.7 22.5 22.5
PLAIN = 0.6
LENGTH = (
    0.7  # power of a sentence's words that its salience is divided by; swept 0 to 1 there: 21.6 22.1 22.3 22.4 22.3
)
# cosine from which two sentences say the same: the second never comes in. It changes 1 of 500 medium digests of
# ru_rt.dev, a line of a table that came twice (2026-11-28)
ALIKE = 0.6
# what a sentence loses that is more than half quotation: what is said is seldom what happened. On 400 articles of
# ru_rt.train ROUGE-1 stays (24.33, 24.31 with 0.1, 24.22 with 0.2); a reader's Russian sentences go from 45.0 to 47.2
SPEECH = 0.1
# what the sentence that opens a text loses where it names nobody and no figure. On 1,000 articles of ru_rt.train 0.2
# and 0.3 bring ROUGE-1 0.01 and 0.08 (standard error 0.04), that of CNN/DailyMail 0.0 and 0.2, and leave a reader's
# English digests of 45 to 80 words 1.6 and 0.0% bad sentences of 5.4%. For the first two sentences: 1.6%, and both
# lose good ones (2026-11-28)
SCENE = 0.3
# what a sentence loses that tells what was believed before the news came («До недавнего времени учёные полагали»):
# alone it misleads. ROUGE-1 of ru_rt.dev and of 800 articles of ru_rt.train stays; a reader's Russian sentences go
# from 53.9 to 56.1%, by one article of the 15 (2026-11-28)
OVERTURNED = 0.5
# of the words asked for: with so many a digest is full, and up to `MOST` a sentence may bring it. What comes in only
# because it is short enough for the room that is left is seldom part of the story. Swept ENOUGH 0.7 0.8 0.9, digests
# of 45 to 80 words (2026-11-28): a reader's sentences 57.2 55.1 51.5% (Russian), 77.0 74.0 69.4% (English), bad ones
# 1.3 1.7 2.8% and 5.2 5.2 4.9%; ROUGE-1 of 1,500 articles of ru_rt.train 24.4 24.7 24.8, of fewer words
ENOUGH, MOST = 0.8, 1.15
SPARE = 0.7  # from here on nothing comes in that a better sentence, too long for the room, stands before
_TEXT = {"paragraph", "item", "quote"}  # kinds of blocks that digests are made from
_LEAST = 1e-6  # the score of a sentence that can stand in a digest and has nothing for it
_POOL = 200  # best sentences that the choice looks at: more than any budget holds


@dataclass(frozen=True, slots=True)
class Ranking:
    """Every sentence's score (0 where it can not stand in a digest), words, and whether it leans on the one before."""

    scores: tuple[float, ...]
    words: tuple[int, ...]
    leaning: tuple[bool, ...]
    table: Matrix
    shares: tuple[dict[str, float], ...]  # what each term of a sentence adds to its score


def rank(document: Document, title: str) -> Ranking:
    """Score the document's sentences; `title` is what the article is called, "" where that is not known."""
    texts = [document.sentence_text(n) for n in range(len(document.sentences))]
    fit = _fit(document, texts)
    said = [terms(text, document.lang) for text in texts]
    named = terms(title, document.lang)
    table = matrix([*(words if fit[n] else [] for n, words in enumerate(said)), named])
    words = tuple(count_words(text) for text in texts)
    features = _features(texts, words, fit, table)
    plain = _relative(np.array(fit, dtype=float) * sum(WEIGHTS[name] * values for name, values in features.items()))
    body = [n for n, sentence in enumerate(document.sentences) if document.blocks[sentence.block].kind in _TEXT]
    salience = probabilities([texts[n] for n in body], [said[n] for n in body], named)
    shares = _shares([said[n] if ok else [] for n, ok in enumerate(fit)], words, salience)
    whole = [PLAIN * float(score) + sum(share.values()) for score, share in zip(plain, shares, strict=True)]
    return Ranking(
        tuple(_held_back(whole, texts, fit)),
        words,
        tuple(leans(text, document.lang) for text in texts),
        table,
        shares,
    )


def _held_back(scores: list[float], texts: list[str], fit: list[bool]) -> Iterator[float]:
    """The scores without what speech, an opening that only sets a scene and a belief of the past lose; 0 stays 0."""
    opening = next((n for n, ok in enumerate(fit) if ok), -1)
    for number, (score, text) in enumerate(zip(scores, texts, strict=True)):
        scene = number == opening and sets_a_scene(text)
        loss = SPEECH * mostly_speech(text) + SCENE * scene + OVERTURNED * is_overturned(text)
        yield max(score - loss, _LEAST) if score else 0.0


def _shares(said: list[list[str]], words: tuple[int, ...], salience: dict[str, float]) -> tuple[dict[str, float], ...]:
    """What every term adds; the terms of the best sentence add 1 - PLAIN together."""
    rows = [
        {term: salience[term] / max(count, 1) ** LENGTH for term in sorted(set(row))}
        for row, count in zip(said, words, strict=True)
    ]
    most = max((sum(row.values()) for row in rows), default=0.0) or 1.0
    return tuple({term: (1 - PLAIN) * value / most for term, value in row.items()} for row in rows)


def choose(
    document: Document, ranking: Ranking, words: int, most: int | None = None, taken: Sequence[int] = ()
) -> list[tuple[int, ...]]:
    """About `words` words (or `most` sentences) of the best sentences, in text order; a group is one sentence, or two
    when the second leans on the first. Those `taken` are in it whatever they score, and nothing is put behind them."""
    pool = sorted((n for n, score in enumerate(ranking.scores) if score > 0), key=lambda n: -ranking.scores[n])[:_POOL]
    penalty = {n: 0.0 for n in pool if n not in taken}
    told: set[str] = set()
    chosen: list[int] = []
    for number in taken:
        _take(ranking, number, chosen, told, penalty)
    while penalty and (most is None or len(chosen) < most):
        free = chosen[len(taken) :]
        worth = {
            n: ranking.scores[n] - _told(ranking.shares[n], told)
            for n, alike in penalty.items()
            if alike < ALIKE and _stands(document, ranking, n, free)
        }
        best = _best(ranking, worth, sum(ranking.words[n] for n in chosen), words)
        if best is None:
            break
        _take(ranking, best, chosen, told, penalty)
    return list(_groups(ranking, sorted(chosen)))


def _best(ranking: Ranking, worth: dict[int, float], spent: int, words: int) -> int | None:
    """The sentence to come next behind `spent` words, where one belongs there."""
    fitting = [n for n in worth if spent + ranking.words[n] <= words * MOST or not spent]
    if not fitting or spent >= words * ENOUGH:
        return None
    best = max(fitting, key=worth.__getitem__)
    return None if spent >= words * SPARE and worth[best] < max(worth.values()) else best


def _take(ranking: Ranking, best: int, chosen: list[int], told: set[str], penalty: dict[int, float]) -> None:
    chosen.append(best)
    told.update(ranking.shares[best])
    penalty.pop(best, None)
    said = row(ranking.table, best)
    for number, worst in penalty.items():
        alike = sum(weight * said.get(column, 0.0) for column, weight in row(ranking.table, number).items())
        penalty[number] = max(worst, alike)


def _told(shares: dict[str, float], told: set[str]) -> float:
    """What a sentence's score owes to words that the digest has already."""
    return sum(share for term, share in shares.items() if term in told)


def _stands(document: Document, ranking: Ranking, number: int, chosen: list[int]) -> bool:
    """A leaning sentence stands only behind its own, which is chosen, in the same block, and no leaning one itself."""
    if not ranking.leaning[number]:
        return True
    before = number - 1
    same_block = before >= 0 and document.sentences[before].block == document.sentences[number].block
    return same_block and before in chosen and not ranking.leaning[before]


def _groups(ranking: Ranking, chosen: list[int]) -> Iterator[tuple[int, ...]]:
    taken = -1
    for number in chosen:
        if number == taken:
            continue
        follower = number + 1
        if follower in chosen and ranking.leaning[follower]:
            taken = follower
            yield (number, follower)
        else:
            yield (number,)


def _fit(document: Document, texts: list[str]) -> list[bool]:
    by_block: dict[int, list[int]] = {}
    for number, sentence in enumerate(document.sentences):
        by_block.setdefault(sentence.block, []).append(number)
    fit = [False] * len(texts)
    for index, numbers in by_block.items():
        block = document.blocks[index]
        loose = loose_quotes([texts[n] for n in numbers])
        for number, is_loose in zip(numbers, loose, strict=True):
            fit[number] = block.kind in _TEXT and block.lang == document.lang and not is_loose and is_fit(texts[number])
    return fit


def _features(texts: list[str], words: tuple[int, ...], fit: list[bool], table: Matrix) -> dict[str, Floats]:
    """Every feature from 0 to 1. `early` falls with the place among the sentences that can stand in a digest."""
    count = len(texts)
    able = np.array(fit, dtype=float)
    place = np.cumsum(able) - 1
    early = able / (1 + np.maximum(place, 0))
    share = np.append(able, 0.0)
    return {
        "body": _relative(towards(table, share)[:count]),
        "opening": _relative(towards(table, np.append(early, 0.0))[:count]),
        "title": _relative(towards(table, np.append(np.zeros(count), 1.0))[:count]),
        "early": early,
        "length": np.minimum(np.array(words, dtype=float), MOST_WORDS / 2) / (MOST_WORDS / 2),
        "figures": np.array([float(any(c.isdigit() for c in text)) for text in texts]),
    }


def _relative(values: Floats) -> Floats:
    most = float(values.max()) if values.size else 0.0
    return values / most if most > 0 else values
