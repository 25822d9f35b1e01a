package askme.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0 | Firefox, Linux",
                "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537 Chrome/139 Safari/537 Edg/139 | Edge, Windows",
                "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537 Chrome/139 Mobile Safari/537 | Chrome, Android",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18 like Mac OS X) Version/18 Safari/604 | Safari, iPhone",
                "curl/8.5.0 | curl/8.5.0",
                "'' | ''"
            })
    void nameHoldsBrowserAndSystem(String userAgent, String name) {
        assertThat(DeviceName.of(userAgent)).isEqualTo(name);
    }
}
