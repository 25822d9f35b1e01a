package askme.held;

import askme.database.NewTransaction;
import askme.database.Row;
import askme.draft.DraftPlace;
import askme.draft.Drafts;
import askme.member.Member;
import askme.moderation.Newcomers;
import askme.moderation.ReviewItems;
import askme.moderation.Target;
import askme.picture.PictureUses;
import askme.revision.Content;
import askme.session.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.hibernate.query.CommonQueryContract;
import org.hibernate.query.NativeQuery;

/** Keeps posts of newcomers that have a word of the site's list, until a moderator decides. */
@ApplicationScoped
public class HeldPosts {

    /** The last ones of a member, on one page. */
    private static final int LISTED = 50;

    private static final String COLUMNS =
            "SELECT id, kind, question_id, answer_id, author_id, title, tag_names, body, held_at, state, post_id, reason";

    private static final String ONE = COLUMNS + " FROM held_post WHERE id = :id";

    static final String OF_AUTHOR = COLUMNS
            + " FROM held_post FORCE INDEX (held_of_author) WHERE author_id = :author ORDER BY id DESC LIMIT " + LISTED;

    /** The same form, sent before. Upper and lower case differ. */
    static final String SAME = "SELECT id FROM held_post FORCE INDEX (held_waiting_of_author)"
            + " WHERE author_id = :author AND state = 'waiting' AND question_id = :question AND answer_id = :answer AND kind = :kind"
            + " AND title = :title COLLATE utf8mb4_bin AND tag_names = :tags COLLATE utf8mb4_bin AND body = :body COLLATE utf8mb4_bin"
            + " ORDER BY id LIMIT 1";

    static final String OF_POST =
            COLUMNS + " FROM held_post FORCE INDEX (held_of_post) WHERE post_id = :post AND kind = :kind";

    private static final String HOLD = """
            INSERT INTO held_post (kind, question_id, answer_id, author_id, title, tag_names, body, held_at)
            VALUES (:kind, :question, :answer, :author, :title, :tags, :body, :at)""";

    private static final String DECIDE =
            "UPDATE held_post SET state = :state, post_id = :post, reason = :reason, decided_at = :at"
                    + " WHERE id = :id AND state = 'waiting'";

    private static final String REOPEN =
            "UPDATE held_post SET state = 'waiting', reason = '', decided_at = NULL WHERE id = :id AND state = 'refused'";

    static final String OF_QUESTION =
            "UPDATE held_post FORCE INDEX (held_of_question) SET state = 'refused', decided_at = :at"
                    + " WHERE question_id = :question AND state = 'waiting'";

    private static final String UNPUBLISH =
            "UPDATE held_post SET state = 'waiting', decided_at = NULL WHERE id = :id AND state = 'published'";

    private final Session hibernate;
    private final Newcomers newcomers;
    private final ReviewItems items;
    private final Drafts drafts;
    private final PictureUses pictures;
    private final Clock clock;

    HeldPosts(
            Session hibernate,
            Newcomers newcomers,
            ReviewItems items,
            Drafts drafts,
            PictureUses pictures,
            Clock clock) {
        this.hibernate = hibernate;
        this.newcomers = newcomers;
        this.items = items;
        this.drafts = drafts;
        this.pictures = pictures;
        this.clock = clock;
    }

    /**
     * The text of a form that adds a post.
     *
     * @param questionId 0 for a question
     * @param answerId of a comment to an answer, otherwise 0
     * @param draft the form whose draft ends
     */
    public record Typed(Target.Kind kind, long questionId, long answerId, Content content, DraftPlace draft) {

        public static Typed question(Content content) {
            return new Typed(Target.Kind.QUESTION, 0, 0, content, DraftPlace.ASK);
        }

        public static Typed answer(long question, String text) {
            return new Typed(Target.Kind.ANSWER, question, 0, new Content("", "", text), DraftPlace.answerTo(question));
        }

        /** @param answer null for a comment to the question itself */
        public static Typed comment(long question, Long answer, String text) {
            return new Typed(
                    Target.Kind.COMMENT,
                    question,
                    answer == null ? 0 : answer,
                    new Content("", "", text),
                    DraftPlace.commentOn(question, answer));
        }
    }

    /**
     * Holds the post if its author is a newcomer and it has a word of the list.
     *
     * @param possible fails if the post could not be added; it may lock the question
     * @throws PostHeld if it is held now, or was before
     */
    public void check(Typed typed, Rights author, Runnable possible) {
        String words = words(typed, author);
        if (!words.isEmpty()) {
            throw new PostHeld(NewTransaction.call(() -> hold(typed, author.memberId(), words, possible)));
        }
    }

    /** The same in the caller's transaction. Returns whether the post is held. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean holds(Typed typed, Rights author, Runnable possible) {
        String words = words(typed, author);
        if (!words.isEmpty()) {
            hold(typed, author.memberId(), words, possible);
        }
        return !words.isEmpty();
    }

    /** The words for which the post must wait; empty if it may be posted. */
    private String words(Typed typed, Rights author) {
        if (author.isEstablished()) {
            return "";
        }
        Content content = typed.content;
        String words = newcomers.heldWords(content.title() + " " + content.tagNames() + " " + content.body());
        return words.isEmpty() || newcomers.isNewcomer(author.memberId()) ? words : "";
    }

    /** Stores the post and adds it to the review queue; a form sent twice gives one. Returns its id. */
    private long hold(Typed typed, long author, String words, Runnable possible) {
        possible.run();
        Member.lock(author);
        drafts.end(author, typed.draft);
        return with(hibernate.createNativeQuery(SAME, Long.class).addScalar("id", Long.class), typed, author)
                .uniqueResultOptional()
                .orElseGet(() -> insert(typed, author, words));
    }

    private static <Q extends CommonQueryContract> Q with(Q query, Typed typed, long author) {
        query.setParameter("kind", typed.kind.stored())
                .setParameter("question", typed.questionId)
                .setParameter("answer", typed.answerId)
                .setParameter("author", author)
                .setParameter("title", typed.content.title())
                .setParameter("tags", typed.content.tagNames())
                .setParameter("body", typed.content.body());
        return query;
    }

    private long insert(Typed typed, long author, String words) {
        with(hibernate.createNativeMutationQuery(HOLD), typed, author)
                .setParameter("at", now())
                .executeUpdate();
        long id = hibernate
                .createNativeQuery("SELECT LAST_INSERT_ID() AS id", Long.class)
                .addScalar("id", Long.class)
                .getSingleResult();
        pictures.record(HeldTexts.KIND, id, typed.content.body());
        items.open(new ReviewItems.ReviewedPost(Target.held(id), typed.questionId, author), false, words, false);
        return id;
    }

    /** The post with this id. */
    public Optional<HeldPost> find(long id) {
        return rows(ONE).setParameter("id", id).uniqueResultOptional();
    }

    /** The held post that was published as this post. */
    public Optional<HeldPost> publishedAs(Target post) {
        return rows(OF_POST)
                .setParameter("post", post.id())
                .setParameter("kind", post.kind().stored())
                .uniqueResultOptional();
    }

    /** The last held posts of a member, the newest first. */
    List<HeldPost> ofAuthor(long author) {
        return rows(OF_AUTHOR).setParameter("author", author).list();
    }

    /** Records that it was published as the post with this id. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void published(HeldPost held, long post) {
        decide(held, HeldPost.State.PUBLISHED, post, "");
    }

    /** Records that it was refused. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void refused(HeldPost held, String reason) {
        decide(held, HeldPost.State.REFUSED, held.postId(), reason);
    }

    private void decide(HeldPost held, HeldPost.State state, long post, String reason) {
        hibernate
                .createNativeMutationQuery(DECIDE)
                .setParameter("state", state.stored())
                .setParameter("post", post)
                .setParameter("reason", reason)
                .setParameter("at", now())
                .setParameter("id", held.id())
                .executeUpdate();
    }

    /** Ends the posts that wait at a question that was deleted. */
    @Transactional
    public void questionGone(long question) {
        hibernate
                .createNativeMutationQuery(OF_QUESTION)
                .setParameter("question", question)
                .setParameter("at", now())
                .executeUpdate();
    }

    /** Takes a refusal back. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void reopen(long id) {
        hibernate.createNativeMutationQuery(REOPEN).setParameter("id", id).executeUpdate();
    }

    /** Takes the publishing back: the post waits again. The caller deletes the published post. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void unpublish(HeldPost held) {
        if (hibernate
                        .createNativeMutationQuery(UNPUBLISH)
                        .setParameter("id", held.id())
                        .executeUpdate()
                == 0) {
            throw new NotFoundException();
        }
    }

    private NativeQuery<HeldPost> rows(String sql) {
        return columns(hibernate.createNativeQuery(sql, Object[].class))
                .setTupleTransformer((values, names) -> HeldPost.of(new Row(values, names)));
    }

    /** Names the columns that {@link HeldPost#of} reads. */
    static NativeQuery<Object[]> columns(NativeQuery<Object[]> query) {
        return query.addScalar("id", Long.class)
                .addScalar("kind", String.class)
                .addScalar("question_id", Long.class)
                .addScalar("answer_id", Long.class)
                .addScalar("author_id", Long.class)
                .addScalar("title", String.class)
                .addScalar("tag_names", String.class)
                .addScalar("body", String.class)
                .addScalar("held_at", Instant.class)
                .addScalar("state", String.class)
                .addScalar("post_id", Long.class)
                .addScalar("reason", String.class);
    }

    private Instant now() {
        return Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    }
}
