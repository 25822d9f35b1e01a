package askme.memberpage;

import askme.answer.AnswerQueries;
import askme.badge.Badge;
import askme.badge.Badges;
import askme.comment.MemberComments;
import askme.follow.FollowState;
import askme.follow.Follows;
import askme.member.Member;
import askme.member.MemberLinks;
import askme.member.MemberMessages;
import askme.member.MemberProfile;
import askme.member.MemberProfiles;
import askme.member.Nickname;
import askme.moderation.Suspensions;
import askme.question.QuestionCard;
import askme.question.QuestionQueries;
import askme.session.CurrentMember;
import askme.web.LocalPath;
import askme.web.LocalizedMessages;
import askme.web.page.DateFormats;
import askme.web.page.KeyPage;
import askme.web.page.KeyPaginator;
import askme.web.page.ListKey;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The public page of a member, with the questions, the answers or the comments. This package has no table. */
@Path(MemberLinks.MEMBER)
@Produces(MediaType.TEXT_HTML)
@Blocking
class MemberPageResource {

    private final QuestionQueries questions;
    private final AnswerQueries answers;
    private final MemberComments comments;
    private final CurrentMember current;
    private final Suspensions suspensions;
    private final Follows follows;
    private final Badges badges;
    private final MemberProfiles profiles;
    private final TopTags tags;
    private final Clock clock;
    private final LocalizedMessages<MemberMessages> messages = LocalizedMessages.of(MemberMessages.class);

    MemberPageResource(
            QuestionQueries questions,
            AnswerQueries answers,
            MemberComments comments,
            CurrentMember current,
            Suspensions suspensions,
            Follows follows,
            Badges badges,
            MemberProfiles profiles,
            TopTags tags,
            Clock clock) {
        this.questions = questions;
        this.answers = answers;
        this.comments = comments;
        this.current = current;
        this.suspensions = suspensions;
        this.follows = follows;
        this.clock = clock;
        this.badges = badges;
        this.profiles = profiles;
        this.tags = tags;
    }

    /**
     * The acts on the member that the reader has.
     *
     * @param suspension what the page says about the suspension of the member, to moderators; null without one
     * @param badges those of the member
     * @param tags the tags of most of the member's posts
     * @param follow whether the reader follows the member; null for a guest and on the own page
     */
    @TemplateData
    record Head(
            boolean maySuspend,
            String suspension,
            FollowState follow,
            List<Badge> badges,
            MemberProfile profile,
            List<String> tags) {}

    @CheckedTemplate(basePath = "memberpage")
    static class Views {
        static native TemplateInstance questions(
                Member person, List<QuestionCard> questions, KeyPaginator pages, Head head);

        static native TemplateInstance answers(
                Member person, List<AnswerQueries.ListedAnswer> answers, KeyPaginator pages, Head head);

        static native TemplateInstance comments(
                Member person, List<MemberComments.ListedComment> comments, KeyPaginator pages, Head head);
    }

    @GET
    public Object show(
            @RestPath String nickname,
            @RestQuery String tab,
            @RestQuery String page,
            @RestQuery String before,
            @Context HttpServerRequest request) {
        String name = Nickname.Check.clean(nickname);
        Member person =
                Member.byNickname(name).or(() -> Member.byFormerNickname(name)).orElseThrow(NotFoundException::new);
        if (!person.nickname.equals(nickname)) {
            String path = LocalPath.withQuery(MemberLinks.member(person.nickname), request.query());
            return Response.seeOther(URI.create(path)).build();
        }
        if (page != null) { // the lists had numbers once
            return Response.seeOther(URI.create(tab(person, tab))).build();
        }
        ListKey key = ListKey.of(before);
        return switch (tab == null ? "" : tab) {
            case "answers" -> answers(person, key);
            case "comments" -> comments(person, key);
            default -> questions(person, key);
        };
    }

    private static String tab(Member person, String tab) {
        return switch (tab == null ? "" : tab) {
            case "answers" -> MemberLinks.memberAnswers(person.nickname);
            case "comments" -> MemberLinks.memberComments(person.nickname);
            default -> MemberLinks.member(person.nickname);
        };
    }

    private TemplateInstance questions(Member person, ListKey before) {
        KeyPage<QuestionCard> page = questions.ofMember(person.id, before, current.idOrZero());
        String path = MemberLinks.member(person.nickname);
        return Views.questions(person, page.rows(), KeyPaginator.of(path, before, page.last()), head(person));
    }

    private TemplateInstance answers(Member person, ListKey before) {
        KeyPage<AnswerQueries.ListedAnswer> page = answers.ofMember(person.id, before);
        String path = MemberLinks.memberAnswers(person.nickname);
        return Views.answers(person, page.rows(), KeyPaginator.of(path, before, page.last()), head(person));
    }

    private TemplateInstance comments(Member person, ListKey before) {
        KeyPage<MemberComments.ListedComment> page = comments.page(person.id, before);
        String path = MemberLinks.memberComments(person.nickname);
        return Views.comments(person, page.rows(), KeyPaginator.of(path, before, page.last()), head(person));
    }

    private String suspension(Member person) {
        if (!current.rights().maySuspend() || !person.isSuspended(clock.instant())) {
            return null;
        }
        MemberMessages text = messages.get();
        String when = person.suspendedUntil == null
                ? text.is_suspended()
                : text.suspended_until(DateFormats.readable(person.suspendedUntil));
        return person.suspensionReason.isEmpty() ? when : when + " " + text.suspension_why(person.suspensionReason);
    }

    private Head head(Member person) {
        long reader = current.idOrZero();
        boolean follows = reader != 0 && reader != person.id;
        return new Head(
                suspensions.possible(person, current.rights()),
                suspension(person),
                follows ? this.follows.ofMember(person.id, reader) : null,
                badges.of(person.id),
                person.mustConfirm ? MemberProfile.EMPTY : profiles.of(person.id),
                tags.of(person.id));
    }
}
