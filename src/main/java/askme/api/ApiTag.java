package askme.api;

import askme.tag.Tag;
import askme.tag.TagLinks;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tag. The description may be empty. */
@RegisterForReflection
@Schema(name = "Tag")
public record ApiTag(String name, String url, int questions, String description) {

    static ApiTag of(Tag tag) {
        return new ApiTag(tag.name, TagLinks.tag(tag.name), tag.questionCount, tag.description);
    }
}
