package askme.question;

import askme.markdown.VisibleText;
import askme.web.LocalizedMessages;
import askme.web.page.FormErrors;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;

/** Refuses posts that are too short to be understood. A post that was short before may stay short. */
@ApplicationScoped
public class PostLengths {

    private final PostsConfig config;
    private final LocalizedMessages<QuestionMessages> messages = LocalizedMessages.of(QuestionMessages.class);

    PostLengths(PostsConfig config) {
        this.config = config;
    }

    /** Adds an error for a title or text that is too short. {@code before} is the stored question; null for a new one. */
    public void checkQuestion(AskForm form, AskForm before, FormErrors errors) {
        check(
                "title",
                form.title(),
                before == null ? null : before.title(),
                new Rule(config.minTitle(), VisibleText::lengthOfLine, min -> messages.get()
                        .title_short(min)),
                errors);
        check(
                "text",
                form.text(),
                before == null ? null : before.text(),
                new Rule(config.minQuestion(), VisibleText::lengthOfPost, min -> messages.get()
                        .text_short(min)),
                errors);
    }

    /** Adds an error for a text that is too short. {@code before} is the stored text; null for a new answer. */
    public void checkAnswer(String text, String before, FormErrors errors) {
        Rule rule = new Rule(config.minAnswer(), VisibleText::lengthOfPost, min -> messages.get()
                .answer_short(min));
        check("text", text, before, rule, errors);
    }

    private record Rule(int min, ToIntFunction<String> length, IntFunction<String> message) {}

    private static void check(String field, String text, String before, Rule rule, FormErrors errors) {
        boolean mayBeShort = rule.min == 0 || (before != null && rule.length.applyAsInt(before) < rule.min);
        if (!mayBeShort && errors.of(field) == null && rule.length.applyAsInt(text) < rule.min) {
            errors.add(field, rule.message.apply(rule.min));
        }
    }
}
