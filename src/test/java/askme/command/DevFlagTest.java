package askme.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DevFlagTest {

    private static final String NAME = "askme.test.switch";

    @AfterEach
    void clear() {
        System.clearProperty(NAME);
    }

    @Test
    void nameAloneEnablesTheFlag() {
        assertThat(DevFlag.on(NAME)).isFalse();
        System.setProperty(NAME, "");
        assertThat(DevFlag.on(NAME)).isTrue();
        System.setProperty(NAME, "true");
        assertThat(DevFlag.on(NAME)).isTrue();
        System.setProperty(NAME, "false");
        assertThat(DevFlag.on(NAME)).isFalse();
    }
}
