package askme.waiting;

import askme.draft.DraftPlace;
import askme.member.MemberRef;
import askme.session.Rights;
import java.util.Map;
import java.util.Optional;

/**
 * Posts the text of one kind of form later than it was sent, with all the checks of that form. The packages of questions, answers
 * and comments provide beans.
 */
public interface PostOfPlace {

    /** Whether this bean posts the text of the form at {@code place}. */
    boolean knows(DraftPlace place);

    /**
     * Posts the text in the caller's transaction.
     *
     * @param fields the fields of the form, as they were sent
     * @return why it was not posted, in the reader's language; empty if it was posted
     */
    Optional<String> post(DraftPlace place, Map<String, String> fields, MemberRef author, Rights rights);
}
