package askme.embedded.hub;

import io.vertx.core.json.JsonObject;

/** The errors in replies to commands: the error codes of Centrifugo's client protocol. */
enum Failure {
    UNKNOWN_CHANNEL(102, "unknown channel"),
    PERMISSION_DENIED(103, "permission denied"),
    METHOD_NOT_FOUND(104, "method not found"),
    ALREADY_SUBSCRIBED(105, "already subscribed"),
    LIMIT_EXCEEDED(106, "limit exceeded"),
    BAD_REQUEST(107, "bad request"),
    NOT_AVAILABLE(108, "not available"),
    TOKEN_EXPIRED(109, "token expired"),
    UNRECOVERABLE_POSITION(112, "unrecoverable position");

    final int code;
    final String message;

    Failure(int code, String message) {
        this.code = code;
        this.message = message;
    }

    JsonObject json() {
        return new JsonObject().put("code", code).put("message", message);
    }

    /** An exception that ends the command. It has no stack trace because it becomes a reply. */
    Refused refusal() {
        return new Refused(this);
    }

    static final class Refused extends RuntimeException {

        final transient Failure failure;

        private Refused(Failure failure) {
            super(failure.message, null, false, false);
            this.failure = failure;
        }
    }
}
