package askme.admin;

import askme.database.NewTransaction;
import askme.jobs.Queues;
import askme.jobs.RedisException;
import askme.jobs.admin.JobAdmin;
import askme.jobs.queue.Outbox;
import askme.mail.TestMailRequested;
import askme.member.EmailAddress;
import askme.session.CurrentMember;
import askme.web.LocalizedMessages;
import askme.web.http.PageResponses;
import askme.web.page.Flash;
import askme.web.page.FormErrors;
import askme.web.page.FormValidator;
import askme.web.page.PageContext;
import askme.web.security.Audit;
import io.quarkus.qute.CheckedTemplate;
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
import java.time.Clock;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The operator's page of queues, retries, dead jobs and periodic tasks. */
@Path(AdminLinks.JOBS)
@Produces(MediaType.TEXT_HTML)
@Blocking
@AdminOnly
class JobsResource {

    private static final Pattern JOB_ID = Pattern.compile("[\\w-]{1,64}");

    private final JobAdmin jobs;
    private final Outbox outbox;
    private final FormValidator validator;
    private final LocalizedMessages<AdminMessages> messages = LocalizedMessages.of(AdminMessages.class);
    private final PageContext context;
    private final Clock clock;
    private final Audit audit;
    private final CurrentMember current;

    JobsResource(
            JobAdmin jobs,
            Outbox outbox,
            FormValidator validator,
            PageContext context,
            Clock clock,
            Audit audit,
            CurrentMember current) {
        this.audit = audit;
        this.current = current;
        this.jobs = jobs;
        this.outbox = outbox;
        this.validator = validator;
        this.context = context;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "admin")
    static class Views {
        static native TemplateInstance jobs(JobsPage page, TestMailForm form, FormErrors errors);

        static native TemplateInstance board(JobsPage page);
    }

    /** The state for programs, and as HTML for the open page. */
    public record Refresh(JobsPage state, String html) {}

    @GET
    public TemplateInstance show() {
        return Views.jobs(page(), TestMailForm.EMPTY, FormErrors.none());
    }

    @GET
    @Path("/state")
    @Produces(MediaType.APPLICATION_JSON)
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    public Refresh state() {
        JobsPage page = page();
        return new Refresh(page, Views.board(page).setLocale(context.locale()).render());
    }

    @POST
    @Path("/retry")
    public Response retry(@RestForm String id) {
        jobs.retry(requireJobId(id));
        return redirectAfter("job-retried", messages.get().retried());
    }

    @POST
    @Path("/retry-all")
    public Response retryAll() {
        return redirectAfter("jobs-retried", messages.get().retried_all(jobs.replayAll()));
    }

    @POST
    @Path("/delete")
    public Response delete(@RestForm String id) {
        jobs.delete(requireJobId(id));
        return redirectAfter("job-deleted", messages.get().deleted());
    }

    @POST
    @Path("/pause")
    public Response pause(@RestForm String queue) {
        jobs.pause(requireQueue(queue));
        return redirectAfter("queue-paused", messages.get().paused(queue));
    }

    @POST
    @Path("/resume")
    public Response resume(@RestForm String queue) {
        jobs.resume(requireQueue(queue));
        return redirectAfter("queue-resumed", messages.get().resumed(queue));
    }

    @POST
    @Path("/test-mail")
    public Response testMail(@BeanParam TestMailForm form) {
        FormErrors errors = validator.of(form);
        if (errors.any()) {
            return PageResponses.unprocessable(Views.jobs(page(), form, errors));
        }
        NewTransaction.run(() -> outbox.record(new TestMailRequested(EmailAddress.Check.clean(form.address()))));
        return redirectAfter("test-mail-sent", messages.get().test_mail_queued(form.address()));
    }

    @ServerExceptionMapper
    public Response redisDown(RedisException failure) {
        return redirect(messages.get().redis_down());
    }

    private JobsPage page() {
        return JobsPage.of(jobs, clock.instant());
    }

    private static String requireJobId(String id) {
        if (id == null || !JOB_ID.matcher(id).matches()) {
            throw new NotFoundException();
        }
        return id;
    }

    private static String requireQueue(String queue) {
        if (queue == null || !Queues.BY_PRIORITY.contains(queue)) {
            throw new NotFoundException();
        }
        return queue;
    }

    private Response redirectAfter(String event, String message) {
        audit.event(event, 0, current.idOrZero());
        return redirect(message);
    }

    private static Response redirect(String message) {
        return Flash.redirect(AdminLinks.jobs(), message);
    }
}
