package askme.jobs.support;

/** An event for tests of the queue. */
public record Ping(int number) {}
