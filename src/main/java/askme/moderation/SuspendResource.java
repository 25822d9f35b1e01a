package askme.moderation;

import askme.member.Member;
import askme.member.MemberLinks;
import askme.member.MemberMessages;
import askme.session.CurrentMember;
import askme.web.LocalizedMessages;
import askme.web.http.PageResponses;
import askme.web.page.Flash;
import askme.web.page.FormErrors;
import askme.web.page.FormValidator;
import askme.web.page.Undo;
import askme.web.ratelimit.RateLimited;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.jboss.resteasy.reactive.RestPath;

/** Lets a moderator suspend a member. All others receive 404. */
@Path(MemberLinks.SUSPEND)
@Produces(MediaType.TEXT_HTML)
@Blocking
class SuspendResource {

    private final Suspensions suspensions;
    private final CurrentMember current;
    private final FormValidator check;
    private final Clock clock;
    private final LocalizedMessages<MemberMessages> messages = LocalizedMessages.of(MemberMessages.class);

    SuspendResource(Suspensions suspensions, CurrentMember current, FormValidator check, Clock clock) {
        this.suspensions = suspensions;
        this.current = current;
        this.check = check;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "moderation")
    static class Views {
        static native TemplateInstance suspend(Member person, SuspendForm form, FormErrors errors);
    }

    @GET
    public TemplateInstance form(@RestPath String nickname) {
        return Views.suspend(required(nickname), SuspendForm.EMPTY, FormErrors.none());
    }

    @POST
    @RateLimited("edit")
    public Response suspend(@RestPath String nickname, @BeanParam SuspendForm form) {
        Member member = required(nickname);
        FormErrors errors = check.of(form);
        if (errors.any()) {
            return PageResponses.unprocessable(Views.suspend(member, form, errors));
        }
        suspensions.suspend(member, form.until(clock.instant()), form.reason(), current.idOrZero());
        return Flash.redirect(
                MemberLinks.member(member.nickname),
                messages.get().was_suspended(member.nickname),
                Undo.by(MemberLinks.suspension(member.nickname), "suspended", "off"));
    }

    private Member required(String nickname) {
        return suspensions.requirePossible(nickname, current.rights());
    }
}
