package askme.picture;

import askme.markdown.PictureAddress;
import io.quarkus.qute.TemplateExtension;

/** The URLs of pictures in posts. */
@TemplateExtension(namespace = "to", priority = 29)
final class PictureLinks {

    static final String UPLOAD = "/pictures";
    static final String PICTURE = PictureAddress.FOLDER + "{name}";

    private PictureLinks() {}

    /** The URL to which the editor sends a picture. */
    static String pictures() {
        return UPLOAD;
    }
}
