package askme.web;

/** The addresses of the API and of MCP, for programs. Requests to them are known by tokens, never by cookies. */
public final class ApiPath {

    /** The start of all addresses of the first version. */
    public static final String V1 = "/api/v1";

    /** The address of the Model Context Protocol, for assistants. */
    public static final String MCP = "/mcp";

    private ApiPath() {}

    /** Whether {@code path} belongs to the API or to MCP; may be null. */
    public static boolean covers(String path) {
        return isAtOrBelow(V1, path) || isMcp(path);
    }

    /** Whether {@code path} belongs to MCP; may be null. */
    public static boolean isMcp(String path) {
        return isAtOrBelow(MCP, path);
    }

    private static boolean isAtOrBelow(String root, String path) {
        return path != null && (path.equals(root) || path.startsWith(root + "/"));
    }
}
