package askme.tag.edit;

import askme.tag.TagLinks;
import askme.web.LocalPath;
import io.quarkus.qute.TemplateExtension;

/** The addresses of the pages that describe and change tags. */
@TemplateExtension(namespace = "to", priority = 45)
public final class TagEditLinks {

    static final String ABOUT = TagLinks.TAG + "/about";
    static final String EDIT = TagLinks.TAG + "/edit";
    static final String SYNONYMS = TagLinks.TAG + "/synonyms";
    static final String RENAME = TagLinks.TAG + "/rename";
    static final String MERGE = TagLinks.TAG + "/merge";

    private TagEditLinks() {}

    /** The page that describes the tag. */
    public static String aboutTag(String name) {
        return LocalPath.with(ABOUT, name) + "/";
    }

    static String editTag(String name) {
        return LocalPath.with(EDIT, name);
    }

    static String tagSynonyms(String name) {
        return LocalPath.with(SYNONYMS, name);
    }

    static String renameTag(String name) {
        return LocalPath.with(RENAME, name);
    }

    static String mergeTag(String name) {
        return LocalPath.with(MERGE, name);
    }
}
