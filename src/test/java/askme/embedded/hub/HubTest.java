package askme.embedded.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The hub has another port than the site, so a page needs its permission to ask whether it is back. */
class HubTest {

    private final Hub hub = Hub.start(0, HubFixture.config());

    @AfterEach
    void stop() {
        hub.stop();
    }

    private HttpResponse<Void> ask(String origin) throws Exception {
        URI address = URI.create(hub.url().replaceFirst("^ws", "http"));
        HttpRequest request =
                HttpRequest.newBuilder(address).header("Origin", origin).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
    }

    @Test
    void pageOfTheSiteReadsTheAnswer() throws Exception {
        HttpResponse<Void> answer = ask(CentrifugoContract.ORIGIN);
        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains(CentrifugoContract.ORIGIN);
    }

    @Test
    void otherPagesDoNot() throws Exception {
        HttpResponse<Void> answer = ask("https://elsewhere.example");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }
}
