package askme.draft;

import askme.picture.TextWithPictures;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The drafts of a member, which may name pictures. */
class DraftTexts {

    static final TextWithPictures KIND =
            new TextWithPictures("draft", "SELECT fields FROM draft WHERE member_id = :id AND fields IS NOT NULL");

    @Produces
    @Singleton
    TextWithPictures kind() {
        return KIND;
    }
}
