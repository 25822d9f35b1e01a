package askme.member;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** Whoever sent this request. Filled by the authentication from the session cookie; empty for a guest. */
@RequestScoped
@Unremovable // templates look it up
public class CurrentMember {

    private MemberRef ref;
    private boolean admin;

    /** Called by the authentication alone. */
    void signedIn(MemberRef member, boolean isAdmin) {
        ref = member;
        admin = isAdmin;
    }

    public Optional<MemberRef> find() {
        return Optional.ofNullable(ref);
    }

    /** The member's id, 0 for a guest: no row has that id, so it may stand in a query. */
    public long idOrZero() {
        return ref == null ? 0 : ref.id();
    }

    public boolean admin() {
        return admin;
    }

    /** The member, where one is needed: a guest is sent to sign in (or gets 401 as a problem object). */
    public MemberRef required() {
        return find().orElseThrow(SignInRequired::new);
    }
}
