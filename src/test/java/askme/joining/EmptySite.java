package askme.joining;

import askme.support.EmptyDatabase;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;

/** The site on a database without members. */
public final class EmptySite implements QuarkusTestProfile {

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(EmptyDatabase.class));
    }
}
