package askme.push;

/** The reaction of a push service to a message. */
enum PushResult {
    SENT,

    /** The device does not exist any longer. */
    GONE,

    /** The service refuses this message, and would refuse it again. */
    REFUSED,

    /** Another attempt may succeed. */
    LATER;

    private static final int REDIRECT = 300;
    private static final int NOT_FOUND = 404;
    private static final int REMOVED = 410;
    private static final int TIMEOUT = 408;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    static PushResult of(int status) {
        if (status == NOT_FOUND || status == REMOVED) {
            return GONE;
        }
        if (status == TIMEOUT || status == TOO_MANY || status >= SERVER_ERROR) {
            return LATER;
        }
        return status < REDIRECT ? SENT : REFUSED;
    }
}
