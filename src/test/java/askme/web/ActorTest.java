package askme.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ActorTest {

    @Test
    void anIpv4AddressIsOnePerson() {
        assertThat(Actor.network("192.0.2.1")).isNotEqualTo(Actor.network("192.0.2.2"));
    }

    @Test
    void allAddressesOfAnIpv6NetworkAreOnePerson() {
        assertThat(Actor.network("2001:db8:1:2::1")).isEqualTo(Actor.network("2001:db8:1:2:ffff::9"));
        assertThat(Actor.network("2001:db8:1:2::1")).isNotEqualTo(Actor.network("2001:db8:1:3::1"));
        assertThat(Actor.network("fe80::1%eth0")).isEqualTo(Actor.network("fe80::2"));
    }
}
