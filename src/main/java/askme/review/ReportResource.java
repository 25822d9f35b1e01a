package askme.review;

import askme.member.MemberRef;
import askme.moderation.ModerationLinks;
import askme.moderation.ModerationMessages;
import askme.moderation.Target;
import askme.question.Question;
import askme.session.CurrentMember;
import askme.web.LocalizedMessages;
import askme.web.http.PageResponses;
import askme.web.http.ProblemException;
import askme.web.page.Flash;
import askme.web.page.FormErrors;
import askme.web.page.FormValidator;
import askme.web.page.KeyPage;
import askme.web.page.KeyPaginator;
import askme.web.page.ListKey;
import askme.web.ratelimit.RateLimited;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Reports a question, an answer or a comment, and lists the reports of a member with their outcomes. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
class ReportResource {

    private final Reports reports;
    private final ReviewablePosts posts;
    private final CurrentMember current;
    private final FormValidator check;
    private final LocalizedMessages<ModerationMessages> messages = LocalizedMessages.of(ModerationMessages.class);

    ReportResource(Reports reports, ReviewablePosts posts, CurrentMember current, FormValidator check) {
        this.reports = reports;
        this.posts = posts;
        this.current = current;
        this.check = check;
    }

    @GET
    @Path(ModerationLinks.REPORT_QUESTION)
    public TemplateInstance questionForm(@RestPath long id) {
        return form(Target.question(id));
    }

    @GET
    @Path(ModerationLinks.REPORT_ANSWER)
    public TemplateInstance answerForm(@RestPath long id) {
        return form(Target.answer(id));
    }

    @GET
    @Path(ModerationLinks.REPORT_COMMENT)
    public TemplateInstance commentForm(@RestPath long id) {
        return form(Target.comment(id));
    }

    @POST
    @Path(ModerationLinks.REPORT_QUESTION)
    @RateLimited("report")
    public Response question(@RestPath long id, @BeanParam ReportForm form) {
        return report(Target.question(id), form);
    }

    @POST
    @Path(ModerationLinks.REPORT_ANSWER)
    @RateLimited("report")
    public Response answer(@RestPath long id, @BeanParam ReportForm form) {
        return report(Target.answer(id), form);
    }

    @POST
    @Path(ModerationLinks.REPORT_COMMENT)
    @RateLimited("report")
    public Response comment(@RestPath long id, @BeanParam ReportForm form) {
        return report(Target.comment(id), form);
    }

    @GET
    @Path(ModerationLinks.REPORTS)
    public TemplateInstance own(@RestQuery String before) {
        MemberRef reader = current.required();
        ListKey key = ListKey.of(before);
        KeyPage<Reports.OwnReport> page = reports.of(reader.id(), key);
        return ReviewViews.reports(page.rows(), KeyPaginator.of(ModerationLinks.ownReports(), key, page.last()));
    }

    private TemplateInstance form(Target post) {
        MemberRef reader = current.required();
        ReviewablePosts.Found found = posts.find(post).orElseThrow(NotFoundException::new);
        return view(post, found, reader, ReportForm.EMPTY, FormErrors.none());
    }

    private Response report(Target post, ReportForm form) {
        MemberRef reporter = current.required();
        ReviewablePosts.Found found = posts.find(post).orElseThrow(NotFoundException::new);
        if (found.author() == reporter.id()) {
            throw new ProblemException(403, "own-post", messages.get().report_own());
        }
        FormErrors errors = check.of(form);
        if (form.isOther() && form.note().isEmpty()) {
            errors.add("note", messages.get().report_note_needed());
        }
        if (form.isDuplicate() && Question.findVisible(form.question()).isEmpty()) {
            errors.add("of", messages.get().report_of_unknown());
        }
        if (errors.any()) {
            return PageResponses.unprocessable(view(post, found, reporter, form, errors));
        }
        boolean added = reports.add(found.as(post), form, reporter.id());
        return Flash.redirect(
                ReviewablePosts.address(post),
                added ? messages.get().reported() : messages.get().reported_before());
    }

    private TemplateInstance view(
            Target post, ReviewablePosts.Found found, MemberRef reader, ReportForm form, FormErrors errors) {
        boolean own = found.author() == reader.id();
        boolean before = !own && reports.reported(post, reader.id());
        ReportedPost page = new ReportedPost(
                post, found.title(), ReviewablePosts.address(post), ModerationLinks.report(post), own, before);
        return ReviewViews.report(page, form, errors);
    }
}
