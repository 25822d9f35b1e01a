package askme.web.http;

import jakarta.ws.rs.WebApplicationException;

/** Ends the request with a {@link Problem}: as JSON for a script, as an error page for a browser. */
public final class ProblemException extends WebApplicationException {

    private final transient Problem problem;

    /**
     * @param status the HTTP status
     * @param code a stable name for programs, such as {@code own-post}
     * @param detail advice to the reader, in the reader's language; may be null
     */
    public ProblemException(int status, String code, String detail) {
        super(detail, status);
        problem = Problem.of(status, code, detail);
    }

    /** The problem that the response shows. */
    public Problem problem() {
        return problem;
    }
}
