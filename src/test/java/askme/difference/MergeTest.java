package askme.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MergeTest {

    private static final String BASE = "First paragraph.\n\nSecond paragraph.\n\nThird paragraph.";

    @Test
    void changesOfDifferentParagraphsAreJoined() {
        String mine = BASE.replace("First", "My first");
        String theirs = BASE.replace("Third", "Their third");
        String both = "My first paragraph.\n\nSecond paragraph.\n\nTheir third paragraph.";
        assertThat(Merge.of(BASE, mine, theirs)).contains(both);
        assertThat(Merge.of(BASE, theirs, mine)).contains(both);
    }

    @Test
    void changesOfDifferentSentencesOfALineAreJoined() {
        String base = "One is here. Two is here. Three is here.";
        assertThat(Merge.of(base, base.replace("One", "Eins"), base.replace("Three", "Drei")))
                .contains("Eins is here. Two is here. Drei is here.");
    }

    @Test
    void addedAndRemovedParagraphsAreJoined() {
        String mine = "New beginning.\n\n" + BASE;
        String theirs = BASE.replace("\n\nThird paragraph.", "");
        assertThat(Merge.of(BASE, mine, theirs)).contains("New beginning.\n\nFirst paragraph.\n\nSecond paragraph.");
    }

    @Test
    void changesOfOneSentenceTouch() {
        assertThat(Merge.of(BASE, BASE.replace("Second", "My"), BASE.replace("Second", "Their")))
                .isEmpty();
        assertThat(Merge.of("One two three", "One TWO three", "One two THREE")).isEmpty();
    }

    @Test
    void neighbouringLinesTouch() {
        assertThat(Merge.of("a\nb\nc\n", "A\nb\nc\n", "a\nB\nc\n")).isEmpty();
        assertThat(Merge.of("a\nb\nc\n", "A\nb\nc\n", "a\nb\nC\n")).contains("A\nb\nC\n");
    }

    @Test
    void textsAddedAtOnePlaceTouch() {
        assertThat(Merge.of(BASE, BASE + "\n\nMine.", BASE + "\n\nTheirs.")).isEmpty();
    }

    @Test
    void equalChangesAreOneChange() {
        String changed = BASE.replace("Second", "Other");
        assertThat(Merge.of(BASE, changed, changed.replace("Third", "Last")))
                .contains(changed.replace("Third", "Last"));
        assertThat(Merge.of(BASE, changed, changed)).contains(changed);
    }

    @Test
    void oneChangeAloneIsTaken() {
        assertThat(Merge.of(BASE, BASE, "Theirs")).contains("Theirs");
        assertThat(Merge.of(BASE, "Mine", BASE)).contains("Mine");
    }

    @Test
    void wordsOfBothAreKept() {
        assertThat(Merge.ofWords(List.of("java", "file"), List.of("java", "file", "nio"), List.of("java", "io")))
                .containsExactly("java", "nio", "io");
    }
}
