package askme.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class OvertakenEditTest {

    private static final Content BASE = new Content("Title", "one two", "First.\n\nSecond.\n\nThird.");

    @Test
    void partsThatOnlyOneChangedAreTaken() {
        OvertakenEdit edit = OvertakenEdit.of(
                Optional.of(BASE),
                new Content("My title", "one two", "Mine.\n\nSecond.\n\nThird."),
                new Content("Title", "one", "First.\n\nSecond.\n\nTheirs."));
        assertThat(edit.joined()).isTrue();
        assertThat(edit.content()).isEqualTo(new Content("My title", "one", "Mine.\n\nSecond.\n\nTheirs."));
        assertThat(edit.theirs().same()).isFalse();
    }

    @Test
    void partThatTouchesStaysAsTypedAndTheOthersAreJoined() {
        OvertakenEdit edit = OvertakenEdit.of(
                Optional.of(BASE),
                new Content("My title", "one two", "Mine.\n\nSecond.\n\nThird."),
                new Content("Their title", "one two", "First.\n\nSecond.\n\nTheirs."));
        assertThat(edit.title()).isTrue();
        assertThat(edit.text()).isFalse();
        assertThat(edit.joined()).isFalse();
        assertThat(edit.content().title()).isEqualTo("My title");
        assertThat(edit.content().body()).isEqualTo("Mine.\n\nSecond.\n\nTheirs.");
    }

    @Test
    void withoutABaseNothingIsJoined() {
        OvertakenEdit edit = OvertakenEdit.of(Optional.empty(), Content.ofAnswer("Mine"), Content.ofAnswer("Theirs"));
        assertThat(edit.text()).isTrue();
        assertThat(edit.title() || edit.tags()).isFalse();
        assertThat(edit.content().body()).isEqualTo("Mine");
        assertThat(edit.theirs()).isNull();
    }

    @Test
    void answerHasNoTitle() {
        OvertakenEdit edit = OvertakenEdit.of(
                Optional.of(Content.ofAnswer("First.\nSecond.\nThird.")),
                Content.ofAnswer("Mine.\nSecond.\nThird."),
                Content.ofAnswer("First.\nSecond.\nTheirs."));
        assertThat(edit.joined()).isTrue();
        assertThat(edit.content()).isEqualTo(Content.ofAnswer("Mine.\nSecond.\nTheirs."));
    }
}
