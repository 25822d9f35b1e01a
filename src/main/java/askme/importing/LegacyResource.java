package askme.importing;

import askme.answer.AnswerLinks;
import askme.question.QuestionLinks;
import askme.settings.SettingKeys;
import askme.settings.Settings;
import io.smallrye.common.annotation.Blocking;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.hibernate.Session;
import org.jboss.resteasy.reactive.RestPath;

/** The addresses of the site that the setting {@code legacy-source} names: they lead to the imported posts. */
@Path("/")
@Blocking
public class LegacyResource {

    static final String QUESTION = "SELECT i.question_id AS id FROM import_source s"
            + " JOIN imported_question i ON i.source_id = s.id AND i.old_id = :old WHERE s.name = :name";

    static final String ANSWER = "SELECT i.answer_id AS id FROM import_source s"
            + " JOIN imported_answer i ON i.source_id = s.id AND i.old_id = :old WHERE s.name = :name";

    static final String OF_ANSWER = "SELECT a.question_id AS id FROM import_source s"
            + " JOIN imported_answer i ON i.source_id = s.id AND i.old_id = :old JOIN answer a ON a.id = i.answer_id AND a.hidden = 0"
            + " WHERE s.name = :name";

    private static final int MOVED = 301;

    private final Session hibernate;
    private final Settings settings;

    LegacyResource(Session hibernate, Settings settings) {
        this.hibernate = hibernate;
        this.settings = settings;
    }

    @GET
    @Path("/questions/{old}")
    @Transactional
    public Response question(@RestPath String old) {
        return moved(old);
    }

    @GET
    @Path("/questions/{old}/{slug}")
    @Transactional
    public Response questionWithTitle(@RestPath String old, @RestPath String slug) {
        return moved(answerOf(old, slug).orElse(old));
    }

    /** The address of an answer: the old site adds its id to that of the question. */
    @GET
    @Path("/questions/{question}/{slug}/{old}")
    @Transactional
    public Response answerWithTitle(@RestPath String question, @RestPath String slug, @RestPath String old) {
        return moved(old);
    }

    @GET
    @Path("/q/{old}")
    @Transactional
    public Response shortQuestion(@RestPath String old) {
        return moved(old);
    }

    /** The short address that a member of the old site shared has the member's id too. */
    @GET
    @Path("/q/{old}/{member}")
    @Transactional
    public Response sharedQuestion(@RestPath String old, @RestPath String member) {
        return moved(old);
    }

    @GET
    @Path("/a/{old}")
    @Transactional
    public Response shortAnswer(@RestPath String old) {
        return moved(old);
    }

    @GET
    @Path("/a/{old}/{member}")
    @Transactional
    public Response sharedAnswer(@RestPath String old, @RestPath String member) {
        return moved(old);
    }

    /** An Apache Answer has the id of an answer or a title in this place. A title may look like a short id. */
    private Optional<String> answerOf(String question, String text) {
        Optional<Long> asked = find(OF_ANSWER, text);
        return asked.isPresent() && asked.equals(find(QUESTION, question)) ? Optional.of(text) : Optional.empty();
    }

    /** Questions and answers of the old site share their ids. */
    private Response moved(String old) {
        String path = find(QUESTION, old)
                .map(QuestionLinks::question)
                .or(() -> find(ANSWER, old).map(AnswerLinks::answer))
                .orElseThrow(NotFoundException::new);
        return Response.status(MOVED).location(URI.create(path)).build();
    }

    /** A number is an id of the old site first. If it has no such row, it may be a short id. */
    private Optional<Long> find(String sql, String old) {
        String source = settings.get(SettingKeys.LEGACY_SOURCE);
        if (source.isEmpty()) {
            return Optional.empty();
        }
        return find(sql, source, OldAddress.id(old)).or(() -> find(sql, source, OldAddress.ofShort(old)));
    }

    private Optional<Long> find(String sql, String source, long old) {
        return old == 0
                ? Optional.empty()
                : hibernate
                        .createNativeQuery(sql, Long.class)
                        .addScalar("id", Long.class)
                        .setParameter("old", old)
                        .setParameter("name", source)
                        .uniqueResultOptional();
    }
}
