package askme.api;

import askme.member.Member;
import askme.member.MemberProfile;
import askme.member.MemberProfiles;
import askme.member.Nickname;
import askme.notification.Inbox;
import askme.notification.NotificationCard;
import askme.notification.NotificationQueries;
import askme.question.QuestionQueries;
import askme.search.QuestionSearch;
import askme.session.CurrentMember;
import askme.tag.Tag;
import askme.web.ApiPath;
import askme.web.LocalizedMessages;
import askme.web.http.ProblemException;
import askme.web.page.KeyPage;
import askme.web.ratelimit.RateLimited;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The tags, the members and the search of the API, and what belongs to the member of the token. */
@Path(ApiPath.V1)
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class SiteApi {

    private static final int TAGS = 60;
    private static final Set<String> SORTS = Set.of("relevance", "newest");

    private final QuestionSearch search;
    private final MemberProfiles profiles;
    private final NotificationQueries notifications;
    private final Inbox inbox;
    private final CurrentMember current;
    private final ApiResponses responses;
    private final ApiDocument document;
    private final LocalizedMessages<ApiMessages> texts = LocalizedMessages.of(ApiMessages.class);

    SiteApi(
            QuestionSearch search,
            MemberProfiles profiles,
            NotificationQueries notifications,
            Inbox inbox,
            CurrentMember current,
            ApiResponses responses,
            ApiDocument document) {
        this.search = search;
        this.profiles = profiles;
        this.notifications = notifications;
        this.inbox = inbox;
        this.current = current;
        this.responses = responses;
        this.document = document;
    }

    /** The document of this API. */
    @Operation(operationId = "get_document")
    @GET
    @Path(ApiLinks.DOCUMENT)
    public Response document(@Context HttpServerRequest request) {
        return responses.read(document.text(), request);
    }

    @Operation(operationId = "list_tags")
    @APIResponseSchema(ApiTag.class)
    @GET
    @Path("/tags")
    public Response tags(@RestQuery String cursor, @RestQuery String fields, @Context HttpServerRequest request) {
        String after = responses.place("tags", cursor);
        List<Tag> found = Tag.after(after == null ? "" : after, TAGS + 1);
        List<Tag> shown = found.subList(0, Math.min(TAGS, found.size()));
        String last = found.size() > TAGS ? shown.get(TAGS - 1).name : null;
        return responses.read(
                new ApiPage<>(shown.stream().map(ApiTag::of).toList(), Cursor.of("tags", last)), fields, request);
    }

    @Operation(operationId = "get_member")
    @APIResponseSchema(ApiMember.class)
    @GET
    @Path("/members/{nickname}")
    public Response member(@RestPath String nickname, @RestQuery String fields, @Context HttpServerRequest request) {
        Member member = Member.byNickname(Nickname.Check.clean(nickname)).orElseThrow(NotFoundException::new);
        return responses.read(describe(member), fields, request);
    }

    private ApiMember describe(Member member) {
        return ApiMember.of(member, member.mustConfirm ? MemberProfile.EMPTY : profiles.of(member.id));
    }

    @Operation(operationId = "search_questions")
    @APIResponseSchema(ApiQuestion.class)
    @GET
    @Path("/search")
    @RateLimited("search")
    public Response search(
            @RestQuery String q,
            @RestQuery String sort,
            @RestQuery String cursor,
            @RestQuery String fields,
            @Context HttpServerRequest request) {
        if (sort != null && !SORTS.contains(sort)) {
            throw new ProblemException(400, "bad-sort", texts.get().bad_sort());
        }
        int skipped = cursor == null
                ? 0
                : (int) Math.min(responses.key("search", cursor).id(), 1_000_000);
        QuestionSearch.Part part = search.find(q, sort, skipped, current.idOrZero());
        Integer next = part.more(skipped) ? skipped + QuestionQueries.PAGE_SIZE : null;
        return responses.read(
                new ApiPage<>(part.cards().stream().map(ApiQuestion::listed).toList(), Cursor.of("search", next)),
                fields,
                request);
    }

    @Operation(operationId = "get_me")
    @APIResponseSchema(ApiMe.class)
    @GET
    @Path("/me")
    public Response me(@RestQuery String fields, @Context HttpServerRequest request) {
        Member me = current.row();
        return responses.read(
                new ApiMe(describe(me), current.rights().moderates(), current.mustConfirm(), inbox.unread(me.id)),
                fields,
                request);
    }

    @Operation(operationId = "list_notifications")
    @APIResponseSchema(ApiNotification.class)
    @GET
    @Path("/me/notifications")
    public Response notifications(
            @RestQuery String cursor, @RestQuery String fields, @Context HttpServerRequest request) {
        KeyPage<NotificationCard> page =
                notifications.page(current.required().id(), responses.key("notifications", cursor));
        return responses.read(
                new ApiPage<>(
                        page.rows().stream().map(ApiNotification::of).toList(),
                        Cursor.of("notifications", page.last())),
                fields,
                request);
    }
}
