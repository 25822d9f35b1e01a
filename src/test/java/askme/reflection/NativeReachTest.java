package askme.reflection;

import static org.assertj.core.api.Assertions.assertThat;

import askme.deployment.ProductionBuild;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Records what the program reaches by reflection while the tests drive it on the JVM, and demands that the native build registers all
 * of it. This needs no GraalVM.
 */
@Tag("full")
@Tag("native")
class NativeReachTest {

    private static final Path EXCEPTIONS = Path.of("src/test/resources/askme/native-exceptions.txt");

    @Test
    void everythingRecordedIsRegistered() throws Exception {
        Path checkout = ProductionBuild.nativeSources();
        NativeReach reach = new NativeReach(new NativeSources(checkout.resolve("target/native-sources")), EXCEPTIONS);
        SortedMap<String, String> known = new TreeMap<>();
        TreeSet<String> missing = new TreeSet<>();

        for (RecordedUse use : RecordingRun.of(checkout.resolve("target/quarkus-app"))) {
            if (!use.isOfJdk() && reach.atRunTime(use)) {
                Optional<String> why = reach.why(use);
                if (why.isPresent() && !use.isGenerated()) {
                    known.merge(use.stored(), why.get(), NativeReachTest::weaker);
                } else if (why.isEmpty()) {
                    missing.add(use.stored() + " " + use.member() + " <- " + use.caller());
                }
            }
        }

        assertThat(missing).as("reached by reflection, but not registered").isEmpty();
        if (Boolean.getBoolean("reflection.write")) {
            StoredUses.write(known);
        }
        assertThat(StoredUses.read().keySet())
                .as("the list of recorded uses; -Dreflection.write=true writes it")
                .containsAll(known.keySet());
    }

    /** Several members of a class have one line, with the reason that needs the most care. */
    private static String weaker(String one, String other) {
        return Collections.max(
                List.of(one, other), Comparator.comparing("registered feature constant excepted"::indexOf));
    }
}
