package askme.follow;

import askme.database.Row;
import io.quarkus.qute.TemplateData;
import org.hibernate.query.NativeQuery;

/** The state of a question for its reader. */
@TemplateData
public record QuestionState(long question, FollowState follow, boolean muted, boolean saved) {

    /**
     * The columns of {@link #of} in a query of question {@code q} with the parameters {@code :id} and {@code :reader}. They read nothing
     * for a guest.
     */
    public static final String COLUMNS = """
            (SELECT CONCAT(COALESCE(f.following, ''), ',', f.muted) FROM question_follow f
             WHERE f.question_id = q.id AND f.member_id = :reader) AS my_follow,
            EXISTS (SELECT 1 FROM saved_question s WHERE s.member_id = :reader AND s.question_id = q.id) AS my_saved,
            """ + Follows.OF_QUESTION + " AS followers";

    /** Declares {@link #COLUMNS}. */
    public static <T> NativeQuery<T> scalars(NativeQuery<T> query) {
        return query.addScalar("my_follow", String.class)
                .addScalar("my_saved", Integer.class)
                .addScalar("followers", Integer.class);
    }

    /** @param reader the id of the reader, who is a member */
    public static QuestionState of(Row row, long question, long author, long reader) {
        String mine = row.text("my_follow");
        boolean undecided = mine == null || mine.startsWith(",");
        return new QuestionState(
                question,
                new FollowState(undecided ? author == reader : mine.startsWith("1"), row.number("followers")),
                mine != null && mine.endsWith("1"),
                row.is("my_saved"));
    }

    /** The value that the button sends. */
    public boolean nextSaved() {
        return !saved;
    }

    /** The value that the button sends. */
    public boolean nextMuted() {
        return !muted;
    }
}
