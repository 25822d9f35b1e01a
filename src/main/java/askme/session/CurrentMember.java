package askme.session;

import askme.member.Member;
import askme.member.MemberRef;
import io.quarkus.arc.Unremovable;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.Optional;

/** The member who sent this request, from {@link SessionAuthentication}; empty for a guest and outside of a request. */
@RequestScoped
@Unremovable // templates look it up
public class CurrentMember {

    private final CurrentVertxRequest request;
    private final MemberRights rights;

    CurrentMember(CurrentVertxRequest request, MemberRights rights) {
        this.request = request;
        this.rights = rights;
    }

    public Optional<MemberRef> find() {
        return signedIn().map(AuthenticatedMember::member);
    }

    /** The member's id; 0 for a guest. No row has the id 0, so a query may use it. */
    public long idOrZero() {
        return find().map(MemberRef::id).orElse(0L);
    }

    /** The rights of the member, or of a guest. */
    public Rights rights() {
        return signedIn()
                .map(s -> TokenAuthentication.mayModerate(request.getCurrent())
                        ? rights.of(s.member(), s.role(), s.secondFactor())
                        : rights.withoutRole(s.member()))
                .orElseGet(rights::ofGuest);
    }

    /** Whether the token of this request has {@code scope}; true without a token. */
    public boolean allows(TokenScope scope) {
        RoutingContext routing = request.getCurrent();
        return routing == null || TokenAuthentication.allows(routing, scope);
    }

    /** Whether the member has to confirm the address before anything is posted. */
    public boolean mustConfirm() {
        return signedIn().map(AuthenticatedMember::mustConfirm).orElse(false);
    }

    /** The time zone that the member chose; null if it is the browser's. */
    public String zone() {
        return signedIn().map(AuthenticatedMember::zone).orElse(null);
    }

    /** When the account of the member will be deleted; null if it will not. */
    public Instant deleteAt() {
        return signedIn().map(AuthenticatedMember::deleteAt).orElse(null);
    }

    /** When the member last proved in this session who it is; null if never, and for a guest. */
    Instant confirmedAt() {
        return signedIn().map(AuthenticatedMember::confirmedAt).orElse(null);
    }

    /** The provider that opened the session; empty for other ways. */
    public Optional<String> provider() {
        return signedIn().map(AuthenticatedMember::provider);
    }

    /** Whether the member has the rights of the role only after the set-up of a second factor, as a setting requires. */
    public boolean lacksSecondFactor() {
        return signedIn()
                .filter(s -> rights.lacksFactor(s.member(), s.role(), s.secondFactor()))
                .isPresent();
    }

    /**
     * The member.
     *
     * @throws SignInRequired for a guest
     * @throws IllegalStateException if the session could not be looked up
     */
    public MemberRef required() {
        return find().orElseThrow(() -> {
            RuntimeException failure = SessionAuthentication.failure(request.getCurrent());
            return failure != null ? failure : new SignInRequired();
        });
    }

    /**
     * The member's row, from the database.
     *
     * @throws SignInRequired for a guest
     */
    public Member row() {
        return Member.<Member>findByIdOptional(required().id()).orElseThrow(SignInRequired::new);
    }

    private Optional<AuthenticatedMember> signedIn() {
        RoutingContext routing = request.getCurrent();
        return Optional.ofNullable(routing == null ? null : SessionAuthentication.signedIn(routing));
    }
}
