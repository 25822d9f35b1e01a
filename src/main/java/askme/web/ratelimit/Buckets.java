package askme.web.ratelimit;

import java.time.Duration;

/** Token buckets by their keys. */
public interface Buckets {

    /** Takes one permit from the bucket {@code key}. Returns zero, or how long to wait for the next permit. */
    Duration take(String key, RateLimit rate);

    /** Returns a permit to the bucket, because its use does not count. */
    void giveBack(String key, RateLimit rate);
}
