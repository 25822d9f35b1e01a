package askme.support;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** The site on a database that {@code fill-db} has filled; tests inject {@code askme.fill.Filled} to use it. */
public final class FilledSite implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        // Periodic tasks would be counted among a page's statements. RoundTripsTest checks that none is left out.
        return Map.ofEntries(
                Map.entry("askme.anchors.schedule", "off"),
                Map.entry("askme.figures.schedule", "off"),
                Map.entry("askme.lists.schedule", "off"),
                Map.entry("askme.members.skeletons-schedule", "off"),
                Map.entry("askme.sidebar.tags-schedule", "off"),
                Map.entry("askme.sidebar.members-schedule", "off"),
                Map.entry("askme.search.prefix-schedule", "off"),
                Map.entry("askme.search.index.schedule", "off"),
                Map.entry("askme.search.related.schedule", "off"),
                Map.entry("askme.address-links.sweep-schedule", "off"),
                Map.entry("askme.own-data.schedule", "off"),
                Map.entry("askme.drafts.sweep-schedule", "off"),
                Map.entry("askme.deletion.purge-schedule", "off"),
                Map.entry("askme.badges.schedule", "off"),
                Map.entry("askme.views.schedule", "off"),
                Map.entry("askme.search.related.links-schedule", "off"),
                Map.entry("askme.mail.digest-schedule", "off"),
                Map.entry("askme.session.sweep-schedule", "off"),
                Map.entry("askme.notifications.sweep-schedule", "off"),
                Map.entry("askme.notifications.reputation-schedule", "off"),
                Map.entry("askme.webhooks.sweep-schedule", "off"),
                Map.entry("askme.pictures.sweep-schedule", "off"));
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(FilledDatabase.class));
    }
}
