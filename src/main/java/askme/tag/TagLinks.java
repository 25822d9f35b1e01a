package askme.tag;

import io.quarkus.qute.TemplateExtension;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The addresses of tags. */
@TemplateExtension(namespace = "to", priority = 7)
public final class TagLinks {

    public static final String TAG = "/tag/{tag}";
    public static final String TAGS = "/tags";
    public static final String SUGGESTIONS = "/tags/suggestions";

    private TagLinks() {}

    /** The page of {@code name}; {@code c++} and {@code c#} need their signs encoded. */
    public static String tag(String name) {
        return TAG.replace("{tag}", URLEncoder.encode(name, StandardCharsets.UTF_8)) + "/";
    }

    static String tags() {
        return TAGS + "/";
    }
}
