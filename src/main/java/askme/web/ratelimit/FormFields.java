package askme.web.ratelimit;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** Counts the fields of a form before it is parsed. The parser fails with an unspecific exception if there are too many. */
final class FormFields {

    /** The parser's own limit, {@code quarkus.http.limits.max-parameters}. */
    static final int MOST = 1000;

    private static final String BOUNDARY = "boundary=";

    private FormFields() {}

    /** Whether {@code body} is a form with more than {@value #MOST} fields. {@code contentType} may be null. */
    static boolean tooMany(String contentType, Buffer body) {
        String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
        int boundary = type.indexOf(BOUNDARY);
        if (type.startsWith("application/x-www-form-urlencoded")) {
            return occurrences(body, "&") >= MOST;
        }
        return type.startsWith("multipart/")
                && boundary >= 0
                && occurrences(body, "--" + value(contentType.substring(boundary + BOUNDARY.length()))) > MOST + 1;
    }

    private static String value(String parameter) {
        int end = parameter.indexOf(';');
        return (end < 0 ? parameter : parameter.substring(0, end))
                .replace("\"", "")
                .strip();
    }

    /** How often {@code text} occurs, counted up to a little more than {@value #MOST}. */
    private static int occurrences(Buffer body, String text) {
        byte[] wanted = text.getBytes(StandardCharsets.ISO_8859_1);
        byte[] bytes = body.getBytes();
        int found = 0;
        for (int at = 0; at + wanted.length <= bytes.length && found < MOST + 2; at++) {
            if (bytes[at] == wanted[0] && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
                found++;
                at += wanted.length - 1;
            }
        }
        return found;
    }
}
