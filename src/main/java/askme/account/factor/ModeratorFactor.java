package askme.account.factor;

import askme.member.MemberLinks;
import askme.session.CurrentMember;
import askme.web.FilterOrder;
import askme.web.LocalizedMessages;
import askme.web.http.Problem;
import askme.web.page.Flash;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Leads a moderator without the second factor that the site requires to the set-up. Until then the rights are those of a member. */
class ModeratorFactor {

    private static final int FORBIDDEN = 403;
    private final CurrentMember current;
    private final LocalizedMessages<FactorMessages> texts = LocalizedMessages.of(FactorMessages.class);

    ModeratorFactor(CurrentMember current) {
        this.current = current;
    }

    @ServerRequestFilter(priority = FilterOrder.MODERATOR_FACTOR)
    public Response check(HttpServerRequest request) {
        String path = request.path();
        boolean guarded = (path + "/").startsWith("/admin/") || (path + "/").startsWith("/moderation/");
        if (!guarded || !current.lacksSecondFactor()) {
            return null;
        }
        String text = texts.get().set_up_first();
        return Problem.wantedBy(request)
                ? Problem.of(FORBIDDEN, "second-factor", text).response()
                : Flash.redirect(MemberLinks.security(), text);
    }
}
