package askme.session;

import askme.member.ConfiguredAdmins;
import askme.member.Member;
import askme.member.MemberRef;
import askme.member.Privilege;
import askme.member.Role;
import askme.settings.SettingKeys;
import askme.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;

/** The rights of members, by their roles, the configuration and the settings. */
@ApplicationScoped
public class MemberRights {

    private final ConfiguredAdmins admins;
    private final Settings settings;

    MemberRights(ConfiguredAdmins admins, Settings settings) {
        this.admins = admins;
        this.settings = settings;
    }

    /** The rights of a member who may not be signed in. */
    public Rights of(Member member) {
        return of(member.ref(), member.role(), member.secondFactor);
    }

    /**
     * The rights of a member with this role; the configuration may name more administrators. A moderator without a second factor
     * has those of a member if a setting requires it.
     */
    Rights of(MemberRef member, Role role, boolean secondFactor) {
        Role may = lacksFactor(member, role, secondFactor) ? Role.MEMBER : whole(member, role);
        return new Rights(member.id(), may, member.rating(), this::threshold);
    }

    /** The rights that the member has by rating alone. */
    Rights withoutRole(MemberRef member) {
        return new Rights(member.id(), Role.MEMBER, member.rating(), this::threshold);
    }

    boolean lacksFactor(MemberRef member, Role role, boolean secondFactor) {
        return !secondFactor
                && settings.get(SettingKeys.MODERATOR_FACTOR)
                && whole(member, role).atLeast(Role.MODERATOR);
    }

    private Role whole(MemberRef member, Role role) {
        return admins.named(member.nickname()) ? Role.ADMINISTRATOR : role;
    }

    /** The rights of a guest. */
    Rights ofGuest() {
        return new Rights(0, Role.MEMBER, 0, this::threshold);
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
}
