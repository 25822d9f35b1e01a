package askme.member;

import askme.command.Command;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Gives a member the rights of an administrator; open sessions have them within seconds. */
@ApplicationScoped
class MakeAdmin implements Command {

    private static final int WRONG_USAGE = 2;

    @Override
    public String name() {
        return "make-admin";
    }

    @Override
    public String usage() {
        return "NICKNAME  gives this member the rights of an administrator";
    }

    @Override
    @Transactional
    public int run(List<String> args) {
        if (args.size() != 1) {
            return WRONG_USAGE;
        }
        Optional<Member> member = Member.byNickname(args.get(0));
        if (member.isEmpty()) {
            Log.errorf("there is no member \"%s\"", args.get(0));
            return 1;
        }
        Member.makeAdmin(member.get().id);
        Log.infof("%s (member %d) is an administrator now", member.get().nickname, member.get().id);
        return 0;
    }
}
