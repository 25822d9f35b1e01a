package askme.tag.edit;

import askme.markdown.PostText;
import askme.markdown.UserInput;
import io.quarkus.qute.TemplateData;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.constraints.CodePointLength;
import org.jboss.resteasy.reactive.RestForm;

/**
 * The form that describes a tag. Both texts may be empty.
 *
 * @param description one line
 * @param text Markdown
 * @param version the {@link askme.web.page.EditVersion} that the member edits
 */
@TemplateData
public record TagForm(
        @RestForm @CodePointLength(max = TagForm.LONGEST, message = "{askme.too-long}")
        String description,

        @RestForm @Size(max = PostText.LONGEST, message = "{askme.too-long}")
        String text,

        @RestForm String version) {

    static final int LONGEST = 200;

    public TagForm {
        description = UserInput.line(description);
        text = UserInput.lines(text);
        version = UserInput.start(version);
    }

    static TagForm of(TagWiki.Stored stored) {
        return new TagForm(stored.description(), stored.text(), stored.version());
    }

    /** The same, as a change of the version that is stored. */
    TagForm over(TagWiki.Stored stored) {
        return new TagForm(description, text, stored.version());
    }
}
