package askme.sidebar;

import askme.resilience.OutageLog;
import askme.resilience.Part;
import askme.resilience.Parts;
import askme.sidebar.CachedBlock.Times;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.Unremovable;
import io.quarkus.qute.TemplateData;
import io.quarkus.redis.client.RedisClientName;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.runtime.BlockingOperationControl;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** The popular tags and best members that every page shows. Reading never fails and rarely leaves the process. */
@Singleton
@Unremovable // Templates look it up by name.
@TemplateData
public class Sidebar {

    private static final Duration MEMO = Duration.ofSeconds(1);
    private static final Duration OUTAGE_MEMO = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** Redis keeps a value this many times as long as it is fresh. */
    private static final int KEPT = 6;

    private final RedisDataSource redis;
    private final ObjectMapper json;
    private final Times times;
    private final Clock clock;
    private final CachedBlock<List<PopularTag>> tags;
    private final CachedBlock<List<BestMember>> members;
    private final OutageLog outage;

    Sidebar(
            @RedisClientName("cache") RedisDataSource redis,
            ObjectMapper json,
            SidebarQueries queries,
            SidebarConfig config,
            MeterRegistry metrics,
            Parts parts,
            Clock clock) {
        this.redis = redis;
        this.json = json;
        this.clock = clock;
        outage = parts.use(Part.REDIS_CACHE, "sidebar cache");
        times = new Times(config.ttl(), MEMO, OUTAGE_MEMO, PATIENCE);
        tags = block("tags", PopularTag.class, timed(metrics, "tags", queries::tags));
        members = block("members", BestMember.class, timed(metrics, "members", queries::members));
    }

    /** The tags of the tag cloud, the most popular first; empty if no value could be computed yet. */
    public List<PopularTag> tags() {
        return shown(tags);
    }

    /** The members of the week, the best first; empty if no value could be computed yet. */
    public List<BestMember> members() {
        return shown(members);
    }

    void refreshTags() {
        tags.refresh();
    }

    void refreshMembers() {
        members.refresh();
    }

    private <T> CachedBlock<List<T>> block(String name, Class<T> row, Supplier<List<T>> source) {
        JavaType rows = json.getTypeFactory().constructCollectionType(List.class, row);
        var store = new RedisBlock<List<T>>(
                redis, json, rows, "sidebar:" + name, times.fresh().multipliedBy(KEPT));
        return new CachedBlock<>(store, source, List.of(), times, clock);
    }

    private static <T> Supplier<T> timed(MeterRegistry metrics, String block, Supplier<T> source) {
        return () -> metrics.timer("askme.sidebar.computed", "block", block).record(source);
    }

    /** The error page of an unknown address is rendered on an I/O thread, which must not wait for Redis. */
    private <T> List<T> shown(CachedBlock<List<T>> block) {
        if (!BlockingOperationControl.isBlockingAllowed()) {
            return block.fromMemo();
        }
        List<T> value = block.get();
        RuntimeException failure = block.failure();
        if (failure instanceof CachedBlock.StoreDown) {
            outage.begins(failure);
        } else {
            outage.ends();
        }
        return value;
    }
}
