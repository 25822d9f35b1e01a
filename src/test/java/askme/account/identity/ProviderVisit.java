package askme.account.identity;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.StandInProvider;
import askme.support.Visitor;
import askme.support.Visitor.Reply;
import java.net.URI;
import java.util.Map;

/** The journey of a browser to the stand-in and back. */
final class ProviderVisit {

    static final String NICKNAME_FORM = "form:has([name=nickname])";

    private ProviderVisit() {}

    static Map<String, String> person(String name) {
        return Map.of("person", name, "email", name + "@example.net");
    }

    /** The browser goes to the provider, which agrees at once, and opens the address to which it is sent back. */
    static Reply signIn(Visitor visitor, String path, Map<String, String> person) {
        return visitor.get(comeBack(visitor, path, person));
    }

    /** The address to which the provider sends the browser back. */
    static String comeBack(Visitor visitor, String path, Map<String, String> person) {
        Reply away = visitor.getOnce(path);
        assertThat(away.status()).as(path).isEqualTo(303);
        URI there = StandInProvider.as(URI.create(away.header("Location")), person);
        return Visitor.guest().getOnce(there.toString()).header("Location");
    }

    static String nickname(Visitor visitor) {
        return visitor.get("/").page().select(".nickname").text();
    }

    static Visitor joined(String name) {
        Visitor visitor = Visitor.guest();
        signIn(visitor, "/login/with/standin", person(name));
        visitor.submit(NICKNAME_FORM, Map.of("nickname", name));
        assertThat(nickname(visitor)).isEqualTo(name);
        return visitor;
    }
}
