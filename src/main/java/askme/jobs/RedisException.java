package askme.jobs;

/** Redis did not answer in time, was unreachable, or refused the command. */
public class RedisException extends RuntimeException {

    public RedisException(Throwable cause) {
        super(cause.getClass().getSimpleName() + ": " + cause.getMessage(), cause);
    }
}
