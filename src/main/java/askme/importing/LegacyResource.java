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
    public Response question(@RestPath int old) {
        return moved(old);
    }

    @GET
    @Path("/questions/{old}/{slug}")
    @Transactional
    public Response questionWithTitle(@RestPath int old, @RestPath String slug) {
        return moved(old);
    }

    /** The address of an answer: the old site adds its id to that of the question. */
    @GET
    @Path("/questions/{question}/{slug}/{old}")
    @Transactional
    public Response answerWithTitle(@RestPath int question, @RestPath String slug, @RestPath int old) {
        return moved(old);
    }

    @GET
    @Path("/q/{old}")
    @Transactional
    public Response shortQuestion(@RestPath int old) {
        return moved(old);
    }

    /** The short address that a member of the old site shared has the member's id too. */
    @GET
    @Path("/q/{old}/{member}")
    @Transactional
    public Response sharedQuestion(@RestPath int old, @RestPath int member) {
        return moved(old);
    }

    @GET
    @Path("/a/{old}")
    @Transactional
    public Response shortAnswer(@RestPath int old) {
        return moved(old);
    }

    @GET
    @Path("/a/{old}/{member}")
    @Transactional
    public Response sharedAnswer(@RestPath int old, @RestPath int member) {
        return moved(old);
    }

    /** Questions and answers of the old site share their ids. */
    private Response moved(int old) {
        String path = find(QUESTION, old)
                .map(QuestionLinks::question)
                .or(() -> find(ANSWER, old).map(AnswerLinks::answer))
                .orElseThrow(NotFoundException::new);
        return Response.status(MOVED).location(URI.create(path)).build();
    }

    private Optional<Long> find(String sql, int old) {
        String source = settings.get(SettingKeys.LEGACY_SOURCE);
        return source.isEmpty()
                ? Optional.empty()
                : hibernate
                        .createNativeQuery(sql, Long.class)
                        .addScalar("id", Long.class)
                        .setParameter("old", old)
                        .setParameter("name", source)
                        .uniqueResultOptional();
    }
}
