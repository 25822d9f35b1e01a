package askme.search;

import java.util.Random;

/** Pieces of text that might break a query, joined at random. */
final class SearchFragments {

    private static final String[] FRAGMENTS = {
        "+",
        "-",
        "*",
        "\"",
        "(",
        ")",
        "~",
        "<",
        ">",
        "@",
        "'",
        "\\",
        "%",
        "_",
        "!",
        ";",
        "--",
        "/*",
        "*/",
        "#",
        "`",
        "\0",
        "\n",
        "\t",
        " ",
        " ",
        " ",
        "a",
        "ab",
        "the",
        "word",
        "слово",
        "как",
        "é",
        "Ё",
        "日本語",
        "😀",
        "𝒳yz",
        "²",
        "½x",
        "ⅷ",
        "\u0301",
        "\u200d",
        "\u202e",
        "\ud800",
        "[",
        "]",
        "[java]",
        "user:",
        "is:answered",
        "user:x",
        "&quot;",
        "c++",
        "a@b.com",
        "x" + "y".repeat(90),
        "' OR 1=1 -- ",
        "MATCH",
        "AGAINST",
        "0x41",
        "1e9",
        "__",
        "ab cd",
        "\"ab cd\"",
        "-\"x\"",
        "ß",
        "İ"
    };

    private SearchFragments() {}

    static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int pieces = 1 + random.nextInt(12); pieces > 0; pieces--) {
            text.append(
                    random.nextInt(4) == 0
                            ? Character.toString(random.nextInt(0xd800))
                            : FRAGMENTS[random.nextInt(FRAGMENTS.length)]);
        }
        return text.toString();
    }
}
