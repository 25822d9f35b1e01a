package askme.session;

import askme.member.MemberMessages;
import askme.web.FilterOrder;
import askme.web.LocalizedMessages;
import askme.web.http.ProblemException;
import askme.web.security.CsrfExempt;
import askme.web.security.GuestForm;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.lang.reflect.Method;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/** Refuses what a member may do only with a confirmed address, and says why. */
class ConfirmationFilter {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final CurrentMember current;
    private final LocalizedMessages<MemberMessages> messages = LocalizedMessages.of(MemberMessages.class);

    ConfirmationFilter(CurrentMember current) {
        this.current = current;
    }

    @ServerRequestFilter(priority = FilterOrder.CONFIRMATION)
    public void check(ContainerRequestContext request, SimpleResourceInfo resource) throws NoSuchMethodException {
        if (!SAFE.contains(request.getMethod()) && current.mustConfirm() && !isOpen(resource)) {
            throw new ProblemException(403, "unconfirmed", messages.get().confirm_first());
        }
    }

    private static boolean isOpen(SimpleResourceInfo resource) throws NoSuchMethodException {
        Method method = resource.getResourceClass().getMethod(resource.getMethodName(), resource.parameterTypes());
        return method.isAnnotationPresent(BeforeConfirmation.class)
                || method.isAnnotationPresent(GuestForm.class)
                || method.isAnnotationPresent(CsrfExempt.class);
    }
}
