"""A logistic curve through examples, for the benchmarks that fit a rule."""

import numpy as np

_ROUNDS = 50


def fitted(signs: np.ndarray, outcome: np.ndarray, penalty: float, share: np.ndarray | None = None) -> np.ndarray:
    """Weights of the signs (a row an example) and of one, for signs as they are; by Newton's method, standardised.

    `penalty` pulls all but the last towards zero; `share` is what each example counts.
    """
    mean, spread = signs.mean(0), signs.std(0) + 1e-9
    inputs = np.c_[(signs - mean) / spread, np.ones(len(signs))]
    share = np.ones(len(signs)) if share is None else share
    pull = penalty * np.diag([1.0] * signs.shape[1] + [0.0])
    weights = np.zeros(inputs.shape[1])
    for _ in range(_ROUNDS):
        guess = 1 / (1 + np.exp(-inputs @ weights))
        slope = np.maximum(guess * (1 - guess), 1e-6) * share
        step = inputs.T @ (share * (outcome - guess)) - pull @ weights
        weights += np.linalg.solve(inputs.T @ (inputs * slope[:, None]) + pull, step)
    own = weights[:-1] / spread
    return np.append(own, weights[-1] - own @ mean)
