package askme.web;

import java.util.Arrays;

/** Compares entity tags by the weak comparison of RFC 9110, 8.8.3.2. */
public final class EntityTags {

    private EntityTags() {}

    /** Whether {@code header}, an If-None-Match that may be null, names the weak {@code tag}. */
    public static boolean match(String header, String tag) {
        return header != null
                && (header.strip().equals("*")
                        || Arrays.stream(header.split(",")).map(String::strip).anyMatch(one -> weak(one)
                                .equals(tag)));
    }

    private static String weak(String tag) {
        return tag.startsWith("W/") ? tag : "W/" + tag;
    }
}
