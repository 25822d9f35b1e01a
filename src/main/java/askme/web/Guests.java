package askme.web;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;

/** Recognises requests whose page every guest may get. */
public final class Guests {

    private Guests() {}

    /** Whether the request has no cookie except the language: no session, no flash message, no form's token. */
    public static boolean mayShare(HttpServerRequest request) {
        for (Cookie cookie : request.cookies()) {
            if (!Languages.COOKIE.equals(cookie.getName())) {
                return false;
            }
        }
        return true;
    }
}
