package askme.jobs.admin;

import java.time.Instant;

/**
 * A job in a list of the operator.
 *
 * @param id what {@link JobAdmin} knows it by
 * @param at when a delayed job is due, when a dead one was buried
 * @param attempts deliveries that failed; 0 where unknown
 * @param event the event as JSON
 * @param error the last error; empty where there was none
 */
public record JobEntry(String id, String handler, String queue, Instant at, int attempts, String event, String error) {}
