"""Writes applicants.csv beside it: python3 applicants.py (made with NumPy 1.24).

Made-up applicants with outcomes and three scores, all of them tied here and there: a probability of turning out bad that is too low and too
extreme, another model's probability, and points of a scorecard, where higher means more likely bad.
"""
import pathlib

import numpy as np

random = np.random.default_rng(20261125)
n = 320
risk = random.normal(-1.6, 1.1, n)
bad = (random.random(n) < 1 / (1 + np.exp(-risk))).astype(int)


def probability(logit, digits):
    return np.clip(np.round(1 / (1 + np.exp(-logit)), digits), 0.001, 0.999)


pd = probability(1.3 * (risk + random.normal(0, 0.9, n)) - 0.2, 2)
pd_new = probability(0.9 * risk + random.normal(0, 0.5, n), 3)
points = np.round(60 * (risk + random.normal(0, 1.2, n)) + 400, -1).astype(int)

with open(pathlib.Path(__file__).parent / "applicants.csv", "w") as out:
    out.write("bad,pd,pd_new,points\n")
    for row in zip(bad, pd, pd_new, points):
        out.write("%d,%.3f,%.3f,%d\n" % row)
