/**
 * When would retraining have paid? A history of models and cohorts, replayed by rules that know at every date only what was known then.
 *
 * <p>A {@link io.tidemark.backtest.StalenessMatrix} holds the loss of the model trained through cohort k on every later cohort j. A
 * {@link io.tidemark.backtest.Replay} walks through it; at every date a {@link io.tidemark.backtest.RetrainingPolicy} is handed a
 * {@link io.tidemark.backtest.Situation}, into which nothing later has been copied, and answers with a
 * {@link io.tidemark.backtest.Decision}. Totals are compared with the {@link io.tidemark.backtest.Oracle}, which sees everything.
 *
 * <p>Symbols, the same in every class: t the newest cohort that was served, L the label lag in cohorts, m = t − L the newest cohort whose
 * labels are mature, i the champion (by the last cohort it was trained on), dep the cohort after which it was deployed, M(k, j) a loss,
 * e(k, j) = M(k, j) − M(j−1, j) a gap, r the newer of the two cohorts that the champion's level was refitted on, R the cohorts that are left, c the
 * price of a retrain, c<sub>r</sub> that of a restore and c′ that of a recalibration in units of loss times cohorts.
 *
 * <p>Knows neither tables nor Spark. Open {@code Replay} first, then {@code LastingGap}, the default rule.
 */
package io.tidemark.backtest;
