package askme.search;

import askme.words.Folding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words that a query leaves out, from {@code stopwords.txt}; folded. */
public final class StopWords {

    /** Words that the indexes of V5 do not contain. */
    static final Set<String> UNINDEXED = read(line -> line.startsWith("!"));

    /** Other words that occur in most texts. */
    static final Set<String> COMMON = read(line -> !line.startsWith("!"));

    /** All of them. A query leaves them out if it has a better word. */
    public static final Set<String> ALL =
            Stream.concat(UNINDEXED.stream(), COMMON.stream()).collect(Collectors.toUnmodifiableSet());

    private StopWords() {}

    private static Set<String> read(Predicate<String> lines) {
        try (InputStream in = StopWords.class.getResourceAsStream("stopwords.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .filter(lines)
                    .flatMap(line -> Arrays.stream(line.replace("!", "").strip().split(" ")))
                    .map(Folding::fold)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
