package askme.account.identity;

import askme.account.Accounts;
import askme.member.Nickname;
import askme.web.page.FormErrors;
import jakarta.enterprise.context.ApplicationScoped;

/** Suggests a nickname, and checks one. */
@ApplicationScoped
class NicknameCheck {

    private static final int LONGEST = 32;
    private final Accounts accounts;

    NicknameCheck(Accounts accounts) {
        this.accounts = accounts;
    }

    /** A nickname made of a name at a provider; "" if nobody may take it or somebody has it. */
    String suggestion(String name) {
        String plain = plain(name);
        FormErrors errors = FormErrors.none();
        accounts.checkFree(null, plain, 0, errors);
        return plain.length() < 2 || errors.any() ? "" : plain;
    }

    static String plain(String name) {
        String local = name.indexOf('@') > 0 ? name.substring(0, name.indexOf('@')) : name;
        String plain = local.strip().replaceAll("[^\\p{L}\\p{N}_-]+", "-").replaceAll("^-+|-+$", "");
        return Nickname.Check.clean(plain.substring(0, Math.min(plain.length(), LONGEST)));
    }

    void check(String nickname, FormErrors errors) {
        accounts.checkFree(null, nickname, 0, errors);
    }
}
