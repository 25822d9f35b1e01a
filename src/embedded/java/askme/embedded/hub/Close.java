package askme.embedded.hub;

/**
 * Why the hub closes a connection: the code and reason of the WebSocket close frame (Centrifugo's disconnect codes). After
 * a code below 3500 the client connects again, after other codes it does not.
 */
record Close(int code, String reason) {

    static final Close SHUTDOWN = new Close(3001, "shutdown");
    static final Close EXPIRED = new Close(3005, "connection expired");
    static final Close SLOW = new Close(3008, "slow");
    static final Close INSUFFICIENT_STATE = new Close(3010, "insufficient state");
    static final Close NO_PONG = new Close(3012, "no pong");
    static final Close INVALID_TOKEN = new Close(3500, "invalid token");
    static final Close BAD_REQUEST = new Close(3501, "bad request");
    static final Close STALE = new Close(3502, "stale");
    static final Close FORCED = new Close(3503, "force disconnect");
    static final Close NOT_AVAILABLE = new Close(3508, "not available");

    /** An exception that closes the connection during a command. */
    Ended ended() {
        return new Ended(this);
    }

    static final class Ended extends RuntimeException {

        final transient Close close;

        private Ended(Close close) {
            super(close.reason, null, false, false);
            this.close = close;
        }
    }
}
