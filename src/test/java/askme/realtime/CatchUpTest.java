package askme.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.Visitor;
import askme.support.Visitor.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The two addresses that the page's script requests. */
@QuarkusTest
@Tag("program")
class CatchUpTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Visitor asker;
    private Visitor answerer;
    private long question;

    @BeforeEach
    void ask() {
        asker = Visitor.member("ann");
        answerer = Visitor.member("bob");
        question = asker.ask("What next?", "Tell me", "");
    }

    private JsonNode since(Visitor reader, String query) throws Exception {
        Reply reply = reader.get("/question/" + question + "/answers/since?" + query);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        return JSON.readTree(reply.body());
    }

    private static List<String> kinds(JsonNode missed) {
        List<String> kinds = new ArrayList<>();
        missed.get("changes")
                .forEach(change -> kinds.add(
                        change.get("kind").asText() + change.path("id").asText("")));
        return kinds;
    }

    @Test
    void newAnswersHaveACardInThePagesLanguage() throws Exception {
        long first = answerer.answer(question, "One");
        long second = answerer.answer(question, "Two");
        JsonNode missed = since(Visitor.guest(), "after=" + first);
        assertThat(kinds(missed)).containsExactly("question", "answer" + second);
        assertThat(missed.get("last").asLong()).isEqualTo(second);
        assertThat(missed.get("more").asBoolean()).isFalse();
        JsonNode change = missed.get("changes").get(1);
        assertThat(change.get("total").asInt()).isEqualTo(2);
        assertThat(change.get("html").get("en").asText()).contains("Sign in to vote", "Two");
        assertThat(change.get("html").size()).isEqualTo(1);
        JsonNode russian = since(Visitor.guest(), "language=ru&after=" + first);
        assertThat(russian.get("changes").get(1).get("html").get("ru").asText())
                .contains("Войдите, чтобы голосовать", "Two");
    }

    @Test
    void responseIsBoundedAndThePageContinues() throws Exception {
        List<Long> answers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            answers.add(answerer.answer(question, i + "=".repeat(19_000)));
        }
        List<String> received = new ArrayList<>();
        String after = "0";
        boolean more = true;
        while (more) {
            Reply reply = Visitor.guest().get("/question/" + question + "/answers/since?after=" + after);
            assertThat(reply.body().length()).isLessThan(512 * 1024);
            JsonNode missed = JSON.readTree(reply.body());
            received.addAll(kinds(missed));
            after = missed.get("last").asText();
            more = missed.get("more").asBoolean();
        }
        assertThat(received).contains(answers.stream().map(id -> "answer" + id).toArray(String[]::new));
        assertThat(received).filteredOn("question"::equals).hasSizeGreaterThan(1);
    }

    @Test
    void editedAnswersThatDoNotFitAreTheRest() throws Exception {
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            long id = answerer.answer(question, "Before " + i);
            answerer.get("/answer/" + id + "/edit/");
            answerer.submit("form:has(textarea)", Map.of("text", i + "=".repeat(19_000)));
            answers.add(Long.toString(id));
        }
        JsonNode first = since(Visitor.guest(), "after=999999999999&at=1&known=" + String.join(",", answers));
        List<String> rest = new ArrayList<>();
        first.get("rest").forEach(id -> rest.add(id.asText()));
        assertThat(rest).isNotEmpty().hasSizeLessThan(answers.size());
        JsonNode second = since(Visitor.guest(), "after=999999999999&at=1&known=" + String.join(",", rest));
        assertThat(second.get("rest").size()).isZero();
        List<String> shown = new ArrayList<>(kinds(first));
        shown.addAll(kinds(second));
        assertThat(shown).contains(answers.stream().map(id -> "answer" + id).toArray(String[]::new));
    }

    @Test
    void memberReceivesTheSameHtmlAsAGuest() throws Exception {
        answerer.answer(question, "One");
        JsonNode forMember = since(answerer, "after=0").get("changes").get(1).get("html");
        assertThat(forMember)
                .isEqualTo(
                        since(Visitor.guest(), "after=0").get("changes").get(1).get("html"));
        assertThat(forMember.toString()).doesNotContain("csrf", answerer.csrfToken(), "/edit");
    }

    @Test
    void knownAnswersAreReportedAsMarkedOrGone() throws Exception {
        long voted = answerer.answer(question, "Voted");
        long gone = answerer.answer(question, "Gone");
        asker.postJson("/answer/" + voted + "/vote", "{\"value\": 1}");
        answerer.get("/answer/" + gone + "/edit/");
        answerer.submit("form.danger", Map.of());
        String later = Long.toString((System.currentTimeMillis() + 120_000) * 1000);
        JsonNode missed = since(Visitor.guest(), "after=" + gone + "&at=" + later + "&known=" + voted + "," + gone);
        assertThat(kinds(missed)).containsExactly("question", "mark" + voted, "gone" + gone);
        assertThat(missed.get("changes").get(1).get("rating").asInt()).isEqualTo(1);
        assertThat(missed.get("changes").get(2).get("total").asInt()).isEqualTo(1);
    }

    @Test
    void editedAnswerHasItsCard() throws Exception {
        long id = answerer.answer(question, "Old");
        answerer.get("/answer/" + id + "/edit/");
        answerer.submit("form:has(textarea)", Map.of("text", "New"));
        JsonNode missed = since(Visitor.guest(), "after=" + id + "&at=1&known=" + id);
        assertThat(kinds(missed)).containsExactly("question", "answer" + id);
        assertThat(missed.get("changes").get(1).get("html").get("en").asText()).contains("New");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "after=x&at=-1&known=,,a,99999999999999999999", "after=&known=0,-5", "known=1,1,1"})
    void invalidParametersAreIgnored(String query) throws Exception {
        assertThat(kinds(since(Visitor.guest(), query))).contains("question");
    }

    @Test
    void missingQuestionIsNotFound() {
        assertThat(Visitor.guest()
                        .get("/question/999999999/answers/since?after=0")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void guestsAndMembersReceiveTheirConnectionToken() throws Exception {
        JsonNode guest = claims(Visitor.guest());
        JsonNode member = claims(asker);
        assertThat(guest.get("sub").asText()).isEmpty();
        assertThat(member.get("sub").asText()).matches("\\d+");
        assertThat(guest.has("channels")).isFalse();
        assertThat(member.get("channels").toString())
                .isEqualTo("[\"member:#" + member.get("sub").asText() + "\"]");
        assertThat(guest.get("iss").asText()).isEqualTo("askme");
        assertThat(guest.get("aud").asText()).isEqualTo("centrifugo");
        assertThat(guest.get("exp").asLong() - guest.get("iat").asLong()).isEqualTo(600);
    }

    private static JsonNode claims(Visitor visitor) throws Exception {
        Reply reply = visitor.get("/realtime/token");
        assertThat(reply.header("Set-Cookie")).isNull();
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        String token = JSON.readTree(reply.body()).get("token").asText();
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }
}
