package askme.jobs;

import java.util.List;

/** The names of the queues. Each queue is a Redis list, and workers serve all of them. */
public final class Queues {

    /** Publications, for which readers wait. */
    public static final String REALTIME = "realtime";

    /** Mail to one recipient. */
    public static final String MAIL = "mail";

    /** Periodic and bulk work. */
    public static final String DIGEST = "digest";

    /** Requests to receivers that may hang. */
    public static final String WEBHOOK = "webhook";

    /** All queues, the most urgent first. A later queue never occupies all threads of a worker. */
    public static final List<String> BY_PRIORITY = List.of(REALTIME, MAIL, DIGEST, WEBHOOK);

    private Queues() {}
}
