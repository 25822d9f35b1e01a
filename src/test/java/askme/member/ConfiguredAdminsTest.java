package askme.member;

import static org.assertj.core.api.Assertions.assertThat;

import askme.command.Production;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConfiguredAdminsTest {

    @Test
    void configuredNameIsAdminInAnyCase() {
        ConfiguredAdmins admins = admins("127.0.0.1");
        assertThat(admins.named("ANN")).isTrue();
        assertThat(admins.named("anna")).isFalse();
    }

    @Test
    void configuredNameIsReservedInProduction() {
        assertThat(admins("192.0.2.7").reserved("aNN")).isTrue();
        assertThat(admins("192.0.2.7").reserved("bob")).isFalse();
        assertThat(admins("127.0.0.1").reserved("ann"))
                .as("on the developer's machine")
                .isFalse();
    }

    @Test
    void officialNamesAndTheirAccentsAreReserved() {
        assertThat(admins("127.0.0.1").reserved("Moderator")).isTrue();
        assertThat(admins("127.0.0.1").reserved("suppórt")).isTrue();
        assertThat(admins("127.0.0.1").reserved("ſupport")).isTrue();
        assertThat(admins("192.0.2.7").reserved("ánn")).isTrue();
        assertThat(admins("192.0.2.7").named("ánn")).isFalse();
        assertThat(admins("192.0.2.7").reserved("Moderator")).isTrue();
    }

    private static ConfiguredAdmins admins(String database) {
        MemberConfig config = () -> Optional.of(Set.of(" Ann "));
        return new ConfiguredAdmins(config, new Production("jdbc:mysql://" + database + "/askme"));
    }
}
