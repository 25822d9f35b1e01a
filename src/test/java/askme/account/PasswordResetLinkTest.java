package askme.account;

import static org.assertj.core.api.Assertions.assertThat;

import askme.jobs.queue.Outbox;
import askme.member.Member;
import askme.session.Sessions;
import askme.support.ManualClock;
import askme.support.TestDatabase;
import askme.support.Visitor;
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

/** For how long the link is good, and what ends it. */
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
    Audit audit;

    @Inject
    WebConfig web;

    @Inject
    TestDatabase numbers;

    private final ManualClock clock = new ManualClock();
    private PasswordReset resets;
    private Visitor ann;
    private PasswordResetRequested asked;
    private String token;

    @BeforeEach
    void ask() {
        resets = new PasswordReset(accounts, sessions, outbox, signer, audit, web, clock);
        ann = Visitor.member("link");
        asked = new PasswordResetRequested(ann.email(), clock.millis());
        String url = due().orElseThrow().url();
        assertThat(url).startsWith(web.baseUrl().toString());
        token = url.substring(url.lastIndexOf('/') + 1);
    }

    @Test
    void itIsGoodForAnHourFromTheMomentItWasAskedFor() {
        clock.pass(PasswordReset.LIFE.minus(Duration.ofSeconds(1)));
        assertThat(holder(token)).get().returns(ann.email(), member -> member.email);
        assertThat(due()).get().extracting(PasswordReset.Way::url).asString().endsWith(token);
        clock.pass(Duration.ofSeconds(1));
        assertThat(holder(token)).isEmpty();
        assertThat(due()).as("a mail that comes too late is none").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"email", "password_hash"})
    void whatWasSetSinceEndsIt(String column) {
        numbers.change("UPDATE member SET " + column + " = CONCAT(" + column + ", 'x') WHERE email = ?", ann.email());
        assertThat(holder(token)).isEmpty();
    }

    @Test
    void itIsNobodyElses() {
        Visitor bob = Visitor.member("other");
        long id = numbers.of("SELECT id FROM member WHERE nickname = ?", bob.nickname());
        assertThat(holder(token.replaceFirst("^\\d+", Long.toString(id)))).isEmpty();
        assertThat(holder(token.replaceFirst("\\.\\d+", ".99999999999"))).isEmpty();
    }

    private Optional<PasswordReset.Way> due() {
        return QuarkusTransaction.requiringNew().call(() -> resets.due(asked));
    }

    private Optional<Member> holder(String link) {
        return QuarkusTransaction.requiringNew().call(() -> resets.holder(link));
    }
}
