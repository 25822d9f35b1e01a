package askme.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Response;
import org.junit.jupiter.api.Test;

class UndoTest {

    @Test
    void messageBringsTheOppositeAct() {
        String cookie = cookie(Flash.redirect("/", "Closed", new Undo("/question/7/reopen", "seen", "3")));
        assertThat(Flash.read(cookie)).isEqualTo("Closed");
        assertThat(Flash.undo(cookie)).isEqualTo(new Undo("/question/7/reopen", "seen", "3"));
    }

    @Test
    void messageAloneHasNone() {
        String cookie = cookie(Flash.redirect("/", "Saved"));
        assertThat(Flash.read(cookie)).isEqualTo("Saved");
        assertThat(Flash.undo(cookie)).isNull();
    }

    @Test
    void cookieOfSomebodyElseNamesNoOtherAct() {
        for (String path :
                new String[] {"/logout/", "/profile/password", "//evil.example/", "/question/7/reopen?a=b", ""}) {
            assertThat(Undo.ofCookie(path, "", "")).as(path).isNull();
        }
        assertThat(Undo.ofCookie("/question/7/reopen", "a\"b", "")).isNull();
        assertThat(Flash.read("%%%")).isNull();
        assertThat(Flash.undo("%%%")).isNull();
    }

    private static String cookie(Response redirect) {
        return redirect.getCookies().get(Flash.COOKIE).getValue();
    }
}
