package askme.syndication;

import askme.markdown.MarkdownCache;
import askme.question.ListTexts;
import askme.question.QuestionCard;
import askme.question.QuestionLinks;
import askme.question.QuestionQueries;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** The entries of questions in a feed, with their whole texts. */
@ApplicationScoped
class QuestionEntries {

    private final QuestionQueries questions;
    private final ListTexts texts;
    private final MarkdownCache markdown;

    QuestionEntries(QuestionQueries questions, ListTexts texts, MarkdownCache markdown) {
        this.questions = questions;
        this.texts = texts;
        this.markdown = markdown;
    }

    List<Feed.Entry> of(List<QuestionCard> cards) {
        Map<Long, QuestionQueries.Text> found =
                questions.texts(cards.stream().map(QuestionCard::id).toList());
        return cards.stream()
                .filter(card -> found.containsKey(card.id())) // another request may have deleted it
                .map(card -> entry(card, found.get(card.id())))
                .toList();
    }

    private Feed.Entry entry(QuestionCard card, QuestionQueries.Text text) {
        return new Feed.Entry(
                QuestionLinks.question(card.id()),
                texts.titleOf(card.title(), card.closed()),
                card.author().nickname(),
                card.askedAt(),
                text.editedAt() == null ? card.askedAt() : text.editedAt(),
                card.tags(),
                card.excerpt(),
                markdown.html(text.body()).html());
    }
}
