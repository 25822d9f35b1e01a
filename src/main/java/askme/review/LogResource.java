package askme.review;

import askme.member.Member;
import askme.member.MemberRef;
import askme.member.Nickname;
import askme.moderation.Act;
import askme.moderation.ModerationLinks;
import askme.session.CurrentMember;
import askme.web.page.KeyPage;
import askme.web.page.KeyPaginator;
import askme.web.page.ListKey;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;

/** The log: all of it for moderators; for other members what concerns them and their posts. */
@Path(ModerationLinks.LOG)
@Produces(MediaType.TEXT_HTML)
@Blocking
class LogResource {

    private final LogQueries queries;
    private final CurrentMember current;

    LogResource(LogQueries queries, CurrentMember current) {
        this.queries = queries;
        this.current = current;
    }

    @GET
    public TemplateInstance list(@RestQuery String member, @RestQuery String act, @RestQuery String before) {
        MemberRef reader = current.required();
        ListKey key = ListKey.of(before);
        if (!current.rights().moderates()) {
            KeyPage<LoggedAct> own = queries.page(reader.id(), null, key);
            return ReviewViews.log(
                    own.rows(), null, List.of(), KeyPaginator.of(ModerationLinks.moderationLog(), key, own.last()));
        }
        String name = member == null ? "" : Nickname.Check.clean(member);
        Optional<Member> found = name.isEmpty() ? Optional.empty() : Member.byNickname(name);
        Act chosen = Act.of(act == null ? "" : act).orElse(null);
        LogFilter filter = new LogFilter(name, chosen, !name.isEmpty() && found.isEmpty());
        KeyPage<LoggedAct> page = filter.unknown()
                ? new KeyPage<>(List.of(), null)
                : queries.page(found.map(m -> m.id).orElse(0L), chosen, key);
        return ReviewViews.log(
                page.rows(), filter, List.of(Act.values()), KeyPaginator.of(filter.path(), key, page.last()));
    }
}
