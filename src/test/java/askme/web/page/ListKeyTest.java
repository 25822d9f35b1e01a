package askme.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListKeyTest {

    @ParameterizedTest
    @ValueSource(strings = {"7", "-3.7", "1764324000123456.7"})
    void keyIsReadAsItIsWritten(String text) {
        assertThat(ListKey.of(text)).hasToString(text);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "x", "-7", "1.", ".1", "1.2.3", "1e9", "9999999999999999999", "1.-1", "٣"})
    void anythingElseIsTheFirstPage(String text) {
        assertThat(ListKey.of(text)).isEqualTo(ListKey.TOP);
    }

    @Test
    void onlyALaterPageLinksTheFirst() {
        KeyPaginator first = KeyPaginator.of("/active/?tag=a", ListKey.TOP, new ListKey(5, 7));
        assertThat(first.isFirst()).isTrue();
        assertThat(first.next()).isEqualTo("/active/?tag=a&before=5.7");
        KeyPaginator last = KeyPaginator.of("/active/", new ListKey(5, 7), null);
        assertThat(last.address()).isEqualTo("/active/?before=5.7");
        assertThat(last.isFirst()).isFalse();
        assertThat(last.needed()).isTrue();
        assertThat(KeyPaginator.of("/active/", ListKey.TOP, null).needed()).isFalse();
    }
}
