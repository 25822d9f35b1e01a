package askme.discussion;

import askme.closing.ClosingState;
import askme.database.Row;
import askme.follow.QuestionState;
import askme.held.HeldAtQuestions;
import askme.member.MemberRef;
import askme.question.Question;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/** Reads the head of a question's page in one round trip: question, author, the reader's vote, related questions, newest answer, time. */
@ApplicationScoped
class DiscussionQueries {

    /** The newest answer's id is read before the answers. So the browser asks for an answer that is posted in between. */
    static final String HEAD = """
            SELECT {q.*}, m.nickname, m.avatar, m.rating AS author_rating, v.value AS my_vote, e.nickname AS editor,
                   :reader AS reader, (SELECT i.unread FROM inbox i WHERE i.member_id = :reader) AS unread,
                   %s,
                   %s,
                   CAST(UNIX_TIMESTAMP(NOW(6)) * 1000000 AS SIGNED) AS as_of,
                   (SELECT w.views FROM question_views w WHERE w.question_id = q.id) AS views,
                   q.version AS page_version,
                   (SELECT value FROM site_counter WHERE name = 'page-version') AS site_version,
                   (SELECT MAX(a.id) FROM answer a WHERE a.question_id = q.id) AS last_answer,
                   (SELECT MAX(c.id) FROM comment c WHERE c.question_id = q.id) AS last_comment,
                   EXISTS (SELECT 1 FROM deleted_post d WHERE d.question_id = q.id AND d.answer_id > 0) AS has_deleted,
                   %s AS has_held,
                   (SELECT JSON_ARRAYAGG(JSON_OBJECT('position', r.position, 'id', o.id, 'title', o.title,
                           'answers', o.answer_count, 'accepted', o.accepted_answer_id, 'closed', o.closed))
                    FROM related_question r JOIN question o ON o.id = r.related_id AND o.hidden = 0
                    WHERE r.question_id = q.id) AS related,
                   (SELECT JSON_ARRAYAGG(JSON_OBJECT('position', l.position, 'id', p.id, 'title', p.title,
                           'answers', p.answer_count, 'accepted', p.accepted_answer_id, 'closed', p.closed))
                    FROM linked_question l JOIN question p ON p.id = l.linked_id AND p.hidden = 0
                    WHERE l.question_id = q.id) AS linked,
                   (SELECT JSON_ARRAYAGG(JSON_OBJECT('id', s.id, 'answer', s.answer_id, 'author', s.author_id,
                           'proposer', s.proposer_id))
                    FROM edit_suggestion s
                    WHERE s.question_id = q.id AND s.state = 'waiting' AND :reader <> 0) AS suggestions
            FROM question q
            JOIN member m ON m.id = q.author_id
            LEFT JOIN question_vote v ON v.question_id = q.id AND v.member_id = :reader
            LEFT JOIN member e ON e.id = q.edited_by
            WHERE q.id = :id""".formatted(QuestionState.COLUMNS, ClosingState.COLUMNS, HeldAtQuestions.EXIST);

    private final Session hibernate;

    DiscussionQueries(Session hibernate) {
        this.hibernate = hibernate;
    }

    /**
     * The part of the page above the answers.
     *
     * @param editor the nickname of the last editor, or null
     * @param lastAnswerId the id of the newest answer, 0 if the question has no answers
     * @param lastCommentId the same for comments
     * @param hasDeleted whether answers of the question are deleted
     * @param hasHeld whether posts wait at the question that the reader may see
     * @param asOf when it was read, by the database's clock, in microseconds since 1970
     * @param version of the question's page; the head is read before the answers, so they are not older
     * @param siteVersion of what many pages show
     * @param related the best first
     * @param linked those that this question links, then those that link it
     * @param unread the number of the reader's unread notifications
     * @param views how often the question was read
     * @param state what the question is to the reader; null for a guest
     * @param closing whether and why it is closed or locked
     * @param suggestions the suggested edits that wait, as JSON; null without any, and for a guest
     */
    record Head(
            Question question,
            MemberRef author,
            String editor,
            int myVote,
            long lastAnswerId,
            long lastCommentId,
            boolean hasDeleted,
            boolean hasHeld,
            long asOf,
            long version,
            long siteVersion,
            List<RelatedQuestion> related,
            List<RelatedQuestion> linked,
            int unread,
            int views,
            QuestionState state,
            ClosingState closing,
            String suggestions) {

        private static Head of(Row row) {
            long reader = row.id("reader");
            Question question = (Question) row.value("q");
            MemberRef author = new MemberRef(
                    question.authorId, row.text("nickname"), row.text("avatar"), row.number("author_rating"));
            return new Head(
                    question,
                    author,
                    row.text("editor"),
                    row.numberOrZero("my_vote"),
                    row.idOrZero("last_answer"),
                    row.idOrZero("last_comment"),
                    row.is("has_deleted"),
                    row.is("has_held"),
                    row.id("as_of"),
                    row.id("page_version"),
                    row.id("site_version"),
                    RelatedQuestion.list(row.text("related")),
                    RelatedQuestion.list(row.text("linked")),
                    row.numberOrZero("unread"),
                    row.numberOrZero("views"),
                    reader == 0 ? null : QuestionState.of(row, question.id, question.authorId, reader),
                    ClosingState.of(row),
                    row.text("suggestions"));
        }
    }

    /**
     * The head of question {@code id} for member {@code reader} (0 for a guest); 404 if it does not exist or was deleted.
     *
     * @param moderates whether the reader is a moderator
     */
    Head head(long id, long reader, boolean moderates) {
        return find(id, reader, moderates).filter(head -> !head.question.hidden).orElseThrow(NotFoundException::new);
    }

    /** The same, also of a deleted question. */
    Optional<Head> find(long id, long reader, boolean moderates) {
        List<Head> found = ClosingState.scalars(
                        QuestionState.scalars(hibernate.createNativeQuery(HEAD, Object[].class)))
                .addScalar("reader", Long.class)
                .addScalar("unread", Integer.class)
                .addEntity("q", Question.class)
                .addScalar("nickname", String.class)
                .addScalar("avatar", String.class)
                .addScalar("author_rating", Integer.class)
                .addScalar("my_vote", Integer.class)
                .addScalar("editor", String.class)
                .addScalar("last_answer", Long.class)
                .addScalar("last_comment", Long.class)
                .addScalar("has_deleted", Integer.class)
                .addScalar("has_held", Integer.class)
                .addScalar("as_of", Long.class)
                .addScalar("views", Integer.class)
                .addScalar("page_version", Long.class)
                .addScalar("site_version", Long.class)
                .addScalar("related", String.class)
                .addScalar("linked", String.class)
                .addScalar("suggestions", String.class)
                .setParameter("id", id)
                .setParameter("reader", reader)
                .setParameter("moderates", moderates ? 1 : 0)
                .setTupleTransformer((values, names) -> Head.of(new Row(values, names)))
                .list();
        return found.stream().findFirst();
    }
}
