package askme.tag.edit;

import askme.member.Privilege;
import askme.revision.RestoreForm;
import askme.revision.RevisionKind;
import askme.revision.RevisionLinks;
import askme.revision.RevisionPages;
import askme.revision.RevisionsPage;
import askme.session.CurrentMember;
import askme.tag.Tag;
import askme.web.LocalPath;
import askme.web.LocalizedMessages;
import askme.web.http.PageResponses;
import askme.web.page.EditConflict;
import askme.web.page.Flash;
import askme.web.page.FormErrors;
import askme.web.page.FormValidator;
import askme.web.ratelimit.RateLimited;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The page that describes a tag, and the form that changes its description. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
class TagEditResource {

    private final TagWiki wiki;
    private final TagSynonyms synonyms;
    private final RevisionPages pages;
    private final CurrentMember current;
    private final FormValidator check;
    private final HttpServerRequest request;
    private final LocalizedMessages<TagEditMessages> messages = LocalizedMessages.of(TagEditMessages.class);

    TagEditResource(
            TagWiki wiki,
            TagSynonyms synonyms,
            RevisionPages pages,
            CurrentMember current,
            FormValidator check,
            HttpServerRequest request) {
        this.wiki = wiki;
        this.synonyms = synonyms;
        this.pages = pages;
        this.current = current;
        this.check = check;
        this.request = request;
    }

    @GET
    @Path(TagEditLinks.ABOUT)
    public Object about(@RestPath String tag) {
        Tag found = Tag.require(tag);
        if (!found.name.equals(tag)) {
            String path = LocalPath.withQuery(TagEditLinks.aboutTag(found.name), request.query());
            return Response.seeOther(URI.create(path)).build();
        }
        return TagEditViews.about(
                wiki.read(found.id), synonyms.of(found.id), current.rights().mayEditTagWiki());
    }

    @GET
    @Path(RevisionLinks.OF_TAG)
    public TemplateInstance revisions(
            @RestPath String tag, @RestQuery String before, @RestQuery String view, @RestQuery String of) {
        TagWiki.Stored stored = wiki.read(Tag.require(tag).id);
        RevisionsPage.Post post = new RevisionsPage.Post(
                stored.name(),
                RevisionLinks.tagRevisions(stored.name()),
                TagEditLinks.aboutTag(stored.name()),
                stored.revision(),
                stored.version(),
                current.rights().mayEditTagWiki());
        return pages.page(RevisionKind.TAG, stored.id(), post, RevisionsPage.View.of(view, of), before);
    }

    @POST
    @Path(RevisionLinks.RESTORE_TAG)
    @RateLimited("edit")
    public Response restore(@RestPath String tag, @RestPath int number, @BeanParam RestoreForm form) {
        current.required();
        current.rights().require(Privilege.TAGWIKI);
        Tag found = Tag.require(tag);
        return pages.restored(
                number,
                TagEditLinks.aboutTag(found.name),
                RevisionLinks.tagRevisions(found.name),
                editor -> wiki.restore(found.id, number, form.version(), editor.id(), current.rights()));
    }

    @GET
    @Path(TagEditLinks.EDIT)
    public TemplateInstance form(@RestPath String tag) {
        current.required();
        current.rights().require(Privilege.TAGWIKI);
        TagWiki.Stored stored = wiki.read(Tag.require(tag).id);
        return page(stored, TagForm.of(stored), FormErrors.none());
    }

    @POST
    @Path(TagEditLinks.EDIT)
    @RateLimited("edit")
    public Response edit(@RestPath String tag, @BeanParam TagForm form) {
        long editor = current.required().id();
        current.rights().require(Privilege.TAGWIKI);
        TagWiki.Stored stored = wiki.read(Tag.require(tag).id);
        FormErrors errors = check.of(form);
        if (errors.any()) {
            return PageResponses.unprocessable(page(stored, form, errors));
        }
        try {
            wiki.write(stored.id(), form, editor, current.rights());
        } catch (EditConflict overtaken) {
            TagWiki.Stored now = wiki.read(stored.id());
            errors.add("text", messages.get().overtaken(now.description(), now.text()));
            return PageResponses.conflict(page(now, form.over(now), errors));
        }
        return Flash.redirect(
                TagEditLinks.aboutTag(stored.name()), messages.get().described());
    }

    private TemplateInstance page(TagWiki.Stored stored, TagForm form, FormErrors errors) {
        return TagEditViews.edit(new TagEditPage(
                stored, form, errors, synonyms.of(stored.id()), current.rights().mayManageTags(), ""));
    }
}
