package askme.question;

import askme.picture.TextWithPictures;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The texts of questions, and their revisions, which may name pictures. */
class QuestionTexts {

    static final TextWithPictures KIND = new TextWithPictures("question", """
            SELECT body FROM question WHERE id = :id
            UNION ALL SELECT body FROM question_revision WHERE question_id = :id""");

    @Produces
    @Singleton
    TextWithPictures kind() {
        return KIND;
    }
}
