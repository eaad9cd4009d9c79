package io.tidemark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The picture in the README, held against the code. */
@AnalyzeClasses(packages = "io.tidemark", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule ONLY_SPARK_KNOWS_SPARK_SQL_AND_DELTA = noClasses()
            .that()
            .resideOutsideOfPackage("io.tidemark.spark..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.spark.sql..",
                    "org.apache.spark.ml..",
                    "org.apache.spark.api..",
                    "org.apache.spark.rdd..",
                    "io.delta..");

    @ArchTest
    static final ArchRule MEASURES_KNOW_NOTHING_OF_SPARK_BUT_LOCAL_STATISTICS = noClasses()
            .that()
            .resideOutsideOfPackages("io.tidemark.spark..", "io.tidemark.measure")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.spark..");

    @ArchTest
    static final ArchRule ONLY_CLI_KNOWS_SCOPT = noClasses()
            .that()
            .resideOutsideOfPackage("io.tidemark.cli")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("scopt..");

    @ArchTest
    static final ArchRule ONLY_CONFIG_KNOWS_JACKSON = noClasses()
            .that()
            .resideOutsideOfPackage("io.tidemark.config")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml..");

    @ArchTest
    static final ArchRule ONLY_ONNX_KNOWS_ITS_RUNTIME = noClasses()
            .that()
            .resideOutsideOfPackage("io.tidemark.onnx")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ai.onnxruntime..");

    @ArchTest
    static final ArchRule DATA_FLOWS_ONE_WAY =
            slices().matching("io.tidemark.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ROOMS_OF_SPARK_KNOW_THOSE_BELOW_THEM_ONLY = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("jobs")
            .definedBy("io.tidemark.spark")
            .layer("joint")
            .definedBy("io.tidemark.spark.joint")
            .layer("staleness")
            .definedBy("io.tidemark.spark.staleness")
            .layer("history")
            .definedBy("io.tidemark.spark.history")
            .layer("output")
            .definedBy("io.tidemark.spark.output")
            .layer("outcome")
            .definedBy("io.tidemark.spark.outcome")
            .layer("source")
            .definedBy("io.tidemark.spark.source")
            .layer("shift")
            .definedBy("io.tidemark.spark.shift")
            .layer("score")
            .definedBy("io.tidemark.spark.score")
            .layer("pass")
            .definedBy("io.tidemark.spark.pass")
            .layer("table")
            .definedBy("io.tidemark.spark.table")
            .whereLayer("jobs")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("joint")
            .mayOnlyBeAccessedByLayers("jobs")
            .whereLayer("staleness")
            .mayOnlyBeAccessedByLayers("jobs")
            .whereLayer("history")
            .mayOnlyBeAccessedByLayers("jobs", "joint", "staleness")
            .whereLayer("output")
            .mayOnlyBeAccessedByLayers("jobs", "joint", "staleness", "history")
            .whereLayer("outcome")
            .mayOnlyBeAccessedByLayers("jobs", "joint", "staleness", "history", "output")
            .whereLayer("source")
            .mayOnlyAccessLayers("shift", "score", "pass", "table")
            .whereLayer("shift")
            .mayOnlyAccessLayers("pass", "table")
            .whereLayer("score")
            .mayOnlyAccessLayers("pass", "table")
            .whereLayer("pass")
            .mayNotAccessAnyLayer()
            .whereLayer("table")
            .mayNotAccessAnyLayer();

    @ArchTest
    static final ArchRule THE_SAMPLE_STANDS_ALONE = noClasses()
            .that()
            .resideInAPackage("io.tidemark.sample")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.tidemark.cohort",
                    "io.tidemark.config",
                    "io.tidemark.feature",
                    "io.tidemark.profile",
                    "io.tidemark.measure",
                    "io.tidemark.shift",
                    "io.tidemark.spark..");

    @ArchTest
    static final ArchRule BACKTESTS_KNOW_LOSSES_ONLY = classes()
            .that()
            .resideInAPackage("io.tidemark.backtest")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.tidemark.backtest", "io.tidemark.problem", "java..");

    @ArchTest
    static final ArchRule PROFILES_DO_NOT_KNOW_HOW_THEY_ARE_COMPARED = noClasses()
            .that()
            .resideInAnyPackage("io.tidemark.profile", "io.tidemark.feature")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.tidemark.measure", "io.tidemark.shift", "io.tidemark.cohort", "io.tidemark.policy");

    @ArchTest
    static final ArchRule ONLY_MAIN_ENDS_THE_PROCESS =
            noClasses().that().doNotHaveSimpleName("Tidemark").should().callMethod(System.class, "exit", int.class);

    @ArchTest
    static final ArchRule NAMES_SAY_SOMETHING = classes()
            .should()
            .haveSimpleNameNotEndingWith("Util")
            .andShould()
            .haveSimpleNameNotEndingWith("Utils")
            .andShould()
            .haveSimpleNameNotEndingWith("Helper")
            .andShould()
            .haveSimpleNameNotEndingWith("Manager")
            .andShould()
            .haveSimpleNameNotEndingWith("Service")
            .andShould()
            .haveSimpleNameNotEndingWith("Impl");
}
