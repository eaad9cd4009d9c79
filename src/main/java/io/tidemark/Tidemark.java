package io.tidemark;

import io.tidemark.backtest.Backtest;
import io.tidemark.backtest.Policies;
import io.tidemark.backtest.Prices;
import io.tidemark.backtest.Replay;
import io.tidemark.backtest.StalenessFile;
import io.tidemark.backtest.StalenessMatrix;
import io.tidemark.cli.CommandLine;
import io.tidemark.config.BacktestConfig;
import io.tidemark.config.Command;
import io.tidemark.config.HistoryConfig;
import io.tidemark.config.MonitorReader;
import io.tidemark.config.MonitorReading;
import io.tidemark.config.QueryConfig;
import io.tidemark.config.Request;
import io.tidemark.config.SampleConfig;
import io.tidemark.config.SimulationReader;
import io.tidemark.policy.Action;
import io.tidemark.problem.Problem;
import io.tidemark.problem.Problems;
import io.tidemark.problem.UserMistake;
import io.tidemark.report.BacktestReport;
import io.tidemark.report.RunReport;
import io.tidemark.report.SimulationReport;
import io.tidemark.report.Summary;
import io.tidemark.simulation.Simulation;
import io.tidemark.simulation.SimulationPlan;
import io.tidemark.spark.BacktestJob;
import io.tidemark.spark.CheckJob;
import io.tidemark.spark.QueryJob;
import io.tidemark.spark.RunJob;
import io.tidemark.spark.SampleJob;
import io.tidemark.spark.table.Sessions;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Objects;

/** The command line's entry: parse, dispatch, exit code. */
public final class Tidemark {
    private static final int DONE = 0;
    private static final int USER_MISTAKE = 2;
    private static final int UNWANTED_RECOMMENDATION = 3;

    private final PrintStream out;
    private final PrintStream err;

    Tidemark(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int code = new Tidemark(out, err).run(args);
        if (code != DONE) {
            System.exit(code);
        }
    }

    /** Does what a command line says; 0 done, 2 the user's mistake, 3 the recommendation that was to fail. Faults are thrown. */
    int run(String... args) {
        List<Command> help = CommandLine.helpFor(args);
        if (!help.isEmpty()) {
            out.println(CommandLine.usage(help));
            return DONE;
        }
        if (args.length > 0 && args[0].equals("--version")) {
            out.println("Tidemark " + Version.text());
            return DONE;
        }
        try {
            return dispatch(CommandLine.parse(args));
        } catch (UserMistake mistake) {
            mistake.problems().stream().map(Problem::text).forEach(text -> err.println("tidemark: " + text));
            return USER_MISTAKE;
        }
    }

    private int dispatch(Request request) {
        return switch (request.command()) {
            case RUN -> run(reading(request));
            case CHECK -> {
                MonitorReading reading = reading(request);
                new CheckJob(Sessions.open()).check(reading, out);
                yield DONE;
            }
            case QUERY -> {
                QueryConfig query = QueryConfig.read(request);
                new QueryJob(Sessions.open()).query(query, out);
                yield DONE;
            }
            case SIMULATE -> {
                SimulationPlan plan = SimulationReader.read(request);
                out.print(
                        SimulationReport.of(Simulation.run(plan, doing -> err.println("simulating " + doing + " …"))));
                yield DONE;
            }
            case BACKTEST -> {
                if (request.options().containsKey("matrix")) {
                    BacktestConfig backtest = BacktestConfig.read(request);
                    out.print(BacktestReport.of(backtest(backtest), backtest.format()));
                } else {
                    HistoryConfig history = HistoryConfig.read(request);
                    new BacktestJob(Sessions.open()).backtest(history, out);
                }
                yield DONE;
            }
            case SAMPLE -> {
                SampleConfig sample = SampleConfig.read(request);
                new SampleJob(Sessions.open()).make(sample, out);
                yield DONE;
            }
        };
    }

    /** The options of a monitor; where they do not even say where the input is, no session is opened to find out more. */
    private static MonitorReading reading(Request request) {
        MonitorReading reading = MonitorReader.read(request);
        Objects.requireNonNull(reading.source());
        return reading;
    }

    private static Backtest backtest(BacktestConfig config) {
        StalenessMatrix matrix = StalenessFile.read(config.matrix(), config.loss());
        if (config.labelLag() > Replay.mostLag(matrix)) {
            throw new UserMistake(Problems.nothingToReplay(config.labelLag(), Replay.mostLag(matrix)));
        }
        Replay replay = new Replay(matrix, config.labelLag(), Prices.ofRetrain(config.cost()));
        return Backtest.of(replay, Policies.on(matrix));
    }

    private int run(MonitorReading reading) {
        RunReport report = new RunJob(Sessions.open(), Clock.systemUTC(), err).run(reading);
        out.print(Summary.of(report));
        Action action = report.recommendation().action();
        return reading.failsOn(action) ? UNWANTED_RECOMMENDATION : DONE;
    }
}
