package askme.web;

/** The addresses of the API. Requests to them are known by tokens, never by cookies. */
public final class ApiPath {

    /** The start of all addresses of the first version. */
    public static final String V1 = "/api/v1";

    private ApiPath() {}

    /** Whether {@code path} belongs to the API; may be null. */
    public static boolean covers(String path) {
        return path != null && (path.equals(V1) || path.startsWith(V1 + "/"));
    }
}
