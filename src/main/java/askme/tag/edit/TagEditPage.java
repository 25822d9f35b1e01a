package askme.tag.edit;

import askme.web.page.FormErrors;
import io.quarkus.qute.TemplateData;
import java.util.List;

/**
 * The page that changes a tag.
 *
 * @param synonyms its other names
 * @param manages whether the reader may change its names
 * @param refused the name that was typed and refused, or ""
 */
@TemplateData
record TagEditPage(
        TagWiki.Stored tag, TagForm form, FormErrors errors, List<String> synonyms, boolean manages, String refused) {

    /** The typed text of the field, if it was refused. */
    public String typed(String field) {
        return errors.of(field) == null ? "" : refused;
    }

    /** The most characters of the short description. */
    public int longest() {
        return TagForm.LONGEST;
    }
}
