package askme.account.token;

import static org.assertj.core.api.Assertions.assertThat;

import askme.api.ApiClient;
import askme.session.Sessions;
import askme.support.TestDatabase;
import askme.support.Visitor;
import askme.support.Visitor.Reply;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Members make and revoke tokens in their settings. */
@QuarkusTest
class TokenTest {

    @Inject
    TestDatabase database;

    @Inject
    Sessions sessions;

    private long id(Visitor member) {
        return database.of("SELECT id FROM member WHERE nickname = ?", member.nickname());
    }

    @Test
    void tokenIsShownOnceAndEndsWhenItIsRevoked() {
        Visitor ann = Visitor.member("ann");
        ann.get("/profile/tokens/new/");
        Reply made = ann.submit("form:has([name=read])", Map.of("name", "Backup <b>", "write", "on"));
        String token = made.page().select("code.secret").text();
        assertThat(token).startsWith("askme_");
        assertThat(made.header("Cache-Control")).isEqualTo("no-store");
        ApiClient program = ApiClient.with(token);
        assertThat(program.get("/me").body().path("member").path("nickname").asText())
                .isEqualTo(ann.nickname());

        Reply list = ann.get("/profile/tokens/");
        assertThat(list.page().text()).contains("Backup <b>", "Read", "Write", "last used");
        assertThat(list.body()).doesNotContain(token);
        assertThat(database.of("SELECT COUNT(*) FROM api_token WHERE token_hash = UNHEX(SHA2(?, 256))", token))
                .isEqualTo(1);

        ann.submit("form[action$=revoke]", Map.of());
        ApiClient.Reply refused = program.get("/me");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.code()).isEqualTo("token-invalid");
        assertThat(refused.header("WWW-Authenticate")).contains("invalid_token");
    }

    @Test
    void incompleteFormKeepsItsText() {
        Visitor ben = Visitor.member("ben");
        ben.get("/profile/tokens/new/");
        Reply refused = ben.post("/profile/tokens/new/", Map.of("name", "Script", "csrf-token", ben.csrfToken()));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("[name=name]").attr("value")).isEqualTo("Script");
        assertThat(refused.page().text()).contains("Choose at least one.");
    }

    @Test
    void newTokenNeedsARecentProof() {
        Visitor cora = Visitor.member("cora");
        database.change("UPDATE session SET confirmed_at = NULL WHERE member_id = " + id(cora));
        sessions.refresh(id(cora));
        assertThat(cora.get("/profile/tokens/new/").url()).contains("/profile/confirm");
    }

    @Test
    void tokensEndWithAllAccess() {
        Visitor dora = Visitor.member("dora");
        ApiClient program = ApiClient.of(dora, "read");
        assertThat(program.get("/me").status()).isEqualTo(200);
        sessions.endAllAccess(id(dora));
        assertThat(program.get("/me").status()).isEqualTo(401);
    }

    @Test
    void suspendedMembersTokenOpensNothing() {
        Visitor eva = Visitor.member("eva");
        ApiClient program = ApiClient.of(eva, "read");
        database.change("UPDATE member SET suspended = 1 WHERE id = " + id(eva));
        assertThat(program.get("/me").status()).isEqualTo(401);
    }
}
