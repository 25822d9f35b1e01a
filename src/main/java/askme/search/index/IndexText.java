package askme.search.index;

import askme.words.Token;
import askme.words.Tokenizer;
import java.util.ArrayList;
import java.util.List;

/** The content of an index row: the words of a post, separated by spaces. Names are last, because phrases contain none. */
final class IndexText {

    private final StringBuilder text = new StringBuilder();

    private IndexText() {}

    static String ofQuestion(long id, String title, String body) {
        int shard = Shard.ofQuestion(id);
        List<Token> titleTokens = Tokenizer.tokens(title);
        String all = Field.QUESTION.in(shard);
        IndexText row = new IndexText();
        row.add(Field.TITLE.in(shard), titleTokens);
        row.add(all, titleTokens);
        row.add(all, Tokenizer.tokens(body));
        return row.text.toString();
    }

    static String ofAnswer(long id, String body) {
        IndexText row = new IndexText();
        row.add(Field.ANSWER.in(Shard.ofAnswer(id)), Tokenizer.tokens(body));
        return row.text.toString();
    }

    private void add(String field, List<Token> tokens) {
        List<Token> names = new ArrayList<>();
        for (Token token : tokens) {
            if (token.kind() == Token.Kind.NAME) {
                names.add(token);
            } else {
                add(IndexWord.of(field, token.term()));
            }
        }
        names.forEach(name -> add(IndexWord.of(field, name.term())));
        add(field); // No phrase continues in the next text.
    }

    private void add(String word) {
        text.append(text.length() == 0 ? "" : " ").append(word);
    }
}
