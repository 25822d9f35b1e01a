package askme.account.claim;

import askme.command.Command;
import askme.command.Terminal;
import askme.member.Member;
import askme.member.Nickname;
import askme.web.WebConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** {@code make-claim-code NICKNAME}: a code with which an imported member gets the account. */
@ApplicationScoped
class MakeClaimCode implements Command {

    private static final int WRONG_USAGE = 2;

    private final Claims claims;
    private final String baseUrl;

    MakeClaimCode(Claims claims, WebConfig web) {
        this.claims = claims;
        this.baseUrl = web.baseUrl().toString();
    }

    @Override
    public String name() {
        return "make-claim-code";
    }

    @Override
    public String usage() {
        return "NICKNAME  prints a code with which this imported member sets an address and a password; it works once, for 14 days";
    }

    @Override
    public int run(List<String> args) {
        if (args.size() != 1) {
            return WRONG_USAGE;
        }
        String nickname = Nickname.Check.clean(args.get(0));
        Optional<Member> member =
                Member.byNickname(nickname).filter(found -> Nickname.Check.same(found.nickname, nickname));
        if (member.isEmpty()) {
            Terminal.errors().println("No member is called \"" + nickname + "\".");
            return 1;
        }
        Optional<String> code = claims.make(member.get());
        if (code.isEmpty()) {
            Terminal.errors().println(member.get().nickname + " has a password already.");
            return 1;
        }
        Terminal.out().println("Code for " + member.get().nickname + ": " + code.get());
        Terminal.out().println("Enter it at " + baseUrl + ClaimLinks.claim());
        return 0;
    }
}
