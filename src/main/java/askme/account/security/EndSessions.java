package askme.account.security;

import askme.command.Command;
import askme.command.Terminal;
import askme.member.Member;
import askme.member.Nickname;
import askme.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Signs a member out on all devices, or everybody, for example after a backup was stolen (ASVS 5.0, 7.4.5). */
@ApplicationScoped
class EndSessions implements Command {

    private static final int WRONG_USAGE = 2;
    private static final String EVERYBODY = "--all";

    private final Sessions sessions;

    EndSessions(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public String name() {
        return "end-sessions";
    }

    @Override
    public String usage() {
        return "NICKNAME | --all  signs this member out on all devices, or everybody";
    }

    @Override
    public int run(List<String> args) {
        if (args.size() != 1) {
            return WRONG_USAGE;
        }
        if (args.get(0).equals(EVERYBODY)) {
            Terminal.out().println("Sessions that were ended: " + sessions.endAll());
            return 0;
        }
        String nickname = Nickname.Check.clean(args.get(0));
        Optional<Member> member = Member.byNickname(nickname).filter(m -> Nickname.Check.same(nickname, m.nickname));
        if (member.isEmpty()) {
            Terminal.errors().println("No member is called \"" + nickname + "\".");
            return 1;
        }
        sessions.endAll(member.get().id);
        Terminal.out().println(member.get().nickname + " is signed out on all devices.");
        return 0;
    }
}
