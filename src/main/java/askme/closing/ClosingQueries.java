package askme.closing;

import askme.database.Row;
import askme.question.Question;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import org.hibernate.Session;

/** Reads whether a question is closed or locked, for other pages than its own. */
@ApplicationScoped
public class ClosingQueries {

    static final String STATE = "SELECT " + ClosingState.COLUMNS + " FROM question q WHERE q.id = :id AND q.hidden = 0";

    static final String LOCK_OF_ANSWER = "SELECT reason FROM answer_lock WHERE answer_id = :id";

    private final Session hibernate;

    ClosingQueries(Session hibernate) {
        this.hibernate = hibernate;
    }

    /** The state of a visible question; 404 if it does not exist. */
    public ClosingState of(Question question) {
        return ClosingState.scalars(hibernate.createNativeQuery(STATE, Object[].class))
                .setParameter("id", question.id)
                .setTupleTransformer((values, names) -> ClosingState.of(new Row(values, names)))
                .uniqueResultOptional()
                .orElseThrow(NotFoundException::new);
    }

    /** Why the answer is locked; null if it is not. */
    String lockOfAnswer(long id) {
        return hibernate
                .createNativeQuery(LOCK_OF_ANSWER, String.class)
                .addScalar("reason", String.class)
                .setParameter("id", id)
                .uniqueResult();
    }
}
