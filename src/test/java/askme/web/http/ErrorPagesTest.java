package askme.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ErrorPagesTest {

    @Test
    void tokensOfMailedLinksAreNotLogged() {
        assertThat(ErrorPages.withoutToken("/login/reset/7.179.abc")).isEqualTo("/login/reset/…");
        assertThat(ErrorPages.withoutToken("/unsubscribe/7.abc")).isEqualTo("/unsubscribe/…");
        assertThat(ErrorPages.withoutToken("/question/7/")).isEqualTo("/question/7/");
    }
}
