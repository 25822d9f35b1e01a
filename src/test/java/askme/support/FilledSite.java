package askme.support;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** The site on a database that {@code fill-db} has filled; tests inject {@code askme.fill.Filled} to use it. */
public final class FilledSite implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        // Periodic tasks would be counted among a page's statements. RoundTripsTest checks that none is left out.
        return Map.of(
                "askme.anchors.schedule", "off",
                "askme.lists.schedule", "off",
                "askme.members.skeletons-schedule", "off",
                "askme.sidebar.tags-schedule", "off",
                "askme.sidebar.members-schedule", "off",
                "askme.search.prefix-schedule", "off",
                "askme.search.index.schedule", "off",
                "askme.search.related.schedule", "off",
                "askme.drafts.sweep-schedule", "off",
                "askme.search.related.links-schedule", "off",
                "askme.session.sweep-schedule", "off",
                "askme.pictures.sweep-schedule", "off");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(FilledDatabase.class));
    }
}
