package askme.jobs;

/** Reads {@link JobHandler} from classes. */
final class JobHandlers {

    private JobHandlers() {}

    /** @throws IllegalStateException if the class has no such annotation */
    static JobHandler of(Class<?> type) {
        JobHandler declared = type.getAnnotation(JobHandler.class);
        if (declared == null) {
            throw new IllegalStateException(type.getName() + " has no @JobHandler");
        }
        return declared;
    }
}
