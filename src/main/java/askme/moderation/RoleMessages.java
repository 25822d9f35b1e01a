package askme.moderation;

import askme.member.Privilege;
import askme.member.Role;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of roles, privileges and suspensions, in {@code messages/role_*.properties}. */
@MessageBundle("role")
public interface RoleMessages {

    @Message
    String role(Role role);

    @Message
    String manage();

    @Message
    String manage_search();

    @Message
    String manage_all();

    @Message
    String manage_none();

    @Message
    String give_role();

    @Message
    String role_of(String nickname);

    @Message
    String role_configured();

    @Message
    String role_refused();

    @Message
    String role_given(String nickname, String role);

    @Message
    String last_administrator();

    @Message
    String is_suspended_short();

    @Message
    String privileges();

    @Message
    String privileges_intro();

    @Message
    String privileges_own(int rating);

    @Message
    String privilege_everybody();

    @Message
    String privilege_from(int rating);

    @Message
    String privilege_have();

    @Message
    String privilege_about(Privilege privilege);

    @Message
    String suspend_title(String nickname);

    @Message
    String suspend_intro();

    @Message
    String suspend_how_long();

    @Message
    String suspend_days(int days);

    @Message
    String suspend_for_ever();

    @Message
    String suspend_reason();
}
