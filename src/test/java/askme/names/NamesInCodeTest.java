package askme.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Every name that leaves the process keeps its value. This test reads names in the code; {@link NamesOfSiteTest} reads
 * the others at the running site.
 */
class NamesInCodeTest {

    static final String HINT = """
            names that leave the process (src/test/resources/askme/external-names.txt).
            MISSING: the name is gone or has changed. Processes of the previous version, stored data and open pages still use it.
            Restore it; for a renamed record component use @JsonProperty("the old name").
            ADDED: a new name can never be removed again. To record it: ./mvnw test -Dtest='NamesInCodeTest,NamesOfSiteTest' -Dexternal-names.write=true""";

    /** Hash of the first recorded names, which must stay in the file too. */
    private static final String FIRST_RECORD = "600b1d8a5a336083b6ecd840531d29da7952950d0e7aaa1b02d6a7ba2d16fb7f";

    @Test
    void namesInCodeAreTheRecordedOnes() throws Exception {
        assertThat(new RecordedNames().differences(NamesInCode.find())).as(HINT).isEmpty();
    }

    @Test
    void firstRecordIsComplete() {
        assertThat(new RecordedNames().firstRecord())
                .as("a line without + was removed from external-names.txt or changed: restore it")
                .isEqualTo(FIRST_RECORD);
    }
}
