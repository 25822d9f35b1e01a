package askme.account;

import askme.command.Command;
import askme.member.Member;
import askme.member.Nickname;
import askme.member.Role;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Gives a member the rights of an administrator, or takes them away. Open sessions follow within seconds. */
@ApplicationScoped
class MakeAdmin implements Command {

    private static final int WRONG_USAGE = 2;
    private static final String REVOKE = "--revoke";

    @Override
    public String name() {
        return "make-admin";
    }

    @Override
    public String usage() {
        return "[--revoke] NICKNAME  makes this member an administrator; --revoke takes the rights away";
    }

    @Override
    @Transactional
    public int run(List<String> args) {
        boolean revoke = args.size() == 2 && args.get(0).equals(REVOKE);
        if (args.size() != 1 && !revoke) {
            return WRONG_USAGE;
        }
        String nickname = Nickname.Check.clean(args.get(args.size() - 1));
        Optional<Member> member = Member.byNickname(nickname);
        if (member.isEmpty()) {
            Log.errorf("No member is called \"%s\".", nickname);
            return 1;
        }
        if (!Nickname.Check.same(nickname, member.get().nickname)) { // the collation ignores accents
            Log.errorf("No member is called \"%s\". Did you mean \"%s\"?", nickname, member.get().nickname);
            return 1;
        }
        Member.giveRole(member.get().id, revoke ? Role.MEMBER : Role.ADMINISTRATOR);
        Log.infof(
                "%s (member %d) is %s an administrator",
                member.get().nickname, member.get().id, revoke ? "no longer" : "now");
        return 0;
    }
}
