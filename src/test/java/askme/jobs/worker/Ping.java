package askme.jobs.worker;

/** An event of the queue's own tests. */
public record Ping(int number) {}
