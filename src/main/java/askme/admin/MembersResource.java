package askme.admin;

import askme.member.Member;
import askme.member.Nickname;
import askme.member.Role;
import askme.moderation.RoleMessages;
import askme.moderation.Roles;
import askme.session.CurrentMember;
import askme.web.LocalPath;
import askme.web.LocalizedMessages;
import askme.web.http.ProblemException;
import askme.web.page.Flash;
import askme.web.page.KeyPage;
import askme.web.page.KeyPaginator;
import askme.web.page.ListKey;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** Finds members, and gives and takes their roles. */
@Path(AdminLinks.MEMBERS)
@Produces(MediaType.TEXT_HTML)
@Blocking
@AdminOnly
class MembersResource {

    private static final int MOST_TYPED = 254;

    private final MemberSearch search;
    private final Roles roles;
    private final CurrentMember current;
    private final Clock clock;
    private final LocalizedMessages<RoleMessages> messages = LocalizedMessages.of(RoleMessages.class);

    MembersResource(MemberSearch search, Roles roles, CurrentMember current, Clock clock) {
        this.search = search;
        this.roles = roles;
        this.current = current;
        this.clock = clock;
    }

    /**
     * A row of the list.
     *
     * @param configured whether the configuration makes the member an administrator
     */
    @TemplateData
    record Row(Member member, Role role, boolean configured, boolean suspended) {}

    @CheckedTemplate(basePath = "admin")
    static class Views {
        static native TemplateInstance members(
                List<Row> members, String typed, Role role, List<Role> roles, KeyPaginator pages);
    }

    @GET
    public TemplateInstance list(
            @RestQuery String q, @RestQuery String role, @RestQuery String before, @RestQuery String after) {
        String typed = q == null ? "" : q.strip();
        if (!typed.isEmpty()) {
            return found(typed.substring(0, Math.min(typed.length(), MOST_TYPED)), after == null ? "" : after);
        }
        Role chosen = Role.of(role == null ? "" : role)
                .filter(one -> one != Role.MEMBER)
                .orElse(null);
        ListKey key = ListKey.of(before);
        KeyPage<Member> page = search.newest(chosen, key);
        String path = AdminLinks.manageMembers() + (chosen == null ? "" : "?role=" + chosen.stored());
        return view(page.rows(), "", chosen, KeyPaginator.of(path, key, page.last()));
    }

    private TemplateInstance found(String typed, String after) {
        List<Member> found = search.find(typed, after);
        String first = LocalPath.with(AdminLinks.manageMembers() + "?q={q}", typed);
        String next = null;
        if (found.size() > MemberSearch.PAGE_SIZE) {
            found = found.subList(0, MemberSearch.PAGE_SIZE);
            Member last = found.get(MemberSearch.PAGE_SIZE - 1);
            next = first + LocalPath.with("&after={after}", MemberSearch.isAddress(typed) ? last.email : last.nickname);
        }
        String address = after.isEmpty() ? first : first + LocalPath.with("&after={after}", after);
        return view(found, typed, null, new KeyPaginator(first, address, next));
    }

    private TemplateInstance view(List<Member> members, String typed, Role role, KeyPaginator pages) {
        List<Row> rows = members.stream()
                .map(member -> new Row(
                        member,
                        roles.isConfigured(member) ? Role.ADMINISTRATOR : member.role(),
                        roles.isConfigured(member),
                        member.isSuspended(clock.instant())))
                .toList();
        return Views.members(rows, typed, role, List.of(Role.values()), pages);
    }

    @POST
    @Path("/role")
    public Response give(@RestForm String nickname, @RestForm String role) {
        Member member = Member.byNickname(Nickname.Check.clean(nickname == null ? "" : nickname))
                .orElseThrow(NotFoundException::new);
        Optional<Role> chosen = Role.of(role == null ? "" : role);
        if (chosen.isEmpty() || roles.isConfigured(member)) {
            throw new ProblemException(422, "role", messages.get().role_refused());
        }
        if (!roles.give(member, chosen.get(), current.idOrZero())) {
            throw new ProblemException(422, "last-administrator", messages.get().last_administrator());
        }
        return Flash.redirect(
                LocalPath.with(AdminLinks.manageMembers() + "?q={q}", member.nickname),
                messages.get().role_given(member.nickname, messages.get().role(chosen.get())));
    }
}
