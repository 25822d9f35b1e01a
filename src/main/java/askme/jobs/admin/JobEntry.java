package askme.jobs.admin;

import io.quarkus.qute.TemplateData;
import java.time.Instant;

/**
 * A delayed or dead job in a list for the operator.
 *
 * @param id its id in Redis, as {@link JobAdmin} expects it
 * @param at when a delayed job is due, or when a dead job died
 * @param attempts failed deliveries; 0 for a dead job
 * @param event the event as JSON
 * @param error the last error; may be empty
 */
@TemplateData
public record JobEntry(String id, String handler, String queue, Instant at, int attempts, String event, String error) {}
