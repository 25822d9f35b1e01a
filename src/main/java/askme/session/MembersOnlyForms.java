package askme.session;

import askme.settings.Settings;
import askme.web.FilterOrder;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;

/** Refuses the forms of guests on a private site, which {@link MembersOnly} lets pass, so that the answer keeps their text. */
class MembersOnlyForms {

    private final Settings settings;
    private final CurrentMember current;

    MembersOnlyForms(Settings settings, CurrentMember current) {
        this.settings = settings;
        this.current = current;
    }

    @WithFormRead
    @ServerRequestFilter(priority = FilterOrder.MEMBERS_ONLY_FORM)
    public void check(RoutingContext routing) {
        if (settings.forMembersOnly() && !GuestAccess.isOpen(routing.normalizedPath())) {
            current.required();
        }
    }
}
