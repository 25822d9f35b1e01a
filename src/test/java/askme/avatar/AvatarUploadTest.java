package askme.avatar;

import static org.assertj.core.api.Assertions.assertThat;

import askme.picture.decoding.PictureDecoder;
import askme.picture.decoding.Pictures;
import askme.picture.storage.PictureStorage;
import askme.resilience.Bulkhead;
import askme.support.Visitor;
import askme.support.Visitor.Reply;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("program")
class AvatarUploadTest {

    private static final String FORM = "form:has([name=avatar])";

    @Inject
    PictureStorage storage;

    @Test
    void uploadAtSignUpIsShownAndCacheable() {
        Visitor ann = Visitor.guest();
        ann.get("/signup/");
        String name = Visitor.unique("ann");
        Reply page = ann.submitWithFile(FORM, typed(name), "avatar", "me.jpg", Pictures.halves("jpg", 300, 300));
        String url = avatar(page);
        assertThat(url).matches(".*/avatar/[0-9a-f]{32}\\.jpg");
        Reply picture = Visitor.guest().get(url);
        assertThat(picture.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(picture.header("Cache-Control")).contains("max-age=31536000").contains("immutable");
        assertThat(picture.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void badFileIsRefusedAndCreatesNoAccount() {
        Visitor ann = Visitor.guest();
        ann.get("/signup/");
        String name = Visitor.unique("ann");
        Reply page = ann.submitWithFile(FORM, typed(name), "avatar", "me.png", Pictures.bomb(60_000));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.page().select("#avatar-error").text()).contains("too many pixels");
        assertThat(page.page().selectFirst("[name=nickname]").attr("value")).isEqualTo(name);
        Reply large = ann.submitWithFile(FORM, typed(name), "avatar", "me.png", new byte[6 * 1024 * 1024]);
        assertThat(large.page().select("#avatar-error").text()).contains("5 MB");
        assertThat(Visitor.guest().get("/member/" + name + "/").status()).isEqualTo(404);
    }

    @Test
    void contentDecidesNotTheFileName() {
        Visitor ann = Visitor.member("ann");
        for (String name : new String[] {"image", "web.jpg", "me.html", "ME.JPEG", "фото.PNG"}) {
            ann.get("/profile/edit/");
            Reply page = ann.submitWithFile(FORM, Map.of(), "avatar", name, Pictures.halves("png", 50, 50));
            assertThat(avatar(page)).as(name).endsWith(".png");
        }
        ann.get("/profile/edit/");
        Reply page = ann.submitWithFile(FORM, Map.of(), "avatar", "web.jpg", Pictures.webp());
        assertThat(avatar(page)).contains("/avatar/").doesNotContain("default");
        ann.get("/profile/edit/");
        Reply text = ann.submitWithFile(FORM, Map.of(), "avatar", "me.png", "no picture".getBytes());
        assertThat(text.page().select("#avatar-error").text()).isNotEmpty();
    }

    @Test
    void newUploadReplacesAndRemovalRestoresDefault() {
        Visitor ann = Visitor.member("ann");
        assertThat(avatar(ann.get("/"))).endsWith("/avatar/default/" + ann.nickname() + ".svg");
        ann.get("/profile/edit/");
        String first = avatar(ann.submitWithFile(FORM, Map.of(), "avatar", "a.png", Pictures.halves("png", 50, 80)));
        assertThat(first).endsWith(".png");
        String second = avatar(ann.submitWithFile(FORM, Map.of(), "avatar", "b.gif", Pictures.halves("gif", 50, 80)));
        assertThat(second).isNotEqualTo(first);
        assertThat(ann.get(first).status()).isEqualTo(404);
        assertThat(ann.get(second).status()).isEqualTo(200);
        ann.get("/profile/edit/");
        assertThat(avatar(ann.submit(FORM, Map.of("removeAvatar", "on")))).endsWith(".svg");
        assertThat(ann.get(second).status()).isEqualTo(404);
    }

    @Test
    @Tag("one-process") // replaces a bean of the process that answers
    void tooManyUploadsAreAnswered503() {
        Visitor ann = Visitor.member("ann");
        ann.get("/profile/edit/");
        Bulkhead full = new Bulkhead(0, 0, Duration.ZERO);
        QuarkusMock.installMockForType(
                new AvatarStore(storage, new PictureDecoder(full, Duration.ZERO)), AvatarStore.class);
        Reply page = ann.submitWithFile(FORM, Map.of(), "avatar", "me.jpg", Pictures.halves("jpg", 50, 50));
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.header("Retry-After")).isEqualTo("5");
        assertThat(page.page().select("main").text()).containsIgnoringCase("try again");
    }

    @Test
    void defaultAvatarIsSafeForAnyName() {
        Reply avatar = Visitor.guest().get("/avatar/default/%D0%81%D0%B6.svg");
        assertThat(avatar.header("Content-Type")).startsWith("image/svg+xml");
        assertThat(avatar.body()).contains(">Ё<");
        assertThat(Visitor.guest().get("/avatar/default/%3Cscript%3E.svg").status())
                .isEqualTo(404);
        // Members from before today's rule may mix alphabets.
        assertThat(Visitor.guest().get("/avatar/default/%D0%81%D0%B6Otter.svg").body())
                .contains(">Ё<");
        assertThat(Visitor.guest().get("/avatar/..%2F..%2Fpom.xml").status())
                .isIn(404, 400); // 400 from an nginx in front
    }

    private static String avatar(Reply page) {
        return page.page().selectFirst("header img.avatar").absUrl("src");
    }

    private static Map<String, String> typed(String name) {
        return Map.of(
                "email",
                name + "@example.org",
                "nickname",
                name,
                "password",
                Visitor.PASSWORD,
                "passwordAgain",
                Visitor.PASSWORD);
    }
}
