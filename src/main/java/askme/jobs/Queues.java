package askme.jobs;

import java.util.List;

/** The queues, first the most urgent: a worker takes from a later one only when the earlier ones leave it room. */
public final class Queues {

    /** What a reader is waiting for: publications. */
    public static final String REALTIME = "realtime";

    /** Mail to one recipient. */
    public static final String MAIL = "mail";

    /** Periodic and bulk work. */
    public static final String DIGEST = "digest";

    public static final List<String> BY_PRIORITY = List.of(REALTIME, MAIL, DIGEST);

    private Queues() {}
}
