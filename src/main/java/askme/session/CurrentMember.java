package askme.session;

import askme.member.ConfiguredAdmins;
import askme.member.Member;
import askme.member.MemberRef;
import askme.member.Privilege;
import askme.member.Role;
import askme.settings.SettingKeys;
import askme.settings.Settings;
import io.quarkus.arc.Unremovable;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** The member who sent this request, from {@link SessionAuthentication}; empty for a guest and outside of a request. */
@RequestScoped
@Unremovable // templates look it up
public class CurrentMember {

    private final CurrentVertxRequest request;
    private final ConfiguredAdmins admins;
    private final Settings settings;

    CurrentMember(CurrentVertxRequest request, ConfiguredAdmins admins, Settings settings) {
        this.request = request;
        this.admins = admins;
        this.settings = settings;
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
                .map(s -> new Rights(s.member().id(), role(s), s.member().rating(), this::threshold))
                .orElseGet(() -> new Rights(0, Role.MEMBER, 0, this::threshold));
    }

    private int threshold(Privilege privilege) {
        return settings.get(
                switch (privilege) {
                    case VOTE -> SettingKeys.VOTE;
                    case COMMENT -> SettingKeys.COMMENT;
                    case PICTURES -> SettingKeys.PICTURES;
                    case EDIT -> SettingKeys.EDIT;
                    case CLOSE -> SettingKeys.CLOSE;
                    case REVIEW -> SettingKeys.REVIEW;
                    case TAGWIKI -> SettingKeys.TAG_WIKI;
                });
    }

    private Role role(AuthenticatedMember session) {
        return admins.named(session.member().nickname()) ? Role.ADMINISTRATOR : session.role();
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
