package askme.api;

import askme.discussion.QuestionRemoval;
import askme.moderation.DeleteForm;
import askme.question.Listing;
import askme.question.Question;
import askme.question.QuestionActs;
import askme.question.QuestionCard;
import askme.question.QuestionLists;
import askme.question.QuestionQueries;
import askme.session.BeforeConfirmation;
import askme.session.CurrentMember;
import askme.session.Rights;
import askme.tag.Tag;
import askme.vote.VoteForm;
import askme.vote.VoteState;
import askme.web.ApiPath;
import askme.web.LocalizedMessages;
import askme.web.http.ProblemException;
import askme.web.page.KeyPage;
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

/** The questions of the API. */
@Path(ApiPath.V1)
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class QuestionApi {

    private final QuestionLists lists;
    private final QuestionQueries queries;
    private final QuestionActs acts;
    private final QuestionRemoval removal;
    private final CurrentMember current;
    private final ApiResponses responses;
    private final LocalizedMessages<ApiMessages> texts = LocalizedMessages.of(ApiMessages.class);

    QuestionApi(
            QuestionLists lists,
            QuestionQueries queries,
            QuestionActs acts,
            QuestionRemoval removal,
            CurrentMember current,
            ApiResponses responses) {
        this.lists = lists;
        this.queries = queries;
        this.acts = acts;
        this.removal = removal;
        this.current = current;
        this.responses = responses;
    }

    @Operation(operationId = "list_questions")
    @APIResponseSchema(ApiQuestion.class)
    @GET
    @Path("/questions")
    public Response list(
            @RestQuery String list,
            @RestQuery String tag,
            @RestQuery String cursor,
            @RestQuery String fields,
            @Context HttpServerRequest request) {
        Listing listing = listing(list);
        long id = tag == null || tag.isBlank() ? QuestionLists.WHOLE_SITE : Tag.require(tag).id;
        String name = listing.name() + id;
        KeyPage<QuestionCard> page = lists.page(listing, id, responses.key(name, cursor), current.idOrZero());
        return responses.read(
                new ApiPage<>(page.rows().stream().map(ApiQuestion::listed).toList(), Cursor.of(name, page.last())),
                fields,
                request);
    }

    private Listing listing(String name) {
        return switch (name == null ? "newest" : name) {
            case "newest" -> Listing.NEWEST;
            case "active" -> Listing.ACTIVE;
            case "unanswered" -> Listing.UNANSWERED;
            case "top" -> Listing.HOT;
            default -> throw new ProblemException(400, "bad-list", texts.get().bad_list());
        };
    }

    @Operation(operationId = "get_question")
    @APIResponseSchema(ApiQuestion.class)
    @GET
    @Path("/questions/{id}")
    public Response one(@RestPath long id, @RestQuery String fields, @Context HttpServerRequest request) {
        return responses.read(find(id), fields, request);
    }

    private ApiQuestion find(long id) {
        QuestionCard card = queries.one(id, current.idOrZero()).orElseThrow(NotFoundException::new);
        QuestionQueries.Text text = queries.texts(List.of(id)).get(id);
        if (text == null) {
            throw new NotFoundException();
        }
        return ApiQuestion.whole(card, text);
    }

    @Operation(operationId = "ask_question")
    @APIResponseSchema(value = ApiQuestion.class, responseCode = "201")
    @POST
    @BeforeConfirmation
    @Path("/questions")
    @RateLimited("ask")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response ask(QuestionInput input) {
        current.required();
        return responses.sent(
                acts.ask(responses.body(input).asForm()), question -> question.id, this::find, "/questions/");
    }

    @Operation(operationId = "edit_question")
    @APIResponseSchema(ApiQuestion.class)
    @PATCH
    @Path("/questions/{id}")
    @RateLimited("edit")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response edit(@RestPath long id, QuestionInput input, @Context HttpServerRequest request) {
        current.required();
        Question stored = Question.require(id);
        Rights.require(current.rights().mayEdit(stored.authorId));
        var form = responses.body(input).asEdit(stored, responses.version(request));
        return responses.edited(acts.check(form, stored), () -> acts.edit(id, form), () -> find(id));
    }

    @Operation(operationId = "delete_question")
    @DELETE
    @Path("/questions/{id}")
    @RateLimited("edit")
    public Response delete(@RestPath long id, @RestQuery String reason) {
        current.required();
        if (!removal.delete(id, new DeleteForm(reason))) {
            throw new ProblemException(409, "has-answers", texts.get().has_answers());
        }
        return Response.noContent().build();
    }

    @Operation(operationId = "vote_question")
    @POST
    @Path("/questions/{id}/vote")
    @RateLimited("vote")
    @Consumes(MediaType.APPLICATION_JSON)
    public VoteState vote(@RestPath long id, VoteForm form) {
        current.required();
        return acts.vote(id, VoteForm.ofJson(form));
    }
}
