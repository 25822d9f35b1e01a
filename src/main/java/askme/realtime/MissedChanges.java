package askme.realtime;

import askme.question.Question;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;

/** The changes that a page missed, as changes to today's state, so that the browser applies both in the same way. */
@ApplicationScoped
class MissedChanges {

    private final Snapshots snapshots;
    private final List<LiveContribution> parts;

    MissedChanges(Snapshots snapshots, @All List<LiveContribution> parts) {
        this.snapshots = snapshots;
        this.parts = parts;
    }

    /**
     * The changes of all parts of the page of question {@code id}. 404 if the question does not exist.
     *
     * @param query the request's parameters; see {@link OpenPage}
     * @param language the language of the request, two letters
     */
    @Transactional
    Missed of(long id, MultivaluedMap<String, String> query, String language) {
        long asOf = snapshots.now();
        OpenPage page = new OpenPage(Question.require(id), asOf, query, language);
        return parts.stream()
                .map(part -> part.missed(page))
                .reduce(new Missed(List.of(), page.after(), false, List.of()), Missed::and);
    }
}
