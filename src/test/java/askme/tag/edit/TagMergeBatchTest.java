package askme.tag.edit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TagMergeBatchTest {

    private static final TagMerges.Running MERGE = new TagMerges.Running(1, 2, "js", 3, "javascript");

    @Test
    void onlyTheTagIsRenamedAndNoneIsRepeated() {
        assertThat(TagMergeBatch.renamed("css js json", MERGE)).isEqualTo("css javascript json");
        assertThat(TagMergeBatch.renamed("javascript js", MERGE)).isEqualTo("javascript");
        assertThat(TagMergeBatch.renamed("json", MERGE)).isEqualTo("json");
    }
}
