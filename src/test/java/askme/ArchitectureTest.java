package askme;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import askme.database.NewTransaction;
import askme.jobs.queue.Outbox;
import askme.web.http.EarlyRefusal;
import askme.web.http.ErrorProblems;
import askme.web.http.PageResponses;
import askme.web.http.Problem;
import askme.web.http.ProblemException;
import askme.web.http.RequestIds;
import askme.web.ratelimit.RateLimited;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Rules for the structure of the code: which package may use which, how large packages and classes may be, and which APIs are
 * not allowed.
 */
class ArchitectureTest {

    /** The packages that each package may use, from {@code package-uses.txt}. */
    private static final Map<String, Set<String>> MAY_USE =
            readTable(java.nio.file.Path.of("src/test/resources/askme/package-uses.txt"));

    private static final String PREFIX = "askme.";

    /** A package with more files is too large to read at once. */
    private static final int MAX_FILES = 30;

    private static final int MAX_LINES = 300;

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
            .importPackages("askme");

    @Test
    void packagesUseOnlyAllowedPackages() {
        Set<String> used = usedDirections();
        used.removeAll(allowedDirections());
        assertThat(used).isEmpty();
    }

    @Test
    void everyAllowedDirectionIsUsed() {
        Set<String> allowed = allowedDirections();
        allowed.removeAll(usedDirections());
        assertThat(allowed).isEmpty();
    }

    private static Set<String> allowedDirections() {
        Set<String> directions = new TreeSet<>();
        MAY_USE.forEach((from, all) -> all.forEach(to -> directions.add(from + " -> " + to)));
        return directions;
    }

    private Set<String> usedDirections() {
        Set<String> directions = new TreeSet<>();
        for (JavaClass origin : MAIN) {
            String from = roomOf(origin);
            for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
                String to = roomOf(dependency.getTargetClass().getBaseComponentType());
                if (!from.equals(to) && MAY_USE.containsKey(from) && MAY_USE.containsKey(to)) {
                    directions.add(from + " -> " + to);
                }
            }
        }
        return directions;
    }

    /** The package of {@code type} as the table names it; other names for types that are not ours. */
    private static String roomOf(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
    }

    @Test
    void everyPackageIsInTheTable() {
        Set<String> found = new TreeSet<>();
        MAIN.forEach(type -> found.add(roomOf(type)));
        found.removeIf(name -> name.startsWith("embedded"));
        assertThat(found).containsExactlyInAnyOrderElementsOf(MAY_USE.keySet());
    }

    @Test
    void packagesAreFreeOfCycles() {
        slices().matching("askme.(**)").should().beFreeOfCycles().check(MAIN);
    }

    /** Other packages use the job engine only through {@code jobs}, {@code jobs.admin} and the outbox. */
    @Test
    void otherPackagesUseOnlyTheContractOfJobs() {
        noClasses()
                .that(resideInAnyPackage("askme.jobs..").negate())
                .should()
                .dependOnClassesThat(resideInAnyPackage("askme.jobs.queue", "askme.jobs.schedule", "askme.jobs.worker")
                        .and(not(equivalentTo(Outbox.class))))
                .check(MAIN);
    }

    @Test
    void otherPackagesUseOnlyResponsesOfHttp() {
        noClasses()
                .that(resideInAnyPackage("askme.web..").negate())
                .should()
                .dependOnClassesThat(resideInAnyPackage("askme.web.http")
                        .and(not(belongToAnyOf(
                                Problem.class,
                                ProblemException.class,
                                ErrorProblems.class,
                                PageResponses.class,
                                EarlyRefusal.class,
                                RequestIds.class))))
                .check(MAIN);
    }

    @Test
    void packagesHaveFewFiles() throws IOException {
        Map<java.nio.file.Path, Long> files;
        try (var all = Files.walk(java.nio.file.Path.of("src/main/java"))) {
            files = all.filter(f -> f.toString().endsWith(".java"))
                    .collect(Collectors.groupingBy(java.nio.file.Path::getParent, Collectors.counting()));
        }
        assertThat(files)
                .isNotEmpty()
                .allSatisfy((folder, n) -> assertThat(n).as(folder.toString()).isLessThanOrEqualTo(MAX_FILES));
    }

    @Test
    void onlyEmbeddedUsesEmbeddedServices() {
        noClasses()
                .that(resideInAnyPackage("askme.embedded..").negate())
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("askme.embedded..", "ch.vorburger..", "com.icegreen..", "redis.embedded.."))
                .check(MAIN);
    }

    @Test
    void resourcesCallNoExternalSystems() {
        noClasses()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "io.quarkus.mailer..",
                        "io.vertx.ext.mail..",
                        "io.quarkus.redis..",
                        "org.eclipse.microprofile.rest.client.."))
                .check(MAIN);
    }

    /** Sign-in has a separate throttle. Sign-out, ending sessions and stopping mail have no limit. */
    @Test
    void postsOfMembersAreRateLimited() {
        methods()
                .that()
                .areAnnotatedWith(POST.class)
                .and()
                .areDeclaredInClassesThat(
                        resideInAnyPackage("askme.admin..", "askme.fill..", "askme.mail..", "askme.realtime..")
                                .negate())
                .and()
                .haveNameNotMatching("signIn|signOut|endSessions?|set")
                .should()
                .beAnnotatedWith(RateLimited.class)
                .check(MAIN);
    }

    /** Quarkus answers 404 for a resource method that is not public, without a warning. */
    @Test
    void resourceMethodsArePublic() {
        methods()
                .that()
                .areAnnotatedWith(GET.class)
                .or()
                .areAnnotatedWith(POST.class)
                .should()
                .bePublic()
                .check(MAIN);
    }

    @Test
    void timeIsReadFromTheInjectedClock() {
        noClasses()
                .that(resideInAnyPackage("askme.embedded..", "askme.fill..", "askme.command..")
                        .negate())
                .should()
                .callMethod(java.time.LocalDateTime.class, "now")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Date")
                .check(MAIN);
    }

    /** {@link NewTransaction} retries it after a deadlock. */
    @Test
    void transactionsInCodeBeginInOneClass() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(NewTransaction.class)
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("io.quarkus.narayana.jta.QuarkusTransaction")
                .check(MAIN);
    }

    @Test
    void classesAreShort() {
        try (var files = Files.walk(java.nio.file.Path.of("src"))) {
            List<String> tooLong = files.filter(f -> f.toString().endsWith(".java"))
                    .filter(f -> lines(f) > MAX_LINES)
                    .map(Object::toString)
                    .toList();
            assertThat(tooLong).isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void testMethodsAreAnnotatedAndDoNotSleep() {
        JavaClasses tests = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
                .importPackages("askme");
        noClasses().should().callMethod(Thread.class, "sleep", long.class).check(tests);
        methods()
                .that()
                .areDeclaredInClassesThat(resideInAnyPackage("askme..").and(simpleNameEndsWithTest()))
                .and()
                .arePackagePrivate()
                .and()
                .areNotStatic()
                .should(CarryAJunitAnnotation.RULE)
                .check(tests);
    }

    private static com.tngtech.archunit.base.DescribedPredicate<JavaClass> simpleNameEndsWithTest() {
        return com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching(".*Test")
                .forSubtype();
    }

    private static long lines(java.nio.file.Path file) {
        try (var lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Set<String>> readTable(java.nio.file.Path file) {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(":"))
                    .collect(Collectors.toMap(
                            row -> row[0],
                            row -> row.length == 1
                                    ? Set.of()
                                    : Set.of(row[1].strip().split(" "))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
