package askme.follow;

import askme.session.CurrentMember;
import askme.web.LocalPath;
import askme.web.LocalizedMessages;
import askme.web.http.PageResponses;
import askme.web.page.Flash;
import askme.web.page.FormErrors;
import askme.web.page.FormValidator;
import askme.web.page.KeyPage;
import askme.web.page.KeyPaginator;
import askme.web.page.ListKey;
import askme.web.ratelimit.RateLimited;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Lists what a member follows and has saved, and saves questions. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
class SavedResource {

    private static final int LONGEST_SEARCH = 100;
    private static final Set<String> TABS = Set.of("questions", "tags", "members");

    private final FollowQueries queries;
    private final SavedQuestions saved;
    private final CurrentMember current;
    private final FormValidator check;
    private final HttpServerRequest request;
    private final LocalizedMessages<FollowMessages> messages = LocalizedMessages.of(FollowMessages.class);

    SavedResource(
            FollowQueries queries,
            SavedQuestions saved,
            CurrentMember current,
            FormValidator check,
            HttpServerRequest request) {
        this.queries = queries;
        this.saved = saved;
        this.current = current;
        this.check = check;
        this.request = request;
    }

    /** The state of a saved question. */
    public record Saved(boolean saved) {}

    @GET
    @Path(FollowLinks.FOLLOWING)
    public TemplateInstance following(@RestQuery String tab, @RestQuery String before) {
        long member = current.required().id();
        String list = tab != null && TABS.contains(tab) ? tab : "questions";
        ListKey key = ListKey.of(before);
        KeyPage<FollowedThing> page = queries.following(list, member, key);
        return FollowViews.following(list, page.rows(), KeyPaginator.of(FollowLinks.following(list), key, page.last()));
    }

    @GET
    @Path(FollowLinks.SAVED)
    public TemplateInstance saved(@RestQuery String q, @RestQuery String before) {
        return list(q == null ? "" : q.strip(), ListKey.of(before), 0, "", FormErrors.none());
    }

    @POST
    @Path(FollowLinks.SAVE)
    @RateLimited("follow")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Saved save(@RestPath long id, SaveForm.Json body) {
        long member = current.required().id();
        SaveForm form = SaveForm.Json.form(body);
        FormErrors errors = check.of(form);
        if (errors.any()) {
            SaveForm.refuse(errors.of("note"));
        }
        return new Saved(saved.save(id, member, form.wanted(), form.note()));
    }

    @POST
    @Path(FollowLinks.SAVE)
    @RateLimited("follow")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response saveByForm(@RestPath long id, @BeanParam SaveForm form) {
        long member = current.required().id();
        FormErrors errors = check.of(form);
        if (errors.any()) {
            return PageResponses.unprocessable(list("", ListKey.TOP, id, form.note(), errors));
        }
        boolean now = saved.save(id, member, form.wanted(), form.note());
        String from = LocalPath.ofPage(request);
        String page = from.equals("/") ? FollowLinks.saved() : from;
        return Flash.redirect(
                page, now ? messages.get().saved_now() : messages.get().removed());
    }

    private TemplateInstance list(String q, ListKey key, long refused, String note, FormErrors errors) {
        long member = current.required().id();
        String words = q.length() > LONGEST_SEARCH ? q.substring(0, LONGEST_SEARCH) : q;
        KeyPage<SavedQuestion> page = queries.saved(member, words, key);
        List<SavedQuestion> rows = page.rows();
        if (refused != 0) {
            // The typed note is in its field, also if the question is on a later page.
            rows = Stream.concat(
                            queries.one(member, refused).stream(), rows.stream().filter(row -> row.id() != refused))
                    .toList();
        }
        return FollowViews.saved(new SavedPage(
                rows, words, KeyPaginator.of(FollowLinks.savedAbout(words), key, page.last()), refused, note, errors));
    }
}
