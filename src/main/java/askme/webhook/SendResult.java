package askme.webhook;

/**
 * The end of one attempt.
 *
 * @param status of the answer; 0 without one
 * @param error why no answer came; null with one
 */
record SendResult(int status, SendError error, int tookMs) {

    private static final int SUCCESS = 200;
    private static final int REDIRECT = 300;
    private static final int REMOVED = 410;

    /** Whether the receiver has taken the message. A redirect is a refusal. */
    boolean isTaken() {
        return status >= SUCCESS && status < REDIRECT;
    }

    /** Whether the receiver ends all messages, as the specification says. */
    boolean isRemoved() {
        return status == REMOVED;
    }
}
