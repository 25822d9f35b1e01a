package askme.jobs;

/**
 * Does one effect of one event: the mail, the publication. A CDI bean; the outbox makes one job for each handler of an
 * event, so that a dead SMTP server neither delays nor repeats a publication. Delivery is at least once: handlers are
 * idempotent.
 *
 * @param <E> the event, a record that Jackson can write and read
 */
public interface Handler<E> {

    /** The stable name that outbox rows and queued jobs carry, such as {@code mail-new-answer}. */
    String name();

    /** The event this handler is for. */
    Class<E> event();

    /** The queue its jobs wait in; one of {@link Queues}. */
    String queue();

    /** The version of the payload it writes and understands; a job of a later version waits for a newer worker. */
    default int version() {
        return 1;
    }

    /** Does the effect. An exception means: later again; {@link PermanentFailure}: never again. */
    void handle(E event, Job job) throws Exception;
}
