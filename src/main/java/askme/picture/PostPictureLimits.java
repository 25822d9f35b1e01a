package askme.picture;

import io.quarkus.qute.TemplateExtension;

/** The limit of a picture in a post, which the browser checks before it sends the file. */
@TemplateExtension(namespace = "picture", priority = 29)
final class PostPictureLimits {

    private PostPictureLimits() {}

    static int mostBytesOfPost() {
        return PostPicture.MOST_BYTES;
    }
}
