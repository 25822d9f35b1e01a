package askme.tag;

import askme.web.LocalPath;
import io.quarkus.qute.TemplateExtension;

/** The addresses of the tags' pages. */
@TemplateExtension(namespace = "to", priority = 7)
public final class TagLinks {

    public static final String TAG = "/tag/{tag}";
    static final String TAGS = "/tags";
    static final String SUGGESTIONS = TAGS + "/suggestions";

    private TagLinks() {}

    /** The page of the tag {@code name}. The signs in {@code c++} and {@code c#} are encoded. */
    public static String tag(String name) {
        return LocalPath.with(TAG, name) + "/";
    }

    /** The address from which scripts load tags that begin with the typed text. */
    static String tagSuggestions() {
        return SUGGESTIONS;
    }

    static String tags() {
        return TAGS + "/";
    }
}
