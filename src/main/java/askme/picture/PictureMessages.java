package askme.picture;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of pictures in posts, in {@code messages/upload_*.properties}. */
@MessageBundle("upload")
public interface PictureMessages {

    @Message
    String add();

    @Message
    String description();

    @Message
    String close();

    @Message
    String missing();

    @Message
    String too_large();

    @Message
    String no_picture();

    @Message
    String too_many_pixels();

    @Message
    String too_much_today();

    @Message
    String unavailable();
}
