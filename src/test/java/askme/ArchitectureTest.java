package askme;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import askme.jobs.queue.Outbox;
import askme.web.http.PageResponses;
import askme.web.http.Problem;
import askme.web.ratelimit.RateLimited;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The shape of the code: which package may know which, and what is said once and for all. */
class ArchitectureTest {

    /** Packages below every feature. */
    private static final Set<String> BASE =
            Set.of("web", "web.http", "web.security", "web.ratelimit", "web.page", "database", "resilience", "command");

    private static final Set<String> JOBS = Set.of("jobs", "jobs.queue");

    private static final Set<String> FEATURE = plus(plus(BASE, JOBS), "markdown", "member", "session");

    private static final Set<String> POSTS = plus(FEATURE, "tag", "vote");

    /** The one direction of imports; a package may use those named here and no other of ours. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("database", Set.of("resilience")),
            Map.entry("resilience", Set.of()),
            Map.entry("command", Set.of()),
            Map.entry("web", Set.of()),
            Map.entry("web.http", Set.of("web", "database", "resilience")),
            Map.entry("web.security", Set.of("web", "web.http")),
            Map.entry("web.ratelimit", Set.of("web", "web.http", "web.security", "resilience")),
            Map.entry("web.page", Set.of("web", "web.security")),
            Map.entry("markdown", Set.of("web")),
            Map.entry("jobs", Set.of()),
            Map.entry("jobs.queue", Set.of("jobs", "database", "resilience")),
            Map.entry("jobs.schedule", Set.of("jobs", "jobs.queue", "resilience")),
            Map.entry("jobs.worker", Set.of("jobs", "jobs.queue", "jobs.schedule", "resilience")),
            Map.entry("jobs.admin", Set.of("jobs", "jobs.queue", "jobs.schedule", "command", "web")),
            Map.entry("member", plus(BASE, "markdown")),
            Map.entry("avatar", plus(BASE, "member")),
            Map.entry("session", plus(plus(BASE, JOBS), "member", "markdown")),
            Map.entry("account", plus(FEATURE, "avatar")),
            Map.entry("tag", plus(BASE, "markdown")),
            Map.entry("vote", plus(BASE, "member")),
            Map.entry("question", POSTS),
            Map.entry("answer", plus(POSTS, "question")),
            Map.entry("realtime", plus(POSTS, "question", "answer")),
            Map.entry("discussion", plus(POSTS, "question", "answer", "realtime")),
            Map.entry("search", plus(POSTS, "question")),
            Map.entry("sidebar", plus(POSTS, "question", "answer")),
            Map.entry("mail", plus(POSTS, "question", "answer", "account")),
            Map.entry("memberpage", plus(POSTS, "question", "answer", "account")),
            Map.entry("syndication", plus(POSTS, "question")),
            Map.entry("fill", plus(POSTS, "question", "answer")),
            Map.entry(
                    "admin", plus(POSTS, "question", "answer", "mail", "sidebar", "search", "realtime", "jobs.admin")));

    private static final String PREFIX = "askme.";

    /** Files of a package above this number are too many to read at once. */
    private static final int MOST_FILES = 30;

    private final JavaClasses main = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
            .importPackages("askme");

    @Test
    void packagesUseOnlyWhatIsBelowThem() {
        Set<String> ours = new TreeSet<>(MAY_USE.keySet());
        for (String from : ours) {
            String[] forbidden = ours.stream()
                    .filter(to -> !to.equals(from) && !MAY_USE.get(from).contains(to))
                    .map(to -> "askme." + to)
                    .toArray(String[]::new);
            noClasses()
                    .that(resideInAnyPackage("askme." + from))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(forbidden))
                    .allowEmptyShould(true)
                    .check(main);
        }
    }

    @Test
    void everyPackageHasItsPlaceInTheTable() {
        Set<String> found = new TreeSet<>();
        main.forEach(c -> found.add(c.getPackageName().substring(PREFIX.length())));
        found.removeIf(name -> name.startsWith("embedded"));
        assertThat(found).isNotEmpty().isSubsetOf(MAY_USE.keySet());
    }

    @Test
    void packagesAreFreeOfCycles() {
        slices().matching("askme.(**)").should().beFreeOfCycles().check(main);
    }

    /** The engine of the queue is reached by its contract, by the operator's view and by the outbox alone. */
    @Test
    void onlyTheContractOfJobsIsUsed() {
        noClasses()
                .that(resideInAnyPackage("askme.jobs..").negate())
                .should()
                .dependOnClassesThat(resideInAnyPackage("askme.jobs.queue", "askme.jobs.schedule", "askme.jobs.worker")
                        .and(not(equivalentTo(Outbox.class))))
                .check(main);
    }

    @Test
    void onlyProblemsAndResponsesOfHttpAreUsed() {
        noClasses()
                .that(resideInAnyPackage("askme.web..").negate())
                .should()
                .dependOnClassesThat(resideInAnyPackage("askme.web.http")
                        .and(not(belongToAnyOf(Problem.class, PageResponses.class))))
                .check(main);
    }

    @Test
    void packagesAreSmall() throws IOException {
        Map<java.nio.file.Path, Long> files;
        try (var all = Files.walk(java.nio.file.Path.of("src/main/java"))) {
            files = all.filter(f -> f.toString().endsWith(".java"))
                    .collect(Collectors.groupingBy(java.nio.file.Path::getParent, Collectors.counting()));
        }
        assertThat(files)
                .isNotEmpty()
                .allSatisfy((folder, n) -> assertThat(n).as(folder.toString()).isLessThanOrEqualTo(MOST_FILES));
    }

    @Test
    void nothingButEmbeddedKnowsTheEmbeddedServices() {
        noClasses()
                .that(resideInAnyPackage("askme.embedded..").negate())
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("askme.embedded..", "ch.vorburger..", "com.icegreen..", "redis.embedded.."))
                .check(main);
    }

    @Test
    void resourcesLeaveForeignSystemsToTheWorker() {
        noClasses()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "io.quarkus.mailer..",
                        "io.vertx.ext.mail..",
                        "io.quarkus.redis..",
                        "org.eclipse.microprofile.rest.client.."))
                .check(main);
    }

    /** Signing in has a throttle of its own; signing out, ending sessions and stopping mail are held back from nobody. */
    @Test
    void whatMembersMayPostIsCounted() {
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
                .check(main);
    }

    @Test
    void routedMethodsArePublicElseTheyAreSilentlyNotFound() {
        methods()
                .that()
                .areAnnotatedWith(GET.class)
                .or()
                .areAnnotatedWith(POST.class)
                .should()
                .bePublic()
                .check(main);
    }

    @Test
    void timeComesFromTheClockAndOutputFromTheLog() {
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
                .check(main);
    }

    @Test
    void classesStayShort() {
        try (var files = Files.walk(java.nio.file.Path.of("src"))) {
            List<String> tooLong = files.filter(f -> f.toString().endsWith(".java"))
                    .filter(f -> lines(f) > 300)
                    .map(Object::toString)
                    .toList();
            assertThat(tooLong).isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void testsAreNeitherForgottenNorAsleep() {
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

    private static com.tngtech.archunit.base.DescribedPredicate<com.tngtech.archunit.core.domain.JavaClass>
            simpleNameEndsWithTest() {
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

    private static Set<String> plus(Set<String> some, Set<String> more) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(more);
        return all;
    }

    private static Set<String> plus(Set<String> some, String... more) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(Arrays.asList(more));
        return all;
    }
}
