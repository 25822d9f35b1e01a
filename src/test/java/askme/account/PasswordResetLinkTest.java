package askme.account;

import static org.assertj.core.api.Assertions.assertThat;

import askme.account.address.Addresses;
import askme.factor.SignInWays;
import askme.factor.UnprovenWays;
import askme.jobs.queue.Outbox;
import askme.member.Member;
import askme.session.Sessions;
import askme.support.ManualClock;
import askme.support.TestDatabase;
import askme.support.Visitor;
import askme.waiting.WaitingPosts;
import askme.web.WebConfig;
import askme.web.security.Audit;
import askme.web.security.Signer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a reset link is valid, and which changes invalidate it. */
@QuarkusTest
class PasswordResetLinkTest {

    @Inject
    Accounts accounts;

    @Inject
    Sessions sessions;

    @Inject
    Outbox outbox;

    @Inject
    Signer signer;

    @Inject
    Addresses addresses;

    @Inject
    WaitingPosts waiting;

    @Inject
    SignInWays ways;

    @Inject
    UnprovenWays unproven;

    @Inject
    Audit audit;

    @Inject
    WebConfig web;

    @Inject
    TestDatabase testDatabase;

    private final ManualClock clock = new ManualClock();
    private PasswordReset resets;
    private Visitor ann;
    private PasswordResetRequested request;
    private String token;

    @BeforeEach
    void requestLink() {
        resets = new PasswordReset(
                accounts, sessions, addresses, waiting, ways, unproven, outbox, signer, audit, web, clock);
        ann = Visitor.member("link");
        request = new PasswordResetRequested(ann.email(), clock.millis());
        String url = link().orElseThrow().url();
        assertThat(url).startsWith(web.baseUrl().toString());
        token = url.substring(url.lastIndexOf('/') + 1);
    }

    @Test
    void linkExpiresOneHourAfterTheRequest() {
        clock.pass(PasswordReset.VALIDITY.minus(Duration.ofSeconds(1)));
        assertThat(member(token)).get().returns(ann.email(), member -> member.email);
        assertThat(link()).get().extracting(ResetLink::url).asString().endsWith(token);
        clock.pass(Duration.ofSeconds(1));
        assertThat(member(token)).isEmpty();
        assertThat(link()).as("no mail is sent later").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"email", "password_hash"})
    void newEmailOrPasswordInvalidatesTheLink(String column) {
        testDatabase.change(
                "UPDATE member SET " + column + " = CONCAT(" + column + ", 'x') WHERE email = ?", ann.email());
        assertThat(member(token)).isEmpty();
    }

    @Test
    void changedMemberOrTimeIsRefused() {
        Visitor bob = Visitor.member("other");
        long id = testDatabase.of("SELECT id FROM member WHERE nickname = ?", bob.nickname());
        assertThat(member(token.replaceFirst("^\\d+", Long.toString(id)))).isEmpty();
        assertThat(member(token.replaceFirst("\\.\\d+", ".99999999999"))).isEmpty();
    }

    private Optional<ResetLink> link() {
        return QuarkusTransaction.requiringNew().call(() -> resets.link(request));
    }

    private Optional<Member> member(String resetToken) {
        return QuarkusTransaction.requiringNew().call(() -> resets.member(resetToken));
    }
}
