package askme.account.identity;

import askme.command.Command;
import askme.member.ConfiguredAdmins;
import askme.member.Member;
import askme.member.Nickname;
import askme.member.Role;
import askme.web.WebConfig;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.List;
import java.util.Optional;

/** Makes a link that signs an administrator in, for a site whose providers do not answer. */
@ApplicationScoped
class MakeLoginLink implements Command {

    private static final int WRONG_USAGE = 2;

    private final LoginLinks links;
    private final ConfiguredAdmins admins;
    private final WebConfig web;

    MakeLoginLink(LoginLinks links, ConfiguredAdmins admins, WebConfig web) {
        this.links = links;
        this.admins = admins;
        this.web = web;
    }

    @Override
    public String name() {
        return "make-login-link";
    }

    @Override
    public String usage() {
        return "NICKNAME  makes a link that signs this administrator in once, within 15 minutes";
    }

    @Override
    @ActivateRequestContext
    public int run(List<String> args) {
        if (args.size() != 1) {
            return WRONG_USAGE;
        }
        String nickname = Nickname.Check.clean(args.get(0));
        Optional<Member> member = Member.byNickname(nickname).filter(m -> Nickname.Check.same(nickname, m.nickname));
        boolean administrator = member.filter(m -> m.role() == Role.ADMINISTRATOR || admins.named(m.nickname))
                .isPresent();
        if (!administrator) {
            Log.errorf("No administrator is called \"%s\".", nickname);
            return 1;
        }
        Log.infof(
                "This link signs %s in once, within 15 minutes: %s",
                member.get().nickname, web.absolute(IdentityLinks.loginLink(links.make(member.get().id))));
        return 0;
    }
}
