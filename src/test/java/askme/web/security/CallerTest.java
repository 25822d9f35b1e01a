package askme.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CallerTest {

    @Test
    void ipv4AddressesAreDistinct() {
        assertThat(Caller.network("192.0.2.1")).isNotEqualTo(Caller.network("192.0.2.2"));
    }

    @Test
    void ipv6NetworkIsOneCaller() {
        assertThat(Caller.network("2001:db8:1:2::1")).isEqualTo(Caller.network("2001:db8:1:2:ffff::9"));
        assertThat(Caller.network("2001:db8:1:2::1")).isNotEqualTo(Caller.network("2001:db8:1:3::1"));
        assertThat(Caller.network("fe80::1%eth0")).isEqualTo(Caller.network("fe80::2"));
    }
}
