package askme.sidebar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import askme.support.Visitor;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.redis.client.RedisClientName;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("one-process") // It counts the computations of one process.
class SidebarTest {

    @Inject
    Sidebar sidebar;

    @Inject
    MeterRegistry metrics;

    @Inject
    @RedisClientName("cache")
    RedisDataSource cache;

    @Test
    void pageShowsTagsAndMembers() {
        Visitor ann = Visitor.member("sidebarAnn");
        String tag = Visitor.unique("cloud");
        ann.ask("Is this in the cloud?", "It should be", tag);
        sidebar.refreshTags();
        sidebar.refreshMembers();
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            Document page = Visitor.guest().get("/").page();
            assertThat(page.select("aside .tag-cloud a").size()).isBetween(1, SidebarQueries.SHOWN);
            assertThat(page.select("aside .best-members img").size()).isBetween(1, SidebarQueries.SHOWN);
            assertThat(page.select("aside [style]")).isEmpty();
        });
    }

    @Test
    void concurrentColdReadsQueryTheDatabaseOnce() throws Exception {
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            // The memo must expire, or no read reaches the cache.
            cache.key().del("sidebar:tags", "sidebar:tags:lock");
            long before = computed();
            CachedBlockTest.atOnce(Collections.nCopies(200, () -> sidebar.tags()));
            long after = computed();
            assertThat(after - before).isLessThanOrEqualTo(1);
            return after - before == 1;
        });
    }

    @Test
    void unknownCacheFormatIsComputedAgain() {
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            cache.value(String.class).set("sidebar:members", "{\"something\":\"else\"}");
            List<BestMember> shown = sidebar.members();
            return shown != null
                    && cache.value(String.class).get("sidebar:members").contains("freshUntil");
        });
    }

    private long computed() {
        Timer timer =
                metrics.find("askme.sidebar.computed").tag("block", "tags").timer();
        return timer == null ? 0 : timer.count();
    }
}
