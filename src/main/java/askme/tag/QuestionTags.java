package askme.tag;

import askme.database.Overtaken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.hibernate.Session;

/** The tags of questions, and the number of questions of each tag. */
@ApplicationScoped
public class QuestionTags {

    private final Session hibernate;

    QuestionTags(Session hibernate) {
        this.hibernate = hibernate;
    }

    /** Gives the question of this rating the tags with these ids. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(long question, int rating, List<Long> tags) {
        // First: with the shared locks of the rows below two askers would deadlock.
        if (Tag.addQuestions(tags, 1) < tags.size()) {
            throw new Overtaken("a job has merged a tag since it was read");
        }
        if (!tags.isEmpty()) {
            hibernate
                    .createNativeMutationQuery("INSERT INTO question_tag (tag_id, question_id, rating)"
                            + " SELECT id, :question, :rating FROM tag WHERE id IN (:tags)")
                    .setParameter("question", question)
                    .setParameter("rating", rating)
                    .setParameterList("tags", tags)
                    .executeUpdate();
        }
    }

    /** Takes all its tags from the question; {@code tags} are their ids. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void remove(long question, List<Long> tags) {
        hibernate
                .createNativeMutationQuery("DELETE FROM question_tag WHERE question_id = :question")
                .setParameter("question", question)
                .executeUpdate();
        Tag.addQuestions(tags, -1);
    }
}
