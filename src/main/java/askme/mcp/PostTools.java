package askme.mcp;

import askme.answer.AnswerActs;
import askme.answer.AnswerForm;
import askme.answer.AnswerLinks;
import askme.comment.CommentActs;
import askme.comment.CommentForm;
import askme.comment.CommentLinks;
import askme.held.HeldLinks;
import askme.held.HeldMessages;
import askme.held.PostHeld;
import askme.question.AskForm;
import askme.question.QuestionActs;
import askme.question.QuestionLinks;
import askme.waiting.WaitingLinks;
import askme.web.LocalizedMessages;
import askme.web.WebConfig;
import askme.web.page.FormErrors;
import askme.web.page.Sent;
import io.quarkiverse.mcp.server.Tool;
import io.quarkiverse.mcp.server.ToolArg;
import io.quarkiverse.mcp.server.ToolCallException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

/** The tools that post as the member of the token, by the use cases of the pages and with their rules. */
@ApplicationScoped
class PostTools {

    private static final String AS_MEMBER = " It needs a token with the scope write, and posts as its member.";
    private static final String MARKDOWN = "Markdown.";

    private final ToolCalls calls;
    private final ToolArguments arguments;
    private final QuestionActs questions;
    private final AnswerActs answers;
    private final CommentActs comments;
    private final WebConfig web;
    private final LocalizedMessages<McpMessages> texts = LocalizedMessages.of(McpMessages.class);
    private final LocalizedMessages<HeldMessages> held = LocalizedMessages.of(HeldMessages.class);

    PostTools(
            ToolCalls calls,
            ToolArguments arguments,
            QuestionActs questions,
            AnswerActs answers,
            CommentActs comments,
            WebConfig web) {
        this.calls = calls;
        this.arguments = arguments;
        this.questions = questions;
        this.answers = answers;
        this.comments = comments;
        this.web = web;
    }

    @Tool(
            description = "Asks a question. Search first: it may have an answer." + AS_MEMBER,
            structuredContent = true,
            annotations = @Tool.Annotations(title = "Ask a question", destructiveHint = false, openWorldHint = false))
    Results.Post ask(
            @ToolArg(description = "The problem in one sentence, as a question.") String title,
            @ToolArg(description = MARKDOWN + " What was expected, what happened, and what was tried.") String text,
            @ToolArg(description = "Tags, as list_tags shows them.", required = false) List<String> tags) {
        return calls.write("ask", () -> {
            String joined = tags == null
                    ? ""
                    : String.join(", ", tags.stream().filter(Objects::nonNull).toList());
            return posted(
                    () -> questions.ask(new AskForm(title, text, joined, "", "")),
                    question -> question.id,
                    QuestionLinks::question);
        });
    }

    @Tool(
            description = "Answers a question." + AS_MEMBER,
            structuredContent = true,
            annotations =
                    @Tool.Annotations(title = "Answer a question", destructiveHint = false, openWorldHint = false))
    Results.Post answer(
            @ToolArg(description = "The id of the question, or its address on this site.") String question,
            @ToolArg(description = MARKDOWN) String text) {
        return calls.write("answer", () -> {
            long id = arguments.question(question);
            return posted(
                    () -> answers.post(id, new AnswerForm(text, "", "")), answer -> answer.id, AnswerLinks::answer);
        });
    }

    @Tool(
            description =
                    "Comments on a question or on an answer: to ask for details, or to hint at an error." + AS_MEMBER,
            structuredContent = true,
            annotations = @Tool.Annotations(title = "Comment", destructiveHint = false, openWorldHint = false))
    Results.Post comment(
            @ToolArg(
                            description =
                                    "The id of the question, or its address. Leave it out to comment on an answer.",
                            required = false)
                    String question,
            @ToolArg(description = "The id of the answer.", required = false) String answer,
            @ToolArg(description = "One line of Markdown.") String text) {
        return calls.write("comment", () -> {
            var post = arguments.commented(question, answer);
            return posted(() -> comments.post(post, new CommentForm(text)), Function.identity(), CommentLinks::comment);
        });
    }

    private <T> Results.Post posted(Supplier<Sent<T>> send, Function<T, Long> id, Function<Long, String> address) {
        Sent<T> sent;
        try {
            sent = send.get();
        } catch (PostHeld waits) {
            return new Results.Post(
                    "held",
                    null,
                    web.absolute(HeldLinks.heldPost(waits.id())),
                    held.get().added());
        }
        if (sent instanceof Sent.Refused<T> refused) {
            throw new ToolCallException(advice(texts.get().refused(), refused.errors()));
        }
        if (sent instanceof Sent.Added<T> added) {
            long post = id.apply(added.post());
            return new Results.Post(
                    "posted",
                    post,
                    web.absolute(address.apply(post)),
                    texts.get().posted());
        }
        return new Results.Post(
                "unconfirmed",
                null,
                web.absolute(WaitingLinks.waitingPosts()),
                texts.get().waits());
    }

    /** The errors of fields, one on a line. */
    static String advice(String introduction, FormErrors errors) {
        StringBuilder advice = new StringBuilder(introduction);
        errors.fields()
                .forEach(field ->
                        advice.append("\n- ").append(field).append(": ").append(errors.of(field)));
        return advice.toString();
    }
}
