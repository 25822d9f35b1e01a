package askme.mail.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NoticeTest {

    private final Notice notice = new Notice(
            null,
            "2 new answers",
            "A title",
            "/question/1",
            List.of(Notice.Post.whole("bob", "12345", false), Notice.Post.whole("eve", "678", false)));

    @Test
    void postsThatFitStayWhole() {
        assertThat(notice.within(8)).isSameAs(notice);
        assertThat(notice.characters()).isEqualTo(8);
    }

    @Test
    void postsThatDoNotFitAreCutAndTakeNoRoom() {
        Notice cut = notice.within(7);
        assertThat(cut.posts()).hasSize(2).allMatch(Notice.Post::cut);
        assertThat(cut.characters()).isZero();
    }
}
