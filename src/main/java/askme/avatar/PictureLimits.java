package askme.avatar;

import askme.picture.decoding.UploadedPicture;
import io.quarkus.qute.TemplateExtension;

/** The limits of an uploaded avatar, which the browser checks before it sends the file. */
@TemplateExtension(namespace = "picture")
final class PictureLimits {

    private PictureLimits() {}

    static int mostBytes() {
        return AvatarPicture.MOST_BYTES;
    }

    static long mostPixels() {
        return UploadedPicture.MOST_PIXELS;
    }
}
