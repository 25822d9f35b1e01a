package askme;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import askme.resilience.Bulkhead;
import askme.resilience.TimeLimit;
import askme.web.Languages;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No thread that answers requests waits without an end, and a result that comes too late is released. */
class BoundedWaitsTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
            .importPackages("askme");

    /** A caller that gives up a result which holds a connection leaves the connection behind. {@link TimeLimit} returns it. */
    @Test
    void asynchronousResultsAreAwaitedInOneClass() {
        noClasses()
                .that(resideInAnyPackage("askme.embedded..").negate())
                .and()
                .doNotBelongToAnyOf(TimeLimit.class)
                .should()
                .callMethodWhere(calls("io.smallrye.mutiny.groups.UniAwait", "atMost", "indefinitely"))
                .orShould()
                .callMethodWhere(calls("io.smallrye.mutiny.Uni", "await"))
                .orShould()
                .callMethodWhere(calls("io.vertx.core.Future", "await"))
                .orShould()
                .callMethodWhere(calls("java.util.concurrent.CompletableFuture", "get"))
                .check(MAIN);
    }

    /** {@link Bulkhead} limits how long callers wait, and how many. */
    @Test
    void permitsAreAwaitedInOneClass() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(Bulkhead.class)
                .should()
                .callMethodWhere(
                        calls("java.util.concurrent.Semaphore", "acquireUninterruptibly", "acquire", "tryAcquire"))
                .check(MAIN);
    }

    @Test
    void noWaitIsWithoutAnEnd() {
        noClasses()
                .that(resideInAnyPackage("askme.embedded..", "askme.fill..").negate())
                .should()
                .callMethodWhere(calls("java.util.concurrent.Semaphore", "acquireUninterruptibly", "acquire"))
                .orShould()
                .callMethodWhere(calls("java.util.concurrent.CompletableFuture", "join"))
                .orShould()
                .callMethodWhere(calls("java.util.concurrent.locks.ReentrantLock", "lock", "lockInterruptibly"))
                .orShould()
                .callMethodWhere(calls("java.util.concurrent.locks.Lock", "lock", "lockInterruptibly"))
                .check(MAIN);
    }

    /** The work of {@code Locale.lookup} grows with the cube of the header's length. */
    @Test
    void languagesAreChosenInOneClass() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(Languages.class)
                .should()
                .callMethodWhere(calls("java.util.Locale", "lookup", "lookupTag", "filter", "filterTags"))
                .check(MAIN);
    }

    private static DescribedPredicate<JavaMethodCall> calls(String type, String... methods) {
        return DescribedPredicate.describe(
                type + "." + List.of(methods),
                call -> call.getTargetOwner().getName().equals(type)
                        && List.of(methods).contains(call.getName()));
    }
}
