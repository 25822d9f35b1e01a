package askme.account.factor;

import askme.command.Command;
import askme.factor.SecondFactor;
import askme.member.Member;
import askme.member.Nickname;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.List;
import java.util.Optional;

/** Turns the second step off for a member who has lost the phone and the recovery codes. */
@ApplicationScoped
class RemoveSecondFactor implements Command {

    private static final int WRONG_USAGE = 2;
    private final SecondFactor secondFactor;

    RemoveSecondFactor(SecondFactor secondFactor) {
        this.secondFactor = secondFactor;
    }

    @Override
    public String name() {
        return "remove-second-factor";
    }

    @Override
    public String usage() {
        return "NICKNAME  turns off the second step of this member, who has lost the phone";
    }

    @Override
    @ActivateRequestContext
    public int run(List<String> args) {
        if (args.size() != 1) {
            return WRONG_USAGE;
        }
        String nickname = Nickname.Check.clean(args.get(0));
        Optional<Member> member = Member.byNickname(nickname).filter(m -> Nickname.Check.same(nickname, m.nickname));
        if (member.isEmpty()) {
            Log.errorf("No member is called \"%s\".", nickname);
            return 1;
        }
        secondFactor.remove(member.get().id);
        Log.infof("%s (member %d) signs in without a second step now.", member.get().nickname, member.get().id);
        return 0;
    }
}
