package askme.resilience;

import java.util.Locale;

/** A part of the site outside of this process. */
public enum Part {
    DATABASE,
    REDIS_CACHE,
    REDIS_JOBS,
    REDIS_SCHEDULE,
    MAIL,
    REALTIME;

    /** Its name in metrics, in health responses and on the operator's page: {@code redis-jobs}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
