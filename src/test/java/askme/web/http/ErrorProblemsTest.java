package askme.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ErrorProblemsTest {

    @Test
    void tokensOfMailedLinksAreNotLogged() {
        assertThat(ErrorProblems.withoutToken("/login/reset/7.179.abc")).isEqualTo("/login/reset/…");
        assertThat(ErrorProblems.withoutToken("/unsubscribe/7.abc")).isEqualTo("/unsubscribe/…");
        assertThat(ErrorProblems.withoutToken("/question/7/")).isEqualTo("/question/7/");
    }
}
