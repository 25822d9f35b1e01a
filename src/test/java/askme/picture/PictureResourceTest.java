package askme.picture;

import static org.assertj.core.api.Assertions.assertThat;

import askme.picture.decoding.PictureDecoder;
import askme.picture.decoding.Pictures;
import askme.resilience.Bulkhead;
import askme.support.TestDatabase;
import askme.support.Visitor;
import askme.support.Visitor.Reply;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("program")
class PictureResourceTest {

    private static final int MB = 1024 * 1024;

    @Inject
    TestDatabase database;

    @Test
    void uploadedPictureIsShownInAPost() {
        Visitor ann = Visitor.member("ann");
        Reply added = upload(ann, Pictures.halves("jpg", 1600, 900));
        assertThat(added.status()).isEqualTo(201);
        String url = urlIn(added);
        assertThat(url).matches("/picture/[0-9a-f]{32}-1600x900\\.jpg");
        assertThat(added.header("Location")).endsWith(url);
        assertThat(added.body()).contains("\"markdown\":\"![](" + url + ")\"");
        long question = ann.ask("What does the picture show?", "![A chart](" + url + ")", "pictures");
        Element picture =
                Visitor.guest().get("/question/" + question + "/").page().selectFirst(".markdown a > img");
        assertThat(picture.attr("alt")).isEqualTo("A chart");
        assertThat(picture.attr("width")).isEqualTo("800");
        assertThat(picture.attr("height")).isEqualTo("450");
        assertThat(picture.attr("loading")).isEqualTo("lazy");
        assertThat(picture.parent().attr("href")).isEqualTo(url);
        for (String address : new String[] {url, picture.attr("src")}) {
            Reply file = Visitor.guest().get(address);
            assertThat(file.status()).as(address).isEqualTo(200);
            assertThat(file.header("Content-Type")).isEqualTo("image/jpeg");
            assertThat(file.header("Cache-Control"))
                    .contains("max-age=31536000")
                    .contains("immutable");
            assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(file.header("Set-Cookie")).isNull();
        }
    }

    @Test
    void badFileIsAProblem() {
        Visitor ann = Visitor.member("ann");
        assertProblem(upload(ann, "no picture".getBytes()), 422, "not-a-picture");
        assertProblem(upload(ann, Pictures.bomb(60_000)), 422, "too-many-pixels");
        assertProblem(upload(ann, new byte[10 * MB + 1]), 422, "too-large");
        assertProblem(upload(ann, new byte[0]), 422, "no-picture");
        assertProblem(upload(ann, new byte[13 * MB]), 413, "too-large");
        Reply other = ann.postFile("/pictures", "other", "a.png", Pictures.halves("png", 9, 9), ann.csrfToken());
        assertProblem(other, 422, "no-picture");
        assertThat(ann.postForm("/pictures", Map.of("picture", "text"), ann.csrfToken())
                        .status())
                .isEqualTo(415);
    }

    /** Also a body that is larger than memory may hold: the answer comes before it is read. */
    @Test
    void rightIsCheckedBeforeTheBody() {
        byte[] large = Arrays.copyOf(Pictures.halves("png", 9, 9), 5 * MB);
        for (byte[] file : new byte[][] {Pictures.halves("png", 9, 9), large}) {
            Visitor guest = Visitor.guest();
            guest.get("/");
            assertProblem(guest.postFile("/pictures", "picture", "a.png", file, ""), 401, "sign-in-required");
            Visitor ann = Visitor.member("ann");
            assertProblem(ann.postFile("/pictures", "picture", "a.png", file, ""), 403, "csrf");
            assertProblem(ann.postFile("/pictures", "picture", "a.png", file, "of-another-session"), 403, "csrf");
        }
    }

    @Test
    void memberUploadsAtMostSoMuchADay() throws Exception {
        Visitor ann = Visitor.member("ann");
        long id = database.of("SELECT id FROM member WHERE nickname = ?", ann.nickname());
        String row =
                "INSERT INTO picture (name, member_id, bytes, uploaded_at, checked_at) VALUES (?, ?, ?, %s, UTC_TIMESTAMP(6))";
        database.change(row.formatted("UTC_TIMESTAMP(6) - INTERVAL 25 HOUR"), "a-" + id, id, 50L * MB);
        database.change(row.formatted("UTC_TIMESTAMP(6) - INTERVAL 23 HOUR"), "b-" + id, id, 50L * MB - 2000);
        byte[] small = Pictures.halves("png", 9, 9);
        assertThat(upload(ann, small).status()).isEqualTo(201);
        assertProblem(upload(ann, Arrays.copyOf(small, 2000)), 429, "too-much-today");
        database.change("UPDATE picture SET bytes = ? WHERE name = ?", 50L * MB, "b-" + id);
        assertProblem(upload(ann, small), 429, "too-much-today");
    }

    @Test
    void unknownPictureIsNotFound() {
        String id = "0123456789abcdef0123456789abcdef";
        for (String name : new String[] {id + "-9x9.png", id + "-9x9.svg", id + ".png", "..%2F..%2Fpom.xml", "a"}) {
            Reply missing = Visitor.guest().get("/picture/" + name);
            assertThat(missing.status()).as(name).isIn(404, 400);
            assertThat(missing.header("Cache-Control")).doesNotContain("immutable");
        }
    }

    @Test
    @Tag("one-process") // replaces a bean of the process that answers
    void tooManyUploadsAreAnswered503() {
        Visitor ann = Visitor.member("ann");
        QuarkusMock.installMockForType(
                new PictureDecoder(new Bulkhead(0, 0, Duration.ZERO), Duration.ZERO), PictureDecoder.class);
        Reply busy = upload(ann, Pictures.halves("jpg", 50, 50));
        assertProblem(busy, 503, "busy");
        assertThat(busy.header("Retry-After")).isEqualTo("5");
    }

    private static Reply upload(Visitor member, byte[] file) {
        return member.postFile("/pictures", "picture", "a.png", file, member.csrfToken());
    }

    static String urlIn(Reply added) {
        Matcher url = Pattern.compile("\"url\":\"([^\"]+)\"").matcher(added.body());
        assertThat(url.find()).as(added.body()).isTrue();
        return url.group(1);
    }

    private static void assertProblem(Reply reply, int status, String code) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.body()).contains("\"code\":\"" + code + "\"").contains("\"detail\":");
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
    }
}
