package askme.picture.storage;

/** The storage of pictures does not answer. A later attempt can succeed. Its outage log has the line, so nobody else logs it. */
public final class StorageUnavailable extends RuntimeException {

    StorageUnavailable(String reason, Throwable cause) {
        super("storage of pictures unavailable: " + reason, cause);
    }
}
