package askme.api;

import askme.answer.Answer;
import askme.answer.AnswerActs;
import askme.answer.AnswerCard;
import askme.answer.AnswerForm;
import askme.answer.AnswerQueries;
import askme.moderation.DeleteForm;
import askme.question.Question;
import askme.session.BeforeConfirmation;
import askme.session.CurrentMember;
import askme.session.Rights;
import askme.vote.VoteForm;
import askme.vote.VoteState;
import askme.web.ApiPath;
import askme.web.page.KeyPage;
import askme.web.page.ListKey;
import askme.web.ratelimit.RateLimited;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The answers of the API. */
@Path(ApiPath.V1)
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class AnswerApi {

    private final AnswerQueries queries;
    private final AnswerActs acts;
    private final CurrentMember current;
    private final ApiResponses responses;

    AnswerApi(AnswerQueries queries, AnswerActs acts, CurrentMember current, ApiResponses responses) {
        this.queries = queries;
        this.acts = acts;
        this.current = current;
        this.responses = responses;
    }

    /** The mark of an accepted answer. */
    public record Mark(boolean accepted) {}

    @Operation(operationId = "list_answers")
    @APIResponseSchema(ApiAnswer.class)
    @GET
    @Path("/questions/{id}/answers")
    public Response ofQuestion(
            @RestPath long id, @RestQuery String cursor, @RestQuery String fields, @Context HttpServerRequest request) {
        Question.require(id);
        String name = "answers" + id;
        ListKey after = cursor == null ? ListKey.ofId(0) : responses.key(name, cursor);
        KeyPage<AnswerCard> page = KeyPage.of(
                queries.newer(id, after.id(), AnswerQueries.PAGE_SIZE + 1, current.idOrZero()),
                AnswerQueries.PAGE_SIZE,
                last -> ListKey.ofId(last.id()));
        return responses.read(
                new ApiPage<>(page.rows().stream().map(ApiAnswer::of).toList(), Cursor.of(name, page.last())),
                fields,
                request);
    }

    @Operation(operationId = "get_answer")
    @APIResponseSchema(ApiAnswer.class)
    @GET
    @Path("/answers/{id}")
    public Response one(@RestPath long id, @RestQuery String fields, @Context HttpServerRequest request) {
        return responses.read(find(id), fields, request);
    }

    private ApiAnswer find(long id) {
        Question.require(Answer.questionOf(id));
        return queries.one(id, current.idOrZero()).map(ApiAnswer::of).orElseThrow(NotFoundException::new);
    }

    @Operation(operationId = "post_answer")
    @APIResponseSchema(value = ApiAnswer.class, responseCode = "201")
    @POST
    @BeforeConfirmation
    @Path("/questions/{id}/answers")
    @RateLimited("answer")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response post(@RestPath long id, TextInput input) {
        current.required();
        AnswerForm form = new AnswerForm(responses.body(input).text(), "", "");
        return responses.sent(acts.post(id, form), answer -> answer.id, this::find, "/answers/");
    }

    @Operation(operationId = "edit_answer")
    @APIResponseSchema(ApiAnswer.class)
    @PATCH
    @Path("/answers/{id}")
    @RateLimited("edit")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response edit(@RestPath long id, TextInput input, @Context HttpServerRequest request) {
        current.required();
        Answer stored = Answer.require(id);
        Rights.require(current.rights().mayEdit(stored.authorId));
        TextInput typed = responses.body(input);
        AnswerForm form = new AnswerForm(
                typed.text() == null ? stored.body : typed.text(), responses.version(request), typed.reason());
        return responses.edited(acts.check(form, stored), () -> acts.edit(id, form), () -> find(id));
    }

    @Operation(operationId = "delete_answer")
    @DELETE
    @Path("/answers/{id}")
    @RateLimited("edit")
    public Response delete(@RestPath long id, @RestQuery String reason) {
        acts.delete(id, new DeleteForm(reason));
        return Response.noContent().build();
    }

    @Operation(operationId = "vote_answer")
    @POST
    @Path("/answers/{id}/vote")
    @RateLimited("vote")
    @Consumes(MediaType.APPLICATION_JSON)
    public VoteState vote(@RestPath long id, VoteForm form) {
        current.required();
        return acts.vote(id, VoteForm.ofJson(form));
    }

    @Operation(operationId = "accept_answer")
    @POST
    @Path("/answers/{id}/accept")
    @RateLimited("vote")
    @Consumes(MediaType.WILDCARD)
    public Mark accept(@RestPath long id) {
        return new Mark(acts.accept(id));
    }
}
