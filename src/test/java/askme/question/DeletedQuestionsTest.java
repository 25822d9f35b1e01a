package askme.question;

import static org.assertj.core.api.Assertions.assertThat;

import askme.member.MemberRef;
import askme.member.Role;
import askme.session.Rights;
import askme.support.QueryCosts;
import askme.support.TestDatabase;
import askme.support.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A list reads no deleted question, although most questions of a tag and of a member are deleted. */
@QuarkusTest
@Tag("one-process")
class DeletedQuestionsTest {

    private static final int ASKED = 300;
    private static final int LEFT = 30;

    @Inject
    QuestionDeletion deletion;

    @Inject
    QueryCosts costs;

    @Inject
    TestDatabase database;

    @Test
    void listsOfATagWithNineOfTenDeletedReadNoMoreThanTheirPage() {
        Visitor ann = Visitor.member("manyAnn");
        String tag = Visitor.unique("many");
        long first = ann.ask("The first of many", "Text", tag);
        long author = database.of("SELECT author_id FROM question WHERE id = ?", first);
        long tagId = database.of("SELECT id FROM tag WHERE name = ?", tag);
        addCopies(first);
        List<Long> all = database.all("SELECT id FROM question WHERE author_id = " + author + " ORDER BY id DESC");
        assertThat(all).hasSize(ASKED);
        Rights rights = new Rights(author, Role.MODERATOR, 0);
        MemberRef deleter = new MemberRef(author, ann.nickname(), null, 0);
        all.subList(0, ASKED - LEFT).forEach(id -> deletion.delete(id, deleter, rights));

        int size = QuestionLists.READ;
        Map<String, Object> top = Map.ofEntries(
                Map.entry("tag", tagId),
                Map.entry("author", author),
                Map.entry("reader", author),
                Map.entry("before", Long.MAX_VALUE),
                Map.entry("from", Long.MAX_VALUE),
                Map.entry("value", Integer.MAX_VALUE),
                Map.entry("rating", Integer.MAX_VALUE),
                Map.entry("at", "9999-01-01 00:00:00"),
                Map.entry("depth", size),
                Map.entry("skip", 0),
                Map.entry("size", size));
        Stream.of(
                        QuestionLists.NEWEST_TAGGED,
                        QuestionLists.UNANSWERED,
                        QuestionLists.ACTIVE,
                        QuestionLists.HOT_TAGGED,
                        QuestionQueries.TAGGED,
                        QuestionQueries.OF_MEMBER,
                        QuestionQueries.NEWEST,
                        QuestionQueries.HOT,
                        QuestionQueries.HOT_FROM)
                .forEach(list -> {
                    QueryCosts.Cost cost = costs.of(list, top);
                    assertThat(cost.returned()).as(list).isEqualTo(size);
                    assertThat(cost.read()).as(list).isLessThanOrEqualTo(12L * size);
                });
        assertThat(database.of("SELECT question_count FROM tag WHERE id = ?", tagId))
                .isEqualTo(LEFT);
    }

    private void addCopies(long first) {
        for (int i = 1; i < ASKED; i++) {
            database.change(
                    "INSERT INTO question (author_id, title, body, excerpt, tag_names, asked_at, rating)"
                            + " SELECT author_id, CONCAT(title, ?), body, excerpt, tag_names, asked_at, ? FROM question WHERE id = ?",
                    i,
                    i,
                    first);
        }
        String copies = " FROM question q JOIN question f ON f.id = ? AND q.author_id = f.author_id AND q.id > f.id";
        database.change(
                "INSERT INTO question_tag (tag_id, question_id, rating) SELECT (SELECT MIN(tag_id) FROM question_tag"
                        + " WHERE question_id = f.id), q.id, q.rating" + copies,
                first);
        for (String tag : List.of("0", "(SELECT MIN(tag_id) FROM question_tag WHERE question_id = f.id)")) {
            database.change( // a periodic task may have listed some
                    "INSERT IGNORE INTO listed_question (question_id, tag_id, active_at) SELECT q.id, " + tag
                            + ", q.asked_at" + copies,
                    first);
        }
        database.change(
                "UPDATE tag SET question_count = ? WHERE id = (SELECT MIN(tag_id) FROM question_tag"
                        + " WHERE question_id = ?)",
                ASKED,
                first);
        database.change(
                "UPDATE member m JOIN question f ON f.author_id = m.id SET m.question_count = ?, m.rating = ?"
                        + " WHERE f.id = ?",
                ASKED,
                ASKED * (ASKED - 1) / 2,
                first);
        database.change("UPDATE site_counter SET value = value + ? WHERE name = 'questions'", ASKED - 1);
    }
}
