package askme.search.index;

import askme.words.Token;
import askme.words.Tokenizer;
import java.util.ArrayList;
import java.util.List;

/**
 * A sequence of words, required or excluded.
 *
 * @param words the words that follow each other
 * @param beginning the beginning of a word that is required in addition; may be empty
 */
public record IndexPhrase(List<String> words, String beginning) {

    /** The phrase that {@code text} contains; without words if it has no letter or digit. */
    public static IndexPhrase of(String text) {
        List<Token> tokens = new ArrayList<>(Tokenizer.tokens(text));
        tokens.removeIf(token -> token.kind() == Token.Kind.NAME);
        int last = tokens.size() - 1;
        String beginning = "";
        if (last >= 0 && tokens.get(last).kind() == Token.Kind.LAST) {
            boolean alone = last == 0 || tokens.get(last - 1).kind() != Token.Kind.PAIR;
            beginning = alone ? tokens.get(last).term() : "";
            tokens.remove(last);
        }
        return new IndexPhrase(tokens.stream().map(Token::term).toList(), beginning);
    }

    public boolean isEmpty() {
        return words.isEmpty() && beginning.isEmpty();
    }

    /** This phrase as a part of an expression in boolean mode; {@code sign} is {@code +} or {@code -}. */
    String part(String sign, String field) {
        StringBuilder part = new StringBuilder();
        if (words.size() == 1) {
            part.append(sign).append(IndexWord.of(field, words.get(0)));
        } else if (!words.isEmpty()) {
            List<String> inIndex =
                    words.stream().map(word -> IndexWord.of(field, word)).toList();
            part.append(sign).append('"').append(String.join(" ", inIndex)).append('"');
        }
        if (!beginning.isEmpty() && (part.length() == 0 || sign.equals("+"))) {
            part.append(part.length() == 0 ? "" : " ")
                    .append(sign)
                    .append(IndexWord.of(field, beginning))
                    .append('*');
        }
        return part.toString();
    }
}
