package askme.account.data;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts about one's data, from {@code messages/owndata_*.properties}. */
@MessageBundle("owndata")
public interface OwnDataMessages {

    @Message
    String export_heading();

    @Message
    String export_text();

    @Message
    String export_button();

    @Message
    String export_asked();

    @Message
    String export_lately();

    @Message
    String export_waits();

    @Message
    String delete_heading();

    @Message
    String delete_text();

    @Message
    String delete_goes();

    @Message
    String delete_stays();

    @Message
    String delete_days();

    @Message
    String delete_button();

    @Message
    String administrator();

    @Message
    String planned();

    @Message
    String keep_button();

    @Message
    String kept();

    @Message
    String export_ready(long megabytes);

    @Message
    String export_part(int part);

    @Message
    String export_download();

    @Message
    String export_ends();

    @Message
    String delete_name(String name);

    @Message
    String will_be_deleted();
}
