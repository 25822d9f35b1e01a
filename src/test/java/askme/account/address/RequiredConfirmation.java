package askme.account.address;

import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusMock;
import java.time.Clock;

/** While it is open, the site in this process requires new members to confirm their address. */
public final class RequiredConfirmation implements AutoCloseable {

    public RequiredConfirmation() {
        install(true);
    }

    @Override
    public void close() {
        install(false);
    }

    private static void install(boolean required) {
        AddressLinks links = Arc.container().instance(AddressLinks.class).get();
        Clock clock = Arc.container().instance(Clock.class).get();
        QuarkusMock.installMockForType(new Addresses(links, required, clock), Addresses.class);
    }
}
