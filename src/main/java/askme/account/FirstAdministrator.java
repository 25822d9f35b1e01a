package askme.account;

import askme.joining.FirstRun;
import askme.member.Member;
import askme.member.Role;
import askme.session.BrowserSession;
import askme.web.page.FormErrors;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Makes the first member of a site, who is an administrator. */
@ApplicationScoped
public class FirstAdministrator {

    private final Accounts accounts;
    private final FirstRun firstRun;
    private final BrowserSession browser;
    private final KnownDevices devices;

    FirstAdministrator(Accounts accounts, FirstRun firstRun, BrowserSession browser, KnownDevices devices) {
        this.accounts = accounts;
        this.firstRun = firstRun;
        this.browser = browser;
        this.devices = devices;
    }

    /** Adds errors beside the fields that cannot belong to an account. */
    public void check(String email, String nickname, String password, String passwordAgain, FormErrors errors) {
        accounts.checkPassword(password, passwordAgain, nickname, email, errors);
        accounts.checkFree(email, nickname, 0, errors);
    }

    /**
     * Makes the member, ends the link and opens a session. Of two calls with one link only one makes a member.
     *
     * @param also runs in the same transaction with the id of the member
     * @return false if the link has ended, or {@code errors} say why the member was not made
     */
    public boolean make(
            String token, String email, String nickname, String password, LongConsumer also, FormErrors errors) {
        NewAccount account = new NewAccount(email, nickname, password, null, false);
        Optional<Member> member = accounts.create(account, errors, () -> firstRun.claim(token), made -> {
            Member.giveRole(made.id, Role.ADMINISTRATOR);
            also.accept(made.id);
        });
        member.ifPresent(made -> {
            browser.signUp(made);
            devices.remember(made.id);
        });
        return member.isPresent();
    }
}
