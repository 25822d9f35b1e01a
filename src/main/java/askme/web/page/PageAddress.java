package askme.web.page;

import askme.web.Languages;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;

/**
 * The address of a page in the cache: its path, the parameters that change a page, and the language. Other parameters, such as those of
 * campaigns, do not make another page.
 */
public record PageAddress(String path, String language) {

    private static final List<String> PARAMETERS = List.of("page", "before", "sort", "tag", "q");

    /** The address that {@code request} asks for. */
    public static PageAddress of(HttpServerRequest request) {
        return new PageAddress(path(request), Languages.of(request).getLanguage());
    }

    /** Path and known parameters of {@code request}, the parameters in a fixed order. */
    static String path(HttpServerRequest request) {
        String query = request.query();
        if (query == null || query.isEmpty()) {
            return request.path();
        }
        StringBuilder path = new StringBuilder(request.path());
        char separator = '?';
        for (String name : PARAMETERS) {
            for (String pair : query.split("&")) {
                if (pair.startsWith(name + "=")) {
                    path.append(separator).append(pair);
                    separator = '&';
                    break; // a resource reads the first of several values
                }
            }
        }
        return path.toString();
    }
}
