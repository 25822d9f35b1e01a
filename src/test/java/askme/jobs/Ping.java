package askme.jobs;

/** An event of the queue's own tests. */
record Ping(int number) {}
