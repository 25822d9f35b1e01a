package askme.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SwitchTest {

    private static final String NAME = "askme.test.switch";

    @AfterEach
    void clear() {
        System.clearProperty(NAME);
    }

    @Test
    void itsNameAloneIsEnough() {
        assertThat(Switch.on(NAME)).isFalse();
        System.setProperty(NAME, "");
        assertThat(Switch.on(NAME)).isTrue();
        System.setProperty(NAME, "true");
        assertThat(Switch.on(NAME)).isTrue();
        System.setProperty(NAME, "false");
        assertThat(Switch.on(NAME)).isFalse();
    }
}
