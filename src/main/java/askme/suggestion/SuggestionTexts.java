package askme.suggestion;

import askme.picture.TextWithPictures;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The texts of suggested edits, which may name pictures. */
class SuggestionTexts {

    static final TextWithPictures KIND =
            new TextWithPictures("suggestion", "SELECT body FROM edit_suggestion WHERE id = :id");

    @Produces
    @Singleton
    TextWithPictures kind() {
        return KIND;
    }
}
