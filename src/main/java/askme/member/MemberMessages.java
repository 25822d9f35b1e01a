package askme.member;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of members, accounts and sessions, from {@code messages/member_*.properties}. */
@MessageBundle("member")
public interface MemberMessages {

    @Message
    String busy();

    @Message
    String confirm_member();

    @Message
    String email();

    /** The act that a privilege allows, as the end of a sentence. */
    @Message
    String privilege(Privilege privilege);

    @Message
    String missing_privilege(String what, int rating);

    @Message
    String nickname_refused();

    @Message
    String confirm_first();

    @Message
    String suspended();

    @Message
    String suspended_until(String moment);

    @Message
    String suspension_why(String reason);

    @Message
    String suspension();

    @Message
    String suspend();

    @Message
    String is_suspended();

    @Message
    String lift();

    @Message
    String was_suspended(String nickname);

    @Message
    String was_lifted(String nickname);

    @Message
    String nickname();

    @Message
    String nickname_hint();

    @Message
    String password();

    @Message
    String password_hint();

    @Message
    String password_again();

    @Message
    String avatar();

    @Message
    String avatar_hint();

    @Message
    String login();

    @Message
    String have_account();

    @Message
    String no_account();

    @Message
    String email_hint();

    @Message
    String password_missing();

    @Message
    String password_short();

    @Message
    String password_long();

    @Message
    String password_common();

    @Message
    String password_personal();

    @Message
    String password_differs();

    @Message
    String email_taken();

    @Message
    String email_taken_or();

    @Message
    String email_taken_reset();

    @Message
    String nickname_taken();

    @Message
    String forgotten();

    @Message
    String forgotten_title();

    @Message
    String forgotten_hint();

    @Message
    String forgotten_send();

    @Message
    String reset_asked();

    @Message
    String reset_late();

    @Message
    String reset_title();

    @Message
    String reset_for(String nickname);

    @Message
    String reset_done();

    @Message
    String sign_in_wrong();

    @Message
    String sign_in_wait(int minutes);

    @Message
    String sign_in_first();

    @Message
    String welcome(String nickname);

    @Message
    String welcome_back(String nickname);

    @Message
    String signed_out();

    @Message
    String avatar_large();

    @Message
    String avatar_no_picture();

    @Message
    String avatar_pixels();

    @Message
    String nickname_kept();

    @Message
    String password_needed();

    @Message
    String email_password_hint();

    @Message
    String profile_saved();

    @Message
    String password_wrong();

    @Message
    String password_changed();

    @Message
    String change_password();

    @Message
    String current_password();

    @Message
    String new_password();

    @Message
    String remove_avatar();

    @Message
    String mail_answers();

    @Message
    String sessions();

    @Message
    String sessions_hint();

    @Message
    String session_here();

    @Message
    String session_since();

    @Message
    String session_seen();

    @Message
    String session_active();

    @Message
    String session_end();

    @Message
    String session_ended();

    @Message
    String unknown_device();

    @Message
    String sign_out_everywhere();

    @Message
    String signed_out_everywhere();

    @Message
    String edit_profile();

    @Message
    String rating();

    @Message
    String total(int count);

    @Message
    String posts(int questions, int answers);

    @Message
    String sign_in_to_post();

    @Message
    String text_kept();

    @Message
    String posted_afterwards();

    @Message
    String voted_afterwards();

    @Message
    String sign_in_to_vote();

    @Message
    String sign_in_to_ask();

    @Message
    String text_not_posted();

    @Message
    String reset_sent_title();

    @Message
    String reset_sent_wait();

    @Message
    String reset_sent_again();

    @Message
    String avatar_chosen();

    @Message
    String join_not_set_up();

    @Message
    String join_domain();

    @Message
    String join_invitation();

    @Message
    String join_nobody();
}
