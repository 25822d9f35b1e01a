package askme.comment;

import askme.picture.TextWithPictures;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The texts of comments, which may name pictures. */
class CommentTexts {

    static final TextWithPictures KIND = new TextWithPictures("comment", "SELECT body FROM comment WHERE id = :id");

    @Produces
    @Singleton
    TextWithPictures kind() {
        return KIND;
    }
}
