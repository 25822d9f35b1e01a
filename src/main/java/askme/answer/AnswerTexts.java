package askme.answer;

import askme.picture.TextWithPictures;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The texts of answers, and their revisions, which may name pictures. */
class AnswerTexts {

    static final TextWithPictures KIND = new TextWithPictures("answer", """
            SELECT body FROM answer WHERE id = :id
            UNION ALL SELECT body FROM answer_revision WHERE answer_id = :id""");

    @Produces
    @Singleton
    TextWithPictures kind() {
        return KIND;
    }
}
