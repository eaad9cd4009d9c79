package io.tidemark.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Starts processes of their own: Tidemark by its launcher, and other main classes in the way in which the launcher starts Tidemark.
 *
 * @param target the build's directory
 */
record BenchSubmit(Path target) {
    /** Once the launcher keeps the classes of a start, which it sees to in its second run: no measured run shall pay for it. */
    static BenchSubmit prepared(Path target) {
        BenchSubmit submit = new BenchSubmit(target);
        for (int run = 1; run <= 2 && !submit.isPrepared(); run++) {
            submit.tidemark(
                    target.resolve("bench/prepare.log"),
                    List.of(
                            "run",
                            "--config=data-sample/monitor.yaml",
                            "--output=" + target.toAbsolutePath().resolve("bench/prepare")));
        }
        return submit;
    }

    private boolean isPrepared() {
        try {
            Path kept = target.resolve("launcher/classes.for");
            return Files.exists(kept) && Files.readString(kept).endsWith(" " + launchersClassPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void tidemark(Path log, List<String> arguments) {
        tidemark(log, "", arguments);
    }

    /** The same with options for spark-submit. */
    void tidemark(Path log, String options, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("./tidemark"));
        command.addAll(arguments);
        run(command, log, Map.of("TIDEMARK_OPTS", options));
    }

    /** Submits a class of the tests, with the virtual machine's and Spark's options of the launcher. */
    void submit(Path log, Class<?> main, String... arguments) {
        List<String> options = new ArrayList<>(List.of("-XX:MaxRAMPercentage=50"));
        Path classes = target.resolve("launcher/classes.jsa");
        if (Files.exists(classes)) {
            options.addAll(List.of("-Xlog:cds*=off:stderr", "-XX:SharedArchiveFile=" + classes));
        }
        List<String> command = java(log, options);
        command.addAll(List.of("--master", "local[*]", "--class", main.getName()));
        command.add(target.resolve("tidemark.jar").toString());
        command.addAll(List.of(arguments));
        run(command, log, Map.of("CLASSPATH", classPath(), "SPARK_LOCAL_IP", "127.0.0.1"));
    }

    /**
     * Submits Tidemark to a cluster of its own, whose one executor is another virtual machine than the driver.
     *
     * @param gigabytes the heap of either
     * @param heaps where the collections of both are written to, by process: Spark starts an executor in the place of one that ended
     */
    void cluster(Path log, int gigabytes, Path heaps, List<String> arguments) {
        List<String> command = java(log, List.of("-Xmx" + gigabytes + "g", collections(heaps, "driver")));
        command.addAll(List.of("--master", "local-cluster[1,2," + 1024 * gigabytes + "]"));
        // --executor-memory is not passed on to a cluster of this kind.
        command.addAll(List.of("--conf", "spark.executor.memory=" + gigabytes + "g"));
        command.addAll(List.of("--conf", "spark.executor.extraJavaOptions=" + collections(heaps, "executor")));
        command.addAll(List.of("--class", "io.tidemark.Tidemark"));
        command.add(target.resolve("tidemark.jar").toAbsolutePath().toString());
        command.addAll(arguments);
        run(
                command,
                log,
                Map.of(
                        "CLASSPATH",
                        launchersClassPath(),
                        "SPARK_LOCAL_IP",
                        "127.0.0.1",
                        "SPARK_HOME",
                        sparkHome().toString(),
                        "SPARK_SCALA_VERSION",
                        "2.13"));
    }

    private static String collections(Path heaps, String whose) {
        return "-Xlog:gc:file=" + heaps.toAbsolutePath().resolve(whose) + "-%p.log::filecount=0";
    }

    private List<String> java(Path log, List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Arrays.stream(System.getProperty("bench.jvm.options").split(" "))
                .filter(option -> !option.startsWith("--add-modules"))
                .forEach(command::add);
        command.addAll(List.of("-Xlog:disable", "-Xlog:all=warning:stderr"));
        command.addAll(options);
        command.add("-Dlog4j2.configurationFile=src/main/launcher/log4j2.properties");
        command.add("-Dtidemark.log.file=" + sparkLog(log));
        command.add("org.apache.spark.deploy.SparkSubmit");
        for (String conf : List.of(
                "spark.ui.enabled=false",
                "spark.ui.showConsoleProgress=false",
                "spark.driver.host=127.0.0.1",
                "spark.driver.bindAddress=127.0.0.1",
                "spark.databricks.delta.snapshotPartitions=2")) {
            command.addAll(List.of("--conf", conf));
        }
        return command;
    }

    /** What a cluster's worker starts executors from: a directory with the jars. */
    private Path sparkHome() {
        Path home = target.resolve("bench/spark").toAbsolutePath();
        try {
            Files.createDirectories(home.resolve("conf"));
            Path jars = Files.createDirectories(home.resolve("jars"));
            for (String jar : launchersClassPath().split(":", -1)) {
                Path link = jars.resolve(Path.of(jar).getFileName());
                if (!Files.exists(link)) {
                    Files.createSymbolicLink(link, Path.of(jar));
                }
            }
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String classPath() {
        // The launcher's first, since its classes are kept for a class path that begins so.
        return launchersClassPath() + ":" + target.resolve("test-classes") + ":" + target.resolve("classes");
    }

    private String launchersClassPath() {
        try {
            return Files.readString(target.resolve("launcher/classpath")).strip();
        } catch (IOException e) {
            throw new IllegalStateException("the launcher's class path is not there: it is written by the build", e);
        }
    }

    private static String sparkLog(Path log) {
        return log.resolveSibling("spark.log").toAbsolutePath().toString();
    }

    private static void run(List<String> command, Path log, Map<String, String> environment) {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().keySet().removeAll(List.of("SPARK_HOME", "TIDEMARK_OPTS"));
        builder.environment().putAll(environment);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("TIDEMARK_LOG", sparkLog(log));
        try {
            int code = builder.start().waitFor();
            if (code != 0) {
                throw new IllegalStateException("exit code " + code + ": see " + log);
            }
        } catch (IOException e) {
            throw new IllegalStateException("cannot start " + command.get(0), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
