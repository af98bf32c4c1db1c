package dev.schemalatch.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The walls of the house: who may use whom, and what of the JDK and of libraries. What is not listed is forbidden. */
class ArchitectureTest {

    private static final String ROOT = "dev.schemalatch";

    /** A room, and the rooms whose code it may use. */
    private static final Map<String, Set<String>> MAY_USE = new TreeMap<>(Map.ofEntries(
            Map.entry("failure", Set.of()),
            Map.entry("sql", Set.of()),
            Map.entry("connection", Set.of("failure")),
            Map.entry("source", Set.of("failure")),
            Map.entry("registry", Set.of("connection", "failure", "source")),
            Map.entry("tool", Set.of("failure", "source", "sql")),
            Map.entry("history", Set.of("tool")),
            Map.entry("ddl", Set.of()),
            Map.entry("catalog", Set.of()),
            Map.entry("catalog.kind", Set.of("catalog", "ddl", "sql")),
            Map.entry("drift", Set.of("catalog")),
            Map.entry("remedy", Set.of("catalog", "catalog.kind", "ddl", "drift", "history", "tool")),
            Map.entry("verdict", Set.of("catalog", "drift", "failure", "history")),
            Map.entry("embedded", Set.of("connection", "failure", "sql")),
            Map.entry("postgres", Set.of("catalog", "catalog.kind", "connection", "failure", "sql")),
            Map.entry(
                    "shadow", Set.of("catalog", "connection", "ddl", "embedded", "failure", "postgres", "sql", "tool")),
            Map.entry(
                    "check",
                    Set.of(
                            "catalog",
                            "catalog.kind",
                            "connection",
                            "ddl",
                            "drift",
                            "failure",
                            "history",
                            "postgres",
                            "remedy",
                            "shadow",
                            "source",
                            "sql",
                            "tool",
                            "verdict")),
            Map.entry(
                    "report",
                    Set.of(
                            "catalog", "check", "ddl", "drift", "failure", "history", "remedy", "source", "sql", "tool",
                            "verdict")),
            Map.entry("api.v1alpha1", Set.of("verdict")),
            Map.entry("gate", Set.of("api.v1alpha1", "drift", "failure", "history", "verdict")),
            Map.entry(
                    "operator",
                    Set.of(
                            "api.v1alpha1",
                            "catalog",
                            "check",
                            "connection",
                            "drift",
                            "failure",
                            "gate",
                            "history",
                            "registry",
                            "remedy",
                            "report",
                            "source",
                            "sql",
                            "tool",
                            "verdict")),
            Map.entry(
                    "cli",
                    Set.of(
                            "catalog",
                            "check",
                            "connection",
                            "demo",
                            "drift",
                            "failure",
                            "operator",
                            "registry",
                            "remedy",
                            "report",
                            "source",
                            "tool",
                            "verdict")),
            Map.entry(
                    "demo",
                    Set.of(
                            "api.v1alpha1",
                            "check",
                            "connection",
                            "embedded",
                            "failure",
                            "operator",
                            "report",
                            "sql",
                            "verdict"))));

    /** Rooms that see no files, no clock, no network: same question, same answer. */
    private static final List<String> PURE = List.of(
            "failure",
            "sql",
            "tool",
            "history",
            "ddl",
            "catalog",
            "catalog.kind",
            "drift",
            "remedy",
            "verdict",
            "report");

    private static final String[] PURE_LIBRARIES = {
        "java.lang..",
        "java.util",
        "java.util.function",
        "java.util.stream",
        "java.util.regex",
        "java.util.zip",
        "javax.xml.stream",
        "java.time",
        "java.time.format",
        "java.math",
        "java.text",
        "java.nio.charset",
        "java.security",
        "org.jspecify..",
        "com.ibm.icu..",
        "com.fasterxml.jackson..",
        "java.io"
    };

    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @TestFactory
    Stream<DynamicTest> everyRoomUsesOnlyTheRoomsItMay() {
        return MAY_USE.entrySet().stream()
                .map(room -> dynamicTest(room.getKey(), () -> noClasses()
                        .that(resideInAPackage(ROOT + "." + room.getKey()))
                        .should()
                        .dependOnClassesThat(inRoomsOtherThan(room.getKey(), room.getValue()))
                        .allowEmptyShould(true)
                        .check(ALL)));
    }

    @Test
    void everyRoomIsInTheTable() {
        var rooms = new TreeSet<String>();
        ALL.forEach(c -> rooms.add(c.getPackageName()));
        rooms.remove(ROOT);
        rooms.removeIf(room -> MAY_USE.containsKey(room.substring(ROOT.length() + 1)));

        assertThat(rooms).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> pureRoomsSeeNoFilesNoClockAndNoNetwork() {
        return PURE.stream()
                .map(room -> dynamicTest(room, () -> classes()
                        .that(resideInAPackage(ROOT + "." + room))
                        .should()
                        .onlyDependOnClassesThat(resideInAnyPackage(concat(ROOT + "..", PURE_LIBRARIES))
                                .or(array())
                                .and(DescribedPredicate.not(fileOrClock())))
                        .allowEmptyShould(true)
                        .check(ALL)));
    }

    @TestFactory
    Stream<DynamicTest> pureRoomsAskNobodyForTheTime() {
        return PURE.stream()
                .map(room -> dynamicTest(room, () -> noClasses()
                        .that(resideInAPackage(ROOT + "." + room))
                        .should()
                        .callMethod(java.time.Instant.class, "now")
                        .orShould()
                        .callMethod(System.class, "currentTimeMillis")
                        .orShould()
                        .callMethod(System.class, "nanoTime")
                        .allowEmptyShould(true)
                        .check(ALL)));
    }

    @Test
    void onlyPostgresEmbeddedAndShadowSpeakJdbc() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".postgres", ROOT + ".shadow", ROOT + ".embedded")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql..")
                .check(ALL);
    }

    @Test
    void theGateSeesTheShapesOfKubernetesAndNoCluster() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".gate")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.fabric8.kubernetes.client..", "io.javaoperatorsdk..", "java.net..", "java.nio.file..")
                .check(ALL);
    }

    @Test
    void onlyTheOperatorTheGateTheApiAndTheDemoSeeKubernetes() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".operator", ROOT + ".gate", ROOT + ".api..", ROOT + ".demo")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.fabric8..", "io.javaoperatorsdk..", "io.quarkiverse..")
                .check(ALL);
    }

    @Test
    void roomsFormNoCycles() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(ALL);
    }

    @Test
    void noStaticHoldsState() {
        fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat()
                .resideInAPackage(ROOT + "..")
                .should()
                .beFinal()
                .check(ALL);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Utils?|Helper|Manager|Impl|Constants|Common)$")
                .check(ALL);
    }

    @Test
    void theTableItselfHasNoUnknownRooms() {
        var named = new ArrayList<String>();
        MAY_USE.values().forEach(named::addAll);

        assertThat(MAY_USE.keySet()).containsAll(named);
    }

    private static DescribedPredicate<JavaClass> inRoomsOtherThan(String room, Set<String> allowed) {
        return DescribedPredicate.describe("in a room other than " + allowed, c -> {
            var name = c.getPackageName();
            if (!name.startsWith(ROOT) || name.equals(ROOT + "." + room)) {
                return false;
            }
            return name.equals(ROOT) || !allowed.contains(name.substring(ROOT.length() + 1));
        });
    }

    private static DescribedPredicate<JavaClass> fileOrClock() {
        var forbidden = Set.of(
                "java.io.File",
                "java.io.FileInputStream",
                "java.io.FileOutputStream",
                "java.io.FileReader",
                "java.io.FileWriter",
                "java.time.Clock",
                "java.util.Random",
                "java.lang.ProcessBuilder",
                "java.lang.Process",
                "java.lang.Runtime",
                "java.lang.Thread");
        return DescribedPredicate.describe("files, clock, processes", c -> forbidden.contains(c.getName()));
    }

    private static DescribedPredicate<JavaClass> array() {
        return DescribedPredicate.describe("arrays and primitives", c -> c.isArray() || c.isPrimitive());
    }

    private static String[] concat(String first, String[] rest) {
        return Stream.concat(Stream.of(first), Stream.of(rest)).toArray(String[]::new);
    }
}
