package askme.member;

import static org.assertj.core.api.Assertions.assertThat;

import askme.command.Production;
import askme.settings.DefaultSettings;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(strings = {"adm\u0131n", "\u0430dmin", "АDMIN", "supp\u043ert", "r\u043e\u043et", "An\u039d"})
    void nicknamesThatLookLikeReservedOnesAreReserved(String nickname) {
        assertThat(admins("192.0.2.7").reserved(nickname)).isTrue();
        assertThat(admins("192.0.2.7").reserved(nickname + "x")).isFalse();
    }

    @Test
    void phoneticLettersAreUncommon() {
        assertThat(Nickname.Check.uncommon("\u1d00\u1d05\u1d0d\u026a\u0274")).isTrue();
        for (String name : List.of("Ann_1", "Ёжик", "José", "Łukasz", "ılgaz", "たろう", "漢字", "Ελένη", "نور")) {
            assertThat(Nickname.Check.uncommon(name)).as(name).isFalse();
        }
    }

    private static ConfiguredAdmins admins(String database) {
        MemberConfig config = new MemberConfig() {
            @Override
            public Optional<Set<String>> admins() {
                return Optional.of(Set.of(" Ann "));
            }

            @Override
            public String skeletonsSchedule() {
                return "off";
            }
        };
        return new ConfiguredAdmins(
                config, new Production("jdbc:mysql://" + database + "/askme"), DefaultSettings.make());
    }
}
