package askme.tag.edit;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The pages that describe and change a tag. */
@CheckedTemplate(basePath = "tag")
final class TagEditViews {

    private TagEditViews() {}

    static native TemplateInstance about(TagWiki.Stored tag, List<String> synonyms, boolean editable);

    static native TemplateInstance edit(TagEditPage page);

    /**
     * Asks before a change that cannot be undone.
     *
     * @param field the name of the field with {@code value}: {@code name} for a rename, {@code into} for a merge
     */
    static native TemplateInstance confirm(TagWiki.Stored tag, String field, String value);
}
