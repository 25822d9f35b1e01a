package askme.picture;

import static org.assertj.core.api.Assertions.assertThat;

import askme.picture.decoding.Pictures;
import askme.support.TestDatabase;
import askme.support.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pictures that no text names are removed after a day, others stay. */
@QuarkusTest
@Tag("one-process") // runs the task in the process that answers
class PictureSweepTest {

    private static final String EDIT = "form:has(textarea[name=text])";

    @Inject
    PictureSweep sweep;

    @Inject
    TestDatabase database;

    private Visitor ann;

    @BeforeEach
    void signUp() {
        ann = Visitor.member("ann");
    }

    @Test
    void unusedPictureIsRemovedAfterADay() throws SQLException {
        String fresh = uploaded();
        String old = uploaded();
        age(old);
        sweep.run();
        assertThat(status(fresh)).isEqualTo(200);
        assertThat(status(old)).isEqualTo(404);
        assertThat(status(old.replace(".jpg", "-small.jpg"))).isEqualTo(404);
        assertThat(rows(old)).isZero();
    }

    @Test
    void pictureStaysWhileAnyTextNamesIt() throws SQLException {
        String inQuestion = uploaded();
        String inAnswer = uploaded();
        String inComment = uploaded();
        long question = ann.ask("Which pictures are kept?", "![a](" + inQuestion + ")", "pictures");
        long answer =
                Visitor.member("bob").answer(question, "See [this](" + inAnswer + ") and ![x](" + inQuestion + ")");
        ann.post(
                "/answer/" + answer + "/comments", Map.of("text", "As in " + inComment, "csrf-token", ann.csrfToken()));
        age(inQuestion, inAnswer, inComment);
        sweep.run();
        assertThat(status(inQuestion)).isEqualTo(200);
        assertThat(status(inAnswer)).isEqualTo(200);
        assertThat(status(inComment)).isEqualTo(200);

        ann.get("/question/" + question + "/edit");
        ann.submit(EDIT, Map.of("text", "No picture any longer"));
        age(inQuestion, inAnswer, inComment);
        sweep.run();
        assertThat(status(inQuestion)).as("the answer names it too").isEqualTo(200);

        database.change("DELETE FROM answer WHERE id = ?", answer);
        age(inQuestion, inAnswer, inComment);
        sweep.run();
        assertThat(status(inQuestion)).as("a revision names it").isEqualTo(200);
        assertThat(status(inAnswer)).isEqualTo(404);
        assertThat(status(inComment)).as("its comment went with the answer").isEqualTo(404);

        database.change("DELETE FROM question_revision WHERE question_id = ?", question);
        age(inQuestion);
        sweep.run();
        assertThat(status(inQuestion)).isEqualTo(404);
    }

    @Test
    void pictureOfADraftStays() throws SQLException {
        String picture = uploaded();
        ann.json(
                "PUT",
                "/drafts/ask",
                "{\"text\":\"![a](" + picture + ")\",\"typedAt\":" + System.currentTimeMillis() + "}",
                ann.csrfToken());
        age(picture);
        sweep.run();
        assertThat(status(picture)).isEqualTo(200);
    }

    @Test
    void pictureOfASuggestedEditStays() throws SQLException {
        long question = Visitor.member("bob").ask("Which picture is suggested?", "None yet, so far", "pictures");
        String picture = uploaded();
        ann.get("/question/" + question + "/edit");
        ann.submit(EDIT, Map.of("text", "With ![a](" + picture + ")"));
        age(picture);
        sweep.run();
        assertThat(status(picture)).isEqualTo(200);
    }

    @Test
    void editThatNamesAnOldPictureKeepsIt() throws SQLException {
        String picture = uploaded();
        long question = ann.ask("Is a picture added later?", "Not yet, soon", "pictures");
        age(picture);
        ann.get("/question/" + question + "/edit");
        ann.submit(EDIT, Map.of("text", "Now: ![it](" + picture + ")"));
        sweep.run();
        assertThat(status(picture)).isEqualTo(200);
        assertThat(database.of("SELECT COUNT(*) FROM picture_use WHERE picture = ?", name(picture)))
                .isEqualTo(1);
    }

    /** One picture may be named by very many texts; one transaction reads a bounded number. */
    @Test
    void manyTextsThatNamedItAreReadInSteps() throws SQLException {
        String picture = uploaded();
        database.change(
                "INSERT INTO picture_use (picture, kind, text_id) SELECT ?, 'question', -n.id FROM"
                        + " (SELECT ROW_NUMBER() OVER () AS id FROM information_schema.columns LIMIT 250) n",
                name(picture));
        age(picture);
        sweep.run();
        assertThat(status(picture)).isEqualTo(404);
    }

    @Test
    void kindOfANewerVersionKeepsThePicture() throws SQLException {
        String picture = uploaded();
        database.change("INSERT INTO picture_use (picture, kind, text_id) VALUES (?, 'of-tomorrow', 1)", name(picture));
        age(picture);
        sweep.run();
        assertThat(status(picture)).isEqualTo(200);
    }

    private String uploaded() {
        return PictureResourceTest.urlIn(
                ann.postFile("/pictures", "picture", "a.jpg", Pictures.halves("jpg", 900, 30), ann.csrfToken()));
    }

    private void age(String... urls) throws SQLException {
        for (String url : urls) {
            database.change("UPDATE picture SET checked_at = checked_at - INTERVAL 25 HOUR WHERE name = ?", name(url));
        }
    }

    private long rows(String url) {
        return database.of("SELECT COUNT(*) FROM picture WHERE name = ?", name(url));
    }

    private static String name(String url) {
        return url.substring("/picture/".length());
    }

    private static int status(String url) {
        return Visitor.guest().get(url).status();
    }
}
