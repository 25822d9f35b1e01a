package askme.tag;

import askme.web.LocalPath;
import io.quarkus.qute.TemplateExtension;

/** The addresses of tags. */
@TemplateExtension(namespace = "to", priority = 7)
public final class TagLinks {

    public static final String TAG = "/tag/{tag}";
    public static final String TAGS = "/tags";
    static final String SUGGESTIONS = TAGS + "/suggestions";

    private TagLinks() {}

    /** The page of {@code name}; {@code c++} and {@code c#} need their signs encoded. */
    public static String tag(String name) {
        return LocalPath.with(TAG, name) + "/";
    }

    /** What scripts ask while somebody types a tag. */
    static String tagSuggestions() {
        return SUGGESTIONS;
    }

    static String tags() {
        return TAGS + "/";
    }
}
