package askme.deletion;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of deleted posts, in {@code messages/deletion_*.properties}. */
@MessageBundle("deletion")
public interface DeletionMessages {

    @Message
    String deleted_by(String nickname);

    @Message
    String deleted();

    @Message
    String hint();

    @Message
    String undelete();

    @Message
    String purge();

    @Message
    String purge_sure();

    @Message
    String purged();
}
