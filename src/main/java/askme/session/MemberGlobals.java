package askme.session;

import askme.member.MemberRef;
import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateGlobal;
import java.time.Instant;
import java.util.function.Supplier;

/** The signed-in member in every template: {@code me} is null for a guest. */
public final class MemberGlobals {

    private static final ThreadLocal<Boolean> AS_GUEST = ThreadLocal.withInitial(() -> false);

    private MemberGlobals() {}

    /** Runs {@code rendering} in this thread as if for a guest, even if a member's request is being answered. */
    public static String asGuest(Supplier<String> rendering) {
        AS_GUEST.set(true);
        try {
            return rendering.get();
        } finally {
            AS_GUEST.remove();
        }
    }

    @TemplateGlobal
    static MemberRef me() {
        return asGuest() ? null : current().find().orElse(null);
    }

    /** The rights of the reader. */
    @TemplateGlobal
    static Rights rights() {
        return asGuest() ? Rights.ofGuest() : current().rights();
    }

    /** Whether the reader has to confirm the address before anything is posted. */
    @TemplateGlobal
    static boolean unconfirmed() {
        return !asGuest() && current().mustConfirm();
    }

    /** Whether the reader has the rights of a moderator only after the set-up of a second factor. */
    @TemplateGlobal
    static boolean lacksSecondFactor() {
        return !asGuest() && current().lacksSecondFactor();
    }

    /** When the account of the reader will be deleted; null if it will not. */
    @TemplateGlobal
    static Instant accountEnds() {
        return asGuest() ? null : current().deleteAt();
    }

    /** The time zone that the reader chose; null if it is the browser's. */
    @TemplateGlobal
    static String chosenZone() {
        return asGuest() ? null : current().zone();
    }

    /** True outside of a request too: a worker renders cards that all readers see. */
    private static boolean asGuest() {
        return AS_GUEST.get() || !Arc.container().requestContext().isActive();
    }

    private static CurrentMember current() {
        return Arc.container().instance(CurrentMember.class).get();
    }
}
