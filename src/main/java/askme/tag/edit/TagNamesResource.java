package askme.tag.edit;

import askme.session.CurrentMember;
import askme.session.Rights;
import askme.tag.Tag;
import askme.tag.TagLinks;
import askme.web.LocalizedMessages;
import askme.web.http.PageResponses;
import askme.web.page.Flash;
import askme.web.page.FormErrors;
import askme.web.ratelimit.RateLimited;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** Changes the names of tags: other names, renames and merges. For moderators. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
class TagNamesResource {

    private static final int LONGEST_SHOWN = 100;

    private final TagWiki wiki;
    private final TagSynonyms synonyms;
    private final TagMerges merges;
    private final CurrentMember current;
    private final LocalizedMessages<TagEditMessages> messages = LocalizedMessages.of(TagEditMessages.class);

    TagNamesResource(TagWiki wiki, TagSynonyms synonyms, TagMerges merges, CurrentMember current) {
        this.wiki = wiki;
        this.synonyms = synonyms;
        this.merges = merges;
        this.current = current;
    }

    /** Adds or removes another name. */
    @POST
    @Path(TagEditLinks.SYNONYMS)
    @RateLimited("edit")
    public Response synonyms(@RestPath String tag, @RestForm String add, @RestForm String remove) {
        long actor = manager();
        Tag found = Tag.require(tag);
        if (remove != null) {
            synonyms.remove(found, remove, actor, current.rights());
            return Flash.redirect(
                    TagEditLinks.editTag(found.name), messages.get().synonym_removed(remove));
        }
        try {
            synonyms.add(found, given(add), actor, current.rights());
        } catch (TagRefused refused) {
            return refused(found, "add", given(add), refused);
        }
        return Flash.redirect(TagEditLinks.editTag(found.name), messages.get().synonym_added(given(add)));
    }

    /** Asks first, then begins to rename the tag. */
    @POST
    @Path(TagEditLinks.RENAME)
    @RateLimited("edit")
    public Response rename(@RestPath String tag, @RestForm String name, @RestForm String confirmed) {
        long actor = manager();
        Tag found = Tag.require(tag);
        try {
            if (confirmed == null) {
                String wanted = merges.newName(found, given(name));
                return Response.ok(TagEditViews.confirm(wiki.read(found.id), "name", wanted))
                        .build();
            }
            String renamed = merges.rename(found, given(name), actor, current.rights());
            return Flash.redirect(TagLinks.tag(renamed), messages.get().renaming(found.name, renamed));
        } catch (TagRefused refused) {
            return refused(found, "name", given(name), refused);
        }
    }

    /** Asks first, then begins to merge the tag into another one. */
    @POST
    @Path(TagEditLinks.MERGE)
    @RateLimited("edit")
    public Response merge(@RestPath String tag, @RestForm String into, @RestForm String confirmed) {
        long actor = manager();
        Tag found = Tag.require(tag);
        try {
            if (confirmed == null) {
                String wanted = merges.target(found, given(into)).name;
                return Response.ok(TagEditViews.confirm(wiki.read(found.id), "into", wanted))
                        .build();
            }
            String merged = merges.merge(found, given(into), actor, current.rights());
            return Flash.redirect(TagLinks.tag(merged), messages.get().merging(found.name, merged));
        } catch (TagRefused refused) {
            return refused(found, "into", given(into), refused);
        }
    }

    private long manager() {
        long actor = current.required().id();
        Rights.require(current.rights().mayManageTags());
        return actor;
    }

    private static String given(String field) {
        String text = field == null ? "" : field.strip();
        return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) : text;
    }

    private Response refused(Tag tag, String field, String typed, TagRefused refused) {
        TagWiki.Stored stored = wiki.read(tag.id);
        return PageResponses.unprocessable(TagEditViews.edit(new TagEditPage(
                stored,
                TagForm.of(stored),
                FormErrors.none().add(field, refused.explanation()),
                synonyms.of(tag.id),
                true,
                typed)));
    }
}
