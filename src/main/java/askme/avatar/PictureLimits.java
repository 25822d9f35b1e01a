package askme.avatar;

import io.quarkus.qute.TemplateExtension;

/** The limits of an uploaded picture, which the browser checks before it sends the file. */
@TemplateExtension(namespace = "picture")
final class PictureLimits {

    private PictureLimits() {}

    static int mostBytes() {
        return AvatarPicture.MOST_BYTES;
    }

    static long mostPixels() {
        return AvatarPicture.MOST_PIXELS;
    }
}
