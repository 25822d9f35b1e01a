package askme.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People name the addresses of push services and webhooks, so each must be one of the internet. */
class PublicAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0", "0.1.2.3", "10.1.2.3", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.9.9.9",
                "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.168.1.1",
                        "198.18.0.1",
                "198.51.100.7", "203.0.113.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::", "::1",
                "::ffff:10.0.0.1", "64:ff9b::a00:1", "fc00::1", "fd12:3456::1", "fe80::1", "fec0::1", "ff02::1",
                "2001:db8::1", "2001::1", "2002:a00:1::"
            })
    void privateAddressIsRefused(String address) throws Exception {
        assertThat(PublicAddress.is(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "100.63.0.1",
                "100.128.0.1",
                "172.32.0.1",
                "192.0.1.1",
                "198.20.0.1",
                "203.0.114.1",
                "2606:4700::1111",
                "2a00:1450::1"
            })
    void publicAddressIsAllowed(String address) throws Exception {
        assertThat(PublicAddress.is(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "http://push.example.org/a",
                "ftp://push.example.org/a",
                "https:///a",
                "https://user@push.example.org/a",
                "https://push.example.org/a#b",
                "https://push.example.org/ü b",
                "//push.example.org",
                "javascript:alert(1)",
                "https:opaque",
                "https://push.example.org/ü"
            })
    void malformedEndpointIsRefused(String text) {
        assertThat(OutboundUrl.of(text, false)).isEmpty();
    }

    @Test
    void endpointHasHostPortAndTarget() {
        OutboundUrl endpoint =
                OutboundUrl.of("https://push.example.org/a/b?c=d", false).orElseThrow();
        assertThat(endpoint.host()).isEqualTo("push.example.org");
        assertThat(endpoint.port()).isEqualTo(443);
        assertThat(endpoint.target()).isEqualTo("/a/b?c=d");
        OutboundUrl other =
                OutboundUrl.of("https://push.example.org:8443", false).orElseThrow();
        assertThat(other.port()).isEqualTo(8443);
        assertThat(other.target()).isEqualTo("/");
        assertThat(OutboundUrl.of("https://push.example.org/" + "a".repeat(1000), false))
                .isEmpty();
        assertThat(OutboundUrl.of(null, false)).isEmpty();
        assertThat(OutboundUrl.of("http://127.0.0.1:9/a", true)).isPresent();
    }
}
