package askme.member;

import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateGlobal;

/** The member signed in, for every template: {@code me} is null for a guest. */
@TemplateGlobal
final class MemberGlobals {

    private MemberGlobals() {}

    static MemberRef me() {
        // A worker renders cards outside any request: for everyone, so as for a guest.
        if (!Arc.container().requestContext().isActive()) {
            return null;
        }
        return Arc.container().instance(CurrentMember.class).get().find().orElse(null);
    }
}
