package askme.closing;

import static org.assertj.core.api.Assertions.assertThat;

import askme.command.Command;
import askme.settings.Settings;
import askme.support.TestDatabase;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** After any sequence of acts all counters are right. */
@QuarkusTest
@Tag("one-process") // it runs a command
class OrderWalkTest {

    private static final Logger LOG = Logger.getLogger(OrderWalkTest.class);

    @Inject
    TestDatabase database;

    @Inject
    Settings settings;

    @Inject
    @All
    List<Command> commands;

    @BeforeEach
    void everybodyVotesToClose() {
        set("INSERT INTO setting (name, value, changed_at) VALUES ('privilege.close', '0', UTC_TIMESTAMP(6))"
                + " ON DUPLICATE KEY UPDATE value = '0'");
    }

    @AfterEach
    void asBefore() {
        set("DELETE FROM setting WHERE name = 'privilege.close'");
    }

    private void set(String sql) {
        database.change(sql);
        database.change("UPDATE site_counter SET value = value + 1 WHERE name = 'settings-version'");
        settings.refresh();
    }

    private OrderWalk walk() {
        return new OrderWalk(
                database,
                commands.stream()
                        .filter(command -> command.name().equals("reconcile"))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void shortWalkLeavesNoWrongCounter() throws Exception {
        assertThat(walk().walk(8, 150)).isNotEmpty();
    }

    @Test
    @Tag("full")
    @Tag("crash")
    void longWalkLeavesNoWrongCounter() throws Exception {
        OrderWalk walk = walk();
        LOG.infof("walk of 5,000 acts, -Daskme.test.seed=%d", walk.seed());
        Map<String, Integer> statuses = walk.walk(20, 5_000);
        LOG.info("walk of 5,000 acts: " + statuses);
        assertThat(statuses)
                .containsKeys(
                        "close 303",
                        "merge 303",
                        "convert 303",
                        "lock 303",
                        "undelete 303",
                        "take 303",
                        "decide 303",
                        "undo decision 303",
                        "purge 303",
                        "suspend 303",
                        "rename tag 303",
                        "merge tag 303");
    }
}
