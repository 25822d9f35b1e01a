package askme.account.profile;

import askme.picture.TextWithPictures;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The texts of members about themselves, which may name pictures. */
class ProfileTexts {

    static final TextWithPictures KIND =
            new TextWithPictures("profile", "SELECT about FROM member_profile WHERE member_id = :id");

    @Produces
    @Singleton
    TextWithPictures kind() {
        return KIND;
    }
}
