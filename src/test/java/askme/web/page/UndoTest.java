package askme.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Response;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class UndoTest {

    private static final Undo UNDO = Undo.by("/member/ann/suspension", "suspended", "on")
            .with("until", "")
            .with("reason", "Spam");

    @Test
    void messageBringsTheOppositeAct() {
        String cookie = cookie(Flash.redirect("/", "Closed", UNDO));
        assertThat(Flash.read(cookie)).isEqualTo("Closed");
        assertThat(Flash.undo(cookie)).isEqualTo(UNDO);
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
            assertThat(Undo.ofLines(List.of(path))).as(path).isNull();
        }
        assertThat(Undo.ofLines(List.of("/question/7/reopen", "a\"b", ""))).isNull();
        assertThat(Undo.ofLines(List.of("/question/7/reopen", "a"))).isNull();
        assertThat(Undo.ofLines(Collections.nCopies(9, "/question/7/reopen"))).isNull();
        assertThat(Flash.read("%%%")).isNull();
        assertThat(Flash.undo("%%%")).isNull();
    }

    private static String cookie(Response redirect) {
        return redirect.getCookies().get(Flash.COOKIE).getValue();
    }
}
