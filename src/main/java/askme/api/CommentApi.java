package askme.api;

import askme.comment.CommentActs;
import askme.comment.CommentCard;
import askme.comment.CommentForm;
import askme.comment.CommentQueries;
import askme.comment.CommentedPost;
import askme.moderation.DeleteForm;
import askme.question.Question;
import askme.session.BeforeConfirmation;
import askme.session.CurrentMember;
import askme.vote.VoteForm;
import askme.vote.VoteState;
import askme.web.ApiPath;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The comments of the API. */
@Path(ApiPath.V1)
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class CommentApi {

    private final CommentQueries queries;
    private final CommentActs acts;
    private final CurrentMember current;
    private final ApiResponses responses;

    CommentApi(CommentQueries queries, CommentActs acts, CurrentMember current, ApiResponses responses) {
        this.queries = queries;
        this.acts = acts;
        this.current = current;
        this.responses = responses;
    }

    @Operation(operationId = "list_question_comments")
    @APIResponseSchema(ApiComment.class)
    @GET
    @Path("/questions/{id}/comments")
    public Response ofQuestion(
            @RestPath long id, @RestQuery String cursor, @RestQuery String fields, @Context HttpServerRequest request) {
        return list(CommentedPost.question(id), cursor, fields, request);
    }

    @Operation(operationId = "list_answer_comments")
    @APIResponseSchema(ApiComment.class)
    @GET
    @Path("/answers/{id}/comments")
    public Response ofAnswer(
            @RestPath long id, @RestQuery String cursor, @RestQuery String fields, @Context HttpServerRequest request) {
        return list(acts.answer(id), cursor, fields, request);
    }

    private Response list(CommentedPost post, String cursor, String fields, HttpServerRequest request) {
        Question.require(post.questionId());
        String name = "comments-" + post.anchor();
        long after = cursor == null ? 0 : responses.key(name, cursor).id();
        List<CommentCard> cards = queries.page(post, after, current.idOrZero());
        boolean full = cards.size() == CommentQueries.PAGE_SIZE;
        ListKey last = full ? ListKey.ofId(cards.get(cards.size() - 1).id()) : null;
        return responses.read(
                new ApiPage<>(cards.stream().map(ApiComment::of).toList(), Cursor.of(name, last)), fields, request);
    }

    @Operation(operationId = "get_comment")
    @APIResponseSchema(ApiComment.class)
    @GET
    @Path("/comments/{id}")
    public Response one(@RestPath long id, @RestQuery String fields, @Context HttpServerRequest request) {
        return responses.read(find(id), fields, request);
    }

    private ApiComment find(long id) {
        CommentCard card = queries.one(id, current.idOrZero()).orElseThrow(NotFoundException::new);
        Question.require(card.post().questionId());
        return ApiComment.of(card);
    }

    @Operation(operationId = "comment_question")
    @APIResponseSchema(value = ApiComment.class, responseCode = "201")
    @POST
    @BeforeConfirmation
    @Path("/questions/{id}/comments")
    @RateLimited("comment")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response onQuestion(@RestPath long id, TextInput input) {
        return post(CommentedPost.question(id), input);
    }

    @Operation(operationId = "comment_answer")
    @APIResponseSchema(value = ApiComment.class, responseCode = "201")
    @POST
    @BeforeConfirmation
    @Path("/answers/{id}/comments")
    @RateLimited("comment")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response onAnswer(@RestPath long id, TextInput input) {
        current.required();
        return post(acts.answer(id), input);
    }

    private Response post(CommentedPost post, TextInput input) {
        current.required();
        CommentForm form = new CommentForm(responses.body(input).text());
        return responses.sent(acts.post(post, form), Long::longValue, this::find, "/comments/");
    }

    @Operation(operationId = "edit_comment")
    @APIResponseSchema(ApiComment.class)
    @PATCH
    @Path("/comments/{id}")
    @RateLimited("edit")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response edit(@RestPath long id, TextInput input, @Context HttpServerRequest request) {
        current.required();
        CommentForm form = new CommentForm(responses.body(input).text());
        String version = responses.version(request);
        return responses.edited(acts.check(form), () -> acts.edit(id, form, version), () -> find(id));
    }

    @Operation(operationId = "delete_comment")
    @DELETE
    @Path("/comments/{id}")
    @RateLimited("edit")
    public Response delete(@RestPath long id, @RestQuery String reason) {
        acts.delete(id, new DeleteForm(reason));
        return Response.noContent().build();
    }

    @Operation(operationId = "vote_comment")
    @POST
    @Path("/comments/{id}/vote")
    @RateLimited("vote")
    @Consumes(MediaType.APPLICATION_JSON)
    public VoteState vote(@RestPath long id, VoteForm form) {
        current.required();
        return acts.vote(id, VoteForm.ofJson(form));
    }
}
