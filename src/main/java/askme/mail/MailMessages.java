package askme.mail;

import askme.account.address.AddressPurpose;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of mails; they are in {@code messages/mail_*.properties}. */
@MessageBundle("mail")
public interface MailMessages {

    @Message
    String way_subject();

    /** The change; {@code change} is a name of {@code SignInWayChanged.Change}. */
    @Message
    String way_change(String change, String name);

    @Message
    String way_not_you();

    @Message
    String way_button();

    @Message
    String way_why();

    @Message
    String answer_subject(String title);

    @Message
    String greeting(String nickname);

    @Message
    String answered(String writer);

    @Message
    String quoted(String title);

    @Message
    String read();

    @Message
    String why();

    @Message
    String stop();

    @Message
    String mention_subject(String title);

    @Message
    String mentioned(String writer);

    @Message
    String read_comment();

    @Message
    String mention_why();

    @Message
    String taken_subject(String title);

    @Message
    String declined_subject(String title);

    @Message
    String taken(String decider);

    @Message
    String taken_changed(String decider);

    @Message
    String declined(String decider);

    @Message
    String decision_reason();

    @Message
    String see_edit();

    @Message
    String decision_why();

    @Message
    String gathered_subject(int count);

    @Message
    String gathered_text();

    @Message
    String gathered_why();

    @Message
    String reset_subject();

    @Message
    String reset_text();

    @Message
    String reset_button();

    @Message
    String reset_why();

    @Message
    String address_subject(AddressPurpose purpose);

    @Message
    String address_text(AddressPurpose purpose);

    @Message
    String address_now(String address);

    @Message
    String address_button(AddressPurpose purpose);

    @Message
    String address_why(AddressPurpose purpose);

    @Message
    String export_subject();

    @Message
    String export_text();

    @Message
    String export_button();

    @Message
    String export_why();

    @Message
    String deletion_subject(String day);

    @Message
    String deletion_text(String day);

    @Message
    String deletion_keep();

    @Message
    String deletion_button();

    @Message
    String deletion_not_you();

    @Message
    String deletion_why();

    @Message
    String webhook_subject();

    @Message
    String webhook_text(String receiver);

    @Message
    String webhook_button();

    @Message
    String webhook_why();

    @Message
    String test_subject();

    @Message
    String test_text(String site);

    @Message
    String test_why();
}
