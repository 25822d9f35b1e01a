package askme.web.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Repairs the headers of a request that the libraries behind would parse without mercy: they throw outside of the exception
 * mappers. The value of a preference ({@code Accept} and similar) may be ignored (RFC 9110, 12.1), so only its valid parts stay. A
 * body that nobody can read is refused.
 */
final class RequestHeaders {

    /** Browsers send a few dozen characters. The rest of a longer header is ignored. */
    private static final int LONGEST = 1_000;

    private static final String TOKEN = "[A-Za-z0-9!#$%&'*+.^_`|~-]+";
    private static final Pattern MEDIA_RANGE = Pattern.compile("\\*/\\*|" + TOKEN + "/" + TOKEN);
    private static final Pattern CODING = Pattern.compile(TOKEN);
    private static final Pattern WEIGHT = Pattern.compile("(?i)q\\s*=\\s*\"?([0-9]{0,3}\\.?[0-9]{0,20})\"?");
    private static final Pattern TYPE = Pattern.compile("(" + TOKEN + ")/(" + TOKEN + ")(.{0,500})");
    private static final Pattern PARAMETER =
            Pattern.compile("\\s*;\\s*(?:(" + TOKEN + ")=(" + TOKEN + "|\"(?:[^\"\\\\]|\\\\.){0,200}\"))?\\s*");
    private static final Pattern BOUNDARY = Pattern.compile("[0-9A-Za-z'()+_,./:=? -]{0,69}[0-9A-Za-z'()+_,./:=?-]");

    private static final int BAD_REQUEST = 400;
    private static final int UNSUPPORTED = 415;

    private RequestHeaders() {}

    /**
     * Repairs {@code headers}.
     *
     * @return the status with which to refuse the request; empty if it can go on
     */
    static Optional<Integer> repair(HttpMethod method, MultiMap headers) {
        prefer(headers, "Accept", MEDIA_RANGE);
        prefer(headers, "Accept-Encoding", CODING);
        headers.remove("Accept-Charset"); // every response is UTF-8
        List<String> types = headers.getAll("Content-Type");
        if (types.isEmpty()) {
            return Optional.empty();
        }
        boolean hasBody = !HttpMethod.GET.equals(method) && !HttpMethod.HEAD.equals(method);
        Optional<Integer> refusal = types.size() > 1 && hasBody ? Optional.of(BAD_REQUEST) : refusal(types.get(0));
        if (refusal.isPresent() || !hasBody) {
            headers.remove("Content-Type");
        }
        return hasBody ? refusal : Optional.empty();
    }

    private static void prefer(MultiMap headers, String name, Pattern valid) {
        List<String> given = headers.getAll(name);
        if (!given.isEmpty()) {
            String kept = valid(String.join(",", given), valid);
            if (kept.isEmpty()) {
                headers.remove(name);
            } else {
                headers.set(name, kept);
            }
        }
    }

    /** The valid parts of a list with weights (RFC 9110, 12.4.2), in a form that every parser reads. */
    static String valid(String header, Pattern valid) {
        List<String> kept = new ArrayList<>();
        for (String part :
                header.substring(0, Math.min(LONGEST, header.length())).split(",")) {
            String[] parameters = part.split(";");
            String value = parameters.length == 0 ? "" : parameters[0].strip();
            if (value.equals("*") && valid == MEDIA_RANGE) {
                value = "*/*"; // Java 8 sends it
            }
            if (valid.matcher(value).matches() && !value.startsWith("*/") || value.equals("*/*")) {
                kept.add(value + weight(parameters));
            }
        }
        return String.join(",", kept);
    }

    private static String weight(String[] parameters) {
        for (int i = 1; i < parameters.length; i++) {
            Matcher weight = WEIGHT.matcher(parameters[i].strip());
            if (weight.matches() && weight.group(1).matches(".*[0-9].*")) {
                double q = Math.min(1, Double.parseDouble(weight.group(1)));
                return q == 1 ? "" : ";q=" + String.format(Locale.ROOT, "%.3f", q);
            }
        }
        return "";
    }

    private static Optional<Integer> refusal(String contentType) {
        Matcher type = TYPE.matcher(contentType.strip());
        if (!type.matches() || type.group(1).contains("*") || type.group(2).contains("*")) {
            return Optional.of(UNSUPPORTED);
        }
        boolean multipart = type.group(1).equalsIgnoreCase("multipart");
        String boundary = null;
        Matcher parameter = PARAMETER.matcher(type.group(3));
        int end = 0;
        while (end < type.group(3).length()) {
            if (!parameter.find(end) || parameter.start() != end) {
                return Optional.of(multipart ? BAD_REQUEST : UNSUPPORTED);
            }
            end = parameter.end();
            String name = String.valueOf(parameter.group(1)).toLowerCase(Locale.ROOT);
            if (name.equals("charset") && !isReadable(unquoted(parameter.group(2)))) {
                return Optional.of(UNSUPPORTED);
            }
            if (name.equals("boundary")) {
                boundary = unquoted(parameter.group(2));
            }
        }
        boolean noParts =
                multipart && (boundary == null || !BOUNDARY.matcher(boundary).matches());
        return noParts ? Optional.of(BAD_REQUEST) : Optional.empty();
    }

    private static String unquoted(String value) {
        return value.startsWith("\"") ? value.substring(1, value.length() - 1) : value;
    }

    private static boolean isReadable(String charset) {
        try {
            return Charset.forName(charset).canEncode();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return false;
        }
    }
}
