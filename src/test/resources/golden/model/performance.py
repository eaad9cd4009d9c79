"""Writes performance.csv and recalibration.csv beside it: python3 performance.py (made with scikit-learn 1.2, statsmodels 0.13 and SciPy 1.10)."""
import csv
import pathlib

import numpy as np
import statsmodels.api as sm
from scipy import stats
from sklearn.metrics import brier_score_loss, log_loss, roc_auc_score

HERE = pathlib.Path(__file__).parent
with open(HERE / "applicants.csv") as rows:
    applicants = list(csv.DictReader(rows))
y = np.array([int(row["bad"]) for row in applicants])


def column(name):
    return np.array([float(row[name]) for row in applicants])


def logistic(x, offset=None, rows=slice(None)):
    model = sm.GLM(y[rows], x[rows], family=sm.families.Binomial(), offset=offset)
    # The last steps leave the digits alone; the criterion is that of the parameters.
    return model.fit(maxiter=200, tol=1e-15, tol_criterion="params")


def standard_error_of_mean(values):
    return float(np.std(values, ddof=1) / np.sqrt(len(values)))


def probabilities(p):
    logits = np.log(p / (1 - p))
    shift = logistic(np.ones((len(y), 1)), offset=logits)
    line = logistic(sm.add_constant(logits))
    yield "brier", brier_score_loss(y, p)
    yield "brier_standard_error", standard_error_of_mean((p - y) ** 2)
    yield "log_loss", log_loss(y, p)
    yield "log_loss_standard_error", standard_error_of_mean(-np.log(np.where(y == 1, p, 1 - p)))
    yield "expected_rate", p.mean()
    yield "calibration_intercept", shift.params[0]
    yield "calibration_intercept_standard_error", shift.bse[0]
    yield "calibration_slope", line.params[1]
    yield "calibration_slope_standard_error", line.bse[1]
    yield "line_intercept", line.params[0]
    yield "line_intercept_standard_error", line.bse[0]


def points(x):
    line = logistic(sm.add_constant(x))
    yield "line_intercept", line.params[0]
    yield "line_intercept_standard_error", line.bse[0]
    yield "calibration_slope", line.params[1]
    yield "calibration_slope_standard_error", line.bse[1]


def recalibration(p):
    """The first half of the applicants are one cohort, the others another; each by the line of the other."""
    x = sm.add_constant(np.log(p / (1 - p)))
    half = len(y) // 2
    halves = slice(0, half), slice(half, len(y))
    after = np.concatenate([logistic(x, rows=halves[1]).predict(x[halves[0]]), logistic(x, rows=halves[0]).predict(x[halves[1]])])
    brier = (p - y) ** 2 - (after - y) ** 2
    log = np.log(np.where(y == 1, after, 1 - after)) - np.log(np.where(y == 1, p, 1 - p))
    yield "brier_gain", brier.mean()
    yield "brier_gain_standard_error", standard_error_of_mean(brier)
    yield "log_loss_gain", log.mean()
    yield "log_loss_gain_standard_error", standard_error_of_mean(log)


with open(HERE / "recalibration.csv", "w") as out:
    out.write("score,figure,value\n")
    for name in ("pd", "pd_new"):
        for figure, value in recalibration(column(name)):
            out.write("%s,%s,%r\n" % (name, figure, float(value)))

with open(HERE / "performance.csv", "w") as out:
    out.write("score,figure,value\n")
    for name in ("pd", "pd_new", "points"):
        x = column(name)
        figures = {"auc": roc_auc_score(y, x), "ks": stats.ks_2samp(x[y == 1], x[y == 0], method="asymp").statistic}
        figures.update(points(x) if name == "points" else probabilities(x))
        for figure, value in figures.items():
            out.write("%s,%s,%r\n" % (name, figure, float(value)))
    interval = sm.stats.proportion_confint(y.sum(), len(y), method="wilson")
    for figure, value in zip(("observed_rate", "observed_low", "observed_high"), (y.mean(), *interval)):
        out.write("pd,%s,%r\n" % (figure, float(value)))
