package askme.session;

import askme.member.MemberRef;
import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateGlobal;
import java.util.function.Supplier;

/** The member signed in, for every template: {@code me} is null and {@code admin} false for a guest. */
public final class MemberGlobals {

    private static final ThreadLocal<Boolean> FOR_EVERYONE = ThreadLocal.withInitial(() -> false);

    private MemberGlobals() {}

    /** What {@code rendering}, done in this thread, makes for a guest, also while a member's request is answered. */
    public static String forEveryone(Supplier<String> rendering) {
        FOR_EVERYONE.set(true);
        try {
            return rendering.get();
        } finally {
            FOR_EVERYONE.remove();
        }
    }

    @TemplateGlobal
    static MemberRef me() {
        return forEveryone() ? null : current().find().orElse(null);
    }

    /** Whether the reader is an administrator, who may edit everybody's posts and sees the operator's pages. */
    @TemplateGlobal
    static boolean admin() {
        return !forEveryone() && current().admin();
    }

    /** A worker renders cards outside any request: for everyone, so as for a guest. */
    private static boolean forEveryone() {
        return FOR_EVERYONE.get() || !Arc.container().requestContext().isActive();
    }

    private static CurrentMember current() {
        return Arc.container().instance(CurrentMember.class).get();
    }
}
