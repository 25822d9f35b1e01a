package askme.web;

/**
 * The order in which filters handle a request. All numbers are in this file, so that a reader sees the whole order. The
 * same table is in {@code docs/architecture.md}.
 *
 * <p>The class is not in {@code web.http}, because filters of other packages ({@code session}, {@code admin}) need it and may
 * use only problems and responses of {@code web.http}.
 */
public final class FilterOrder {

    // Vert.x filters handle every request, also requests for files. A higher number is earlier.

    /** First, because later filters read the path. The router answers an empty 400 as soon as it reads a malformed path. */
    public static final int MALFORMED_URL = 1100;

    /** Before each filter that reads headers. */
    public static final int MALFORMED_HEADERS = 1050;

    /** Before each filter that logs or answers, so that every log line and response has the id. */
    public static final int REQUEST_ID = 1000;

    /** Before the filters that refuse requests, because refusals need the security headers too. */
    public static final int RESPONSE_HEADERS = 900;

    /** Before all filters that read the address of the request. */
    public static final int HOST = 898;

    /** Before load shedding, so that a full process that stops sends reads to another process. */
    public static final int DRAINING = 896;

    /** After draining, so that a proxy asks another process. Before the rate, because a proxy asks once for each of its requests. */
    public static final int READERS = 895;

    /** Before all filters that send pages, because it notes what they send. */
    public static final int VIEWS = 894;

    /** Before the body, so that a refused request is not received. */
    public static final int REQUEST_RATE = 893;

    /** Before load shedding, so that a request whose body is still arriving occupies no place among the running ones. */
    public static final int REQUEST_BODY = 892;

    /** Before load shedding, so that readers still get cached pages when the process is full. */
    public static final int PAGE_CACHE = 891;

    /** Before authentication, so that a refused request costs no query. */
    public static final int LOAD_SHEDDING = 890;

    /** After load shedding, which lets a request in, and before the first query. */
    public static final int DEADLINE = 885;

    /** After all that costs no query, because it may query the database. */
    public static final int AUTHENTICATION = 500;

    /** Beside the authentication by cookies, which does nothing for the API and MCP. */
    public static final int TOKEN = 499;

    /** After authentication, because members may do more than guests. */
    public static final int API_RATE = 495;

    /** After authentication, because only members may read a private site. */
    public static final int MEMBERS_ONLY = 490;

    /** After all checks of the caller. The library of MCP receives only what this filter has checked. */
    public static final int MCP = 480;

    // Vert.x routes. A lower number is earlier. A filter with priority n is a route with order -n.

    /** Before the error handler of Quarkus, which is the last route and would log what a client sends as an error. */
    public static final int MALFORMED_HOST = -200;

    /** Before the static files of Quarkus, which would serve the bundle that the build made. Only in development. */
    public static final int DEV_ASSETS = -100;

    // Request filters of Jakarta REST that run before a resource is chosen. A lower number is earlier.

    /** First, because message bundles read the language that this filter sets. */
    public static final int LANGUAGE = 5000;

    /** After the language, because it throws the error page of a malformed URL. */
    public static final int MALFORMED_URL_PAGE = 5100;

    /** After the language, because it throws the error page of a body that cannot be read. */
    public static final int MALFORMED_HEADERS_PAGE = 5110;

    /** After the errors, because it answers the methods that no resource handles. */
    public static final int METHODS = 5120;

    // Request filters of Jakarta REST that know the resource. A lower number is earlier.

    /** First, because the other filters may need the database. */
    public static final int DEADLINE_OVER = 4900;

    /** Before all other checks, so that another site learns nothing and uses up nothing. */
    public static final int CSRF = 5000;

    /** Before the filter for administrators, because a moderator without a second factor is led to its set-up. */
    public static final int MODERATOR_FACTOR = 5040;

    /** Before the rate limit, so that others get 404 from a page for administrators, never 429. */
    public static final int ADMIN = 5050;

    /** After the form was read, so that the text of somebody who was signed out is in the answer. */
    public static final int MEMBERS_ONLY_FORM = 5060;

    /** Before the rate limit, so that another site cannot use up what a member may do: other forms are read for their token. */
    public static final int UPLOAD = 5090;

    /** Before the rate limit: what is refused uses up nothing. */
    public static final int CONFIRMATION = 5095;

    /** After the CSRF check, so that another site cannot use up what a member may do. */
    public static final int RATE_LIMIT = 5100;

    // Response filters of Jakarta REST. A higher number is earlier.

    /** After Quarkus has rendered the template, at 5000: the entity tag is a hash of the page. */
    public static final int PAGE_CACHING = 4500;

    /** After the caching headers, which it stores with the page. */
    public static final int PAGE_STORE = 4000;

    private FilterOrder() {}
}
