package askme.api;

import askme.vote.VoteForm;
import askme.vote.VoteState;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import java.io.IOException;
import org.jboss.jandex.Index;

/** Makes the document of the API: from the resources and records by SmallRye OpenAPI, and what all operations share by {@link CommonParts}. */
final class DocumentGenerator {

    private static final Class<?>[] TYPES = {
        QuestionApi.class,
        AnswerApi.class,
        AnswerApi.Mark.class,
        CommentApi.class,
        SiteApi.class,
        ApiAnswer.class,
        ApiAuthor.class,
        ApiComment.class,
        ApiMe.class,
        ApiMember.class,
        ApiNotification.class,
        ApiQuestion.class,
        ApiTag.class,
        QuestionInput.class,
        TextInput.class,
        VoteForm.class,
        VoteState.class
    };

    private DocumentGenerator() {}

    static String json() throws IOException {
        return SmallRyeOpenAPI.builder()
                        .withConfig(new SmallRyeConfigBuilder().build())
                        .withIndex(Index.of(TYPES))
                        .enableModelReader(false)
                        .enableStandardStaticFiles(false)
                        .enableStandardFilter(false)
                        .addFilter(new CommonParts())
                        .build()
                        .toJSON()
                + "\n";
    }
}
