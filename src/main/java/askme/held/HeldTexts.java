package askme.held;

import askme.picture.TextWithPictures;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The texts of held posts, which may name pictures. */
class HeldTexts {

    static final TextWithPictures KIND = new TextWithPictures("held", "SELECT body FROM held_post WHERE id = :id");

    @Produces
    @Singleton
    TextWithPictures kind() {
        return KIND;
    }
}
