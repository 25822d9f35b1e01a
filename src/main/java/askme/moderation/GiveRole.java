package askme.moderation;

import askme.command.Command;
import askme.member.Member;
import askme.member.Nickname;
import askme.member.Role;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.List;
import java.util.Optional;

/** Gives a member a role. Open sessions follow within seconds. */
@ApplicationScoped
class GiveRole implements Command {

    private static final int WRONG_USAGE = 2;

    private final Roles roles;

    GiveRole(Roles roles) {
        this.roles = roles;
    }

    @Override
    public String name() {
        return "give-role";
    }

    @Override
    public String usage() {
        return "member|moderator|administrator NICKNAME  gives this member the role; the last administrator keeps it";
    }

    @Override
    @ActivateRequestContext
    public int run(List<String> args) {
        Optional<Role> role = args.size() == 2 ? Role.of(args.get(0)) : Optional.empty();
        if (role.isEmpty()) {
            return WRONG_USAGE;
        }
        String nickname = Nickname.Check.clean(args.get(1));
        Optional<Member> member =
                Member.byNickname(nickname).filter(found -> Nickname.Check.same(nickname, found.nickname));
        if (member.isEmpty()) {
            Log.errorf("No member is called \"%s\".", nickname);
            return 1;
        }
        if (!roles.give(member.get(), role.get(), 0)) {
            Log.errorf("%s is the last administrator.", member.get().nickname);
            return 1;
        }
        Log.infof(
                "%s (member %d) is now: %s",
                member.get().nickname, member.get().id, role.get().stored());
        return 0;
    }
}
