package askme.pagecache;

import askme.web.page.PageAddress;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Guests' pages of this process, and the rules when one may be sent. The memory is bounded. Safe for concurrent use. */
final class PageCache {

    private final Cache<PageAddress, CachedPage> pages;
    private final Duration listAge;
    private final Duration questionAge;
    private final Duration outageAge;
    private final Clock clock;

    PageCache(PageCacheConfig config, Clock clock) {
        pages = Caffeine.newBuilder()
                .maximumWeight(config.memory().asLongValue())
                .weigher((PageAddress address, CachedPage page) -> page.weight())
                .build();
        listAge = config.listAge();
        questionAge = config.questionAge();
        outageAge = config.outageAge();
        this.clock = clock;
    }

    /** The page at {@code address}. A page with other settings shows another name or is closed to guests, so it is never sent. */
    Optional<CachedPage> find(PageAddress address, long settings) {
        return Optional.ofNullable(pages.getIfPresent(address)).filter(page -> page.hasSettings(settings));
    }

    void store(PageAddress address, CachedPage page) {
        if (!page.version().isList() || !listAge.isZero()) {
            pages.put(address, page);
        }
    }

    /**
     * Whether a list may be sent without a look at the database. In the second half of its time one request renders it again, so that
     * the others need not wait.
     */
    boolean isFreshList(CachedPage page) {
        Duration age = age(page.readAt());
        boolean old = age.compareTo(listAge.dividedBy(2)) > 0;
        return page.version().isList() && age.compareTo(listAge) <= 0 && !(old && page.claimRefresh());
    }

    /** Whether the page of a question may be sent, if the database has these versions. */
    boolean isValid(CachedPage page, Versions versions) {
        if (page.version().isList() || !versions.match(page.version())) {
            return false;
        }
        page.confirm(clock.instant());
        return age(page.readAt()).compareTo(questionAge) <= 0;
    }

    /** Whether the page may be sent if the database does not answer. */
    boolean helpsInOutage(CachedPage page) {
        return age(page.validAt()).compareTo(outageAge) <= 0;
    }

    private Duration age(Instant moment) {
        return Duration.between(moment, clock.instant());
    }
}
