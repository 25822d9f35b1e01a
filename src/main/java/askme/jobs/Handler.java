package askme.jobs;

/**
 * Executes the jobs of one kind, such as one mail or one publication. It is a CDI bean with {@link JobHandler}. The outbox
 * makes one job for each handler of an event, so that an SMTP server that is down neither delays nor repeats a publication.
 * Delivery is at least once, so a handler is idempotent.
 *
 * @param <E> the event, a record that Jackson can write and read
 */
public interface Handler<E> {

    /** The class of the events. */
    Class<E> event();

    /**
     * Executes one job.
     *
     * @throws Exception to retry the job later
     * @throws PermanentFailure to move it to the dead jobs at once
     */
    void handle(E event, Job job) throws Exception;

    /** {@link JobHandler#name}. A class that handles several kinds of jobs has no annotation and overrides this. */
    default String name() {
        return JobHandlers.of(getClass()).name();
    }

    /** {@link JobHandler#queue}. */
    default String queue() {
        return JobHandlers.of(getClass()).queue();
    }

    /** {@link JobHandler#version}. */
    default int version() {
        return getClass().isAnnotationPresent(JobHandler.class)
                ? JobHandlers.of(getClass()).version()
                : 1;
    }
}
