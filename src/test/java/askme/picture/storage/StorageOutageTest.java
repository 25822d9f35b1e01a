package askme.picture.storage;

import static org.assertj.core.api.Assertions.assertThat;

import askme.picture.decoding.Pictures;
import askme.support.TestDatabase;
import askme.support.Visitor;
import askme.support.Visitor.Reply;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bucket that is down takes away pictures and nothing else. */
@QuarkusTest
@Tag("one-process") // replaces a bean of the process that answers
class StorageOutageTest {

    @TestHTTPResource(value = "/", management = true)
    String management;

    @TempDir
    Path folder;

    @Inject
    TestDatabase database;

    @Test
    void onlyPicturesAreMissing() throws Exception {
        Visitor ann = Visitor.member("ann");
        byte[] file = Pictures.halves("png", 900, 20);
        int port;
        try (ServerSocket unused = new ServerSocket(0)) {
            port = unused.getLocalPort();
        }
        PictureStorage away = ChosenStorage.of(StorageSettings.bucket(folder, port), Clock.systemUTC());
        QuarkusMock.installMockForType(away, PictureStorage.class);

        Reply refused = ann.postFile("/pictures", "picture", "a.png", file, ann.csrfToken());
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isNotNull();
        assertThat(refused.body()).contains("\"code\":\"pictures-away\"");
        long id = database.of("SELECT id FROM member WHERE nickname = ?", ann.nickname());
        assertThat(database.of("SELECT COUNT(*) FROM picture WHERE member_id = ?", id))
                .isZero();

        String name = RandomName.next() + "-900x20.png";
        Reply missing = Visitor.guest().get("/picture/" + name);
        assertThat(missing.status()).isEqualTo(503);
        assertThat(missing.header("Cache-Control")).isEqualTo("no-store");
        ann.get("/profile/edit/");
        Reply profile = ann.submitWithFile("form:has([name=avatar])", Map.of(), "avatar", "a.png", file);
        assertThat(profile.status()).isEqualTo(503);

        long question = ann.ask("Is the page there?", "![A picture](/picture/" + name + ")", "pictures");
        assertThat(Visitor.guest().get("/question/" + question + "/").status()).isEqualTo(200);
        assertThat(ready()).contains("\"status\": \"degraded\"").contains("\"bucket\": \"unreachable\"");
    }

    private String ready() {
        var response = RestAssured.get(management.replaceAll("/$", "").replaceAll("/q$", "") + "/q/health/ready");
        assertThat(response.statusCode()).isEqualTo(200);
        return response.asString();
    }
}
