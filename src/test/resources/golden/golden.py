"""Writes the golden numbers beside it: python3 golden.py (made with NumPy 1.24 and SciPy 1.10).

One file per measure of the catalogue, measure/<id>.json, and kolmogorov.csv. Counts are per bin, values are single amounts; reference first.
"""
import json
import math
import pathlib

import numpy as np
from scipy import stats
from scipy.spatial.distance import jensenshannon
from scipy.special import kolmogorov

HERE = pathlib.Path(__file__).parent
random = np.random.default_rng(20261122)

COUNTS = {
    "even against skewed": ([25, 25, 25, 25], [85, 5, 5, 5]),
    "six bins of other sizes": ([16, 18, 16, 14, 12, 12], [16, 16, 16, 16, 16, 8]),
    "large and nearly alike": ([50000, 50000, 50010], [5000, 5001, 5000]),
    "a bin that vanishes": ([400, 300, 200, 100], [50, 40, 10, 0]),
    "nothing in common": ([10, 20, 0, 0], [0, 0, 7, 1]),
    "drawn from the same": tuple(random.multinomial(n, [0.4, 0.3, 0.15, 0.1, 0.05]).tolist() for n in (3000, 700)),
    "drawn from another": (
        random.multinomial(5000, [0.1] * 10).tolist(),
        random.multinomial(800, np.arange(1, 11) / 55).tolist(),
    ),
}
VALUES = {
    "ties": ([1, 2, 2, 3, 3, 3, 4], [2, 3, 4, 4, 5, 0]),
    "zeros and negatives": ([-2.5, 0, 0, 0.1, 3, 3, 7.7, 12], [-10, 0, 0.1, 0.2, 8]),
    "no overlap": ([1, 2, 3], [10, 11, 12, 13]),
    "drawn from the same": tuple(np.round(random.normal(0, 1, n), 3).tolist() for n in (60, 40)),
    "shifted incomes": tuple(np.round(random.lognormal(m, 0.6, n), 2).tolist() for m, n in ((10.8, 80), (11.0, 50))),
}


def shares(reference, current):
    p, q = np.array(reference, float), np.array(current, float)
    return p / p.sum(), q / q.sum()


def psi(p, q):
    return float(((q - p) * np.log(q / p)).sum())


def psi_cases():
    for name, (a, b) in COUNTS.items():
        p, q = shares(a, b)
        if (p > 0).all() and (q > 0).all():
            yield dict(name=name, smoothing="none", counts=[a, b], value=psi(p, q))
        yield dict(name=name, smoothing="floor:1e-4", counts=[a, b], value=psi(np.maximum(p, 1e-4), np.maximum(q, 1e-4)))
        yield dict(name=name, smoothing="half", counts=[a, b], value=psi(*shares(np.array(a) + 0.5, np.array(b) + 0.5)))


def of_shares(measure):
    for name, (a, b) in COUNTS.items():
        yield dict(name=name, counts=[a, b], value=float(measure(*shares(a, b))))


def chi2(a, b):
    return stats.chi2_contingency(np.array([a, b]), correction=False)


def chi2_cases():
    for name, (a, b) in COUNTS.items():
        yield dict(name=name, counts=[a, b], value=float(chi2(a, b)[0]), p_value=float(chi2(a, b)[1]))


def cramers_v_cases():
    for name, (a, b) in COUNTS.items():
        v = stats.contingency.association(np.array([a, b]), method="cramer", correction=False)
        yield dict(name=name, counts=[a, b], value=float(v))


def ks_cases():
    for name, (a, b) in VALUES.items():
        d = stats.ks_2samp(a, b, method="asymp").statistic
        n, m = len(a), len(b)
        yield dict(name=name, values=[a, b], value=float(d), p_value=float(kolmogorov(math.sqrt(n * m / (n + m)) * d)))


def mann_whitney_cases():
    for name, (a, b) in VALUES.items():
        test = stats.mannwhitneyu(b, a, method="asymptotic", use_continuity=False)
        delta = abs(2 * test.statistic / (len(a) * len(b)) - 1)
        yield dict(name=name, values=[a, b], value=float(delta), p_value=float(test.pvalue))


def wasserstein_cases(scaled):
    for name, (a, b) in VALUES.items():
        w = stats.wasserstein_distance(a, b)
        yield dict(name=name, values=[a, b], value=float(w / np.std(a, ddof=1) if scaled else w))


MEASURES = {
    "population_stability_index": ("sum((q - p) * log(q / p))", psi_cases()),
    "js_distance": ("scipy.spatial.distance.jensenshannon(p, q, 2)", of_shares(lambda p, q: jensenshannon(p, q, 2))),
    "hellinger_distance": (
        "numpy.linalg.norm(sqrt(p) - sqrt(q)) / sqrt(2)",
        of_shares(lambda p, q: np.linalg.norm(np.sqrt(p) - np.sqrt(q)) / math.sqrt(2)),
    ),
    "tv_distance": ("abs(p - q).sum() / 2", of_shares(lambda p, q: abs(p - q).sum() / 2)),
    "l_infinity_distance": ("abs(p - q).max()", of_shares(lambda p, q: abs(p - q).max())),
    "ks_test": ("scipy.stats.ks_2samp; scipy.special.kolmogorov(sqrt(nm / (n + m)) * D)", ks_cases()),
    "mann_whitney_test": (
        "scipy.stats.mannwhitneyu(b, a, method='asymptotic', use_continuity=False); abs(2 U / nm - 1)",
        mann_whitney_cases(),
    ),
    "chi_squared_test": ("scipy.stats.chi2_contingency([a, b], correction=False)", chi2_cases()),
    "cramers_v": ("scipy.stats.contingency.association([a, b], 'cramer')", cramers_v_cases()),
    "wasserstein_distance": ("scipy.stats.wasserstein_distance(a, b)", wasserstein_cases(False)),
    "wasserstein_normalized": ("scipy.stats.wasserstein_distance(a, b) / numpy.std(a, ddof=1)", wasserstein_cases(True)),
}

for measure, (source, cases) in MEASURES.items():
    lines = ",\n".join("    " + json.dumps(case) for case in cases)
    (HERE / "measure").mkdir(exist_ok=True)
    text = '{\n  "source": %s,\n  "cases": [\n%s\n  ]\n}\n' % (json.dumps(source), lines)
    (HERE / "measure" / (measure + ".json")).write_text(text)

with open(HERE / "kolmogorov.csv", "w") as out:
    out.write("t,survival\n")
    for t in np.unique(np.r_[np.logspace(-3, 1, 161), np.linspace(0.9, 1.1, 21)]):
        out.write("%r,%r\n" % (float(t), float(kolmogorov(t))))
