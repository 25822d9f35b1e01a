package askme.jobs;

/** No later attempt would do better; the job goes to the dead letters at once. */
public class Unretryable extends RuntimeException {

    public Unretryable(String message) {
        super(message);
    }

    public Unretryable(String message, Throwable cause) {
        super(message, cause);
    }
}
