package askme.picture;

import askme.member.Privilege;
import askme.session.CurrentMember;
import askme.web.FilterOrder;
import askme.web.LocalizedMessages;
import askme.web.Messages;
import askme.web.http.ProblemException;
import askme.web.security.Audit;
import askme.web.security.Csrf;
import io.vertx.core.http.HttpServerRequest;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Checks the right to send a picture before a byte of it is read: other forms have their token in the body. The rate limit is
 * checked after it, also before the body.
 */
class UploadFilter {

    private final CurrentMember current;
    private final PictureTable table;
    private final Csrf csrf;
    private final Audit audit;
    private final LocalizedMessages<Messages> messages = LocalizedMessages.of(Messages.class);

    UploadFilter(CurrentMember current, PictureTable table, Csrf csrf, Audit audit) {
        this.current = current;
        this.table = table;
        this.csrf = csrf;
        this.audit = audit;
    }

    @MemberUpload
    @ServerRequestFilter(priority = FilterOrder.UPLOAD)
    public void check(HttpServerRequest request) {
        long member = current.required().id();
        if (!csrf.valid(request, request.getHeader(Csrf.HEADER))) {
            audit.event("form-refused", 0);
            throw new ProblemException(403, "csrf", messages.get().form_expired());
        }
        current.rights().require(Privilege.PICTURES);
        if (!table.permits(member, 1)) {
            throw PictureResource.tooMuchToday();
        }
    }
}
