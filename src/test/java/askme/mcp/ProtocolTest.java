package askme.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import askme.mcp.Protocol.Step;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages of clients are answered, refused, or written again for the library. */
class ProtocolTest {

    private static final Protocol.Site SITE =
            new Protocol.Site("Pumps \"and\" pipes", "https://ask.example.org", "Search.");

    private static Step read(String message) {
        return Protocol.read(message.replace('\'', '"').getBytes(StandardCharsets.UTF_8), SITE);
    }

    private static JsonNode answer(String message, int status) throws JsonProcessingException {
        Step step = read(message);
        assertThat(step).isInstanceOf(Step.Answer.class);
        assertThat(((Step.Answer) step).status()).isEqualTo(status);
        return new ObjectMapper().readTree(((Step.Answer) step).body());
    }

    @ParameterizedTest
    @CsvSource({"2025-06-18,2025-06-18", "2025-03-26,2025-03-26", "1999-01-01,2025-06-18"})
    void initializationAgreesOnAVersion(String wished, String agreed) throws JsonProcessingException {
        JsonNode reply = answer(
                "{'jsonrpc':'2.0','id':1,'method':'initialize','params':{'protocolVersion':'" + wished + "'}}", 200);
        assertThat(reply.path("id").asInt()).isEqualTo(1);
        JsonNode result = reply.path("result");
        assertThat(result.path("protocolVersion").asText()).isEqualTo(agreed);
        assertThat(result.path("capabilities").has("tools")).isTrue();
        assertThat(result.path("serverInfo").path("title").asText()).isEqualTo("Pumps \"and\" pipes");
    }

    @Test
    void initializationWithoutParametersGetsTheNewestVersion() throws JsonProcessingException {
        JsonNode reply = answer("{'jsonrpc':'2.0','id':'a','method':'initialize'}", 200);
        assertThat(reply.path("result").path("protocolVersion").asText()).isEqualTo(Protocol.VERSIONS.get(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'jsonrpc':'2.0','method':'notifications/initialized'}",
                "{'jsonrpc':'2.0','method':'notifications/cancelled','params':7}",
                "{'jsonrpc':'2.0','method':'tools/call'}",
                "{'jsonrpc':'2.0','id':7,'result':{}}"
            })
    void notificationsAndResponsesChangeNothing(String message) {
        assertThat(read(message)).isEqualTo(new Step.Answer(202, null));
    }

    @Test
    void libraryReceivesOnlyTheToolAndItsArguments() {
        assertThat(read(
                        "{'params':{'_meta':{'progressToken':[]},'name':'search','arguments':{'question':7,'query':'pump'}},'x':1,"
                                + "'method':'tools/call','id':9,'jsonrpc':'2.0'}"))
                .isEqualTo(
                        new Step.Pass(
                                "{\"jsonrpc\":\"2.0\",\"id\":9,\"method\":\"tools/call\",\"params\":{\"name\":\"search\",\"arguments\":{\"question\":\"7\",\"query\":\"pump\"}}}"));
        assertThat(read("{'jsonrpc':'2.0','id':'b','method':'tools/list','params':{'cursor':[1]}}"))
                .isEqualTo(new Step.Pass("{\"jsonrpc\":\"2.0\",\"id\":\"b\",\"method\":\"tools/list\",\"params\":{}}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'title':5} | {'title':'5'}",
                "{'title':null} | {'title':null}",
                "{'tags':'pumps'} | {'tags':['pumps']}",
                "{'tags':['pumps',7,null]} | {'tags':['pumps','7',null]}",
                "{'tags':[]} | {'tags':[]}",
                "{'tags':null} | {'tags':null}"
            })
    void toolsReceiveTextsAndLists(String sent, String received) {
        Step step =
                read("{'jsonrpc':'2.0','id':1,'method':'tools/call','params':{'name':'ask','arguments':" + sent + "}}");
        assertThat(((Step.Pass) step).message()).contains("\"arguments\":" + received.replace('\'', '"'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{ | -32700",
                "nothing | -32700",
                "{'a':1,'a':2} | -32700",
                "{'jsonrpc':'2.0','id':1,'method':'ping'} {} | -32700",
                "[] | -32600",
                "[{'jsonrpc':'2.0','id':1,'method':'ping'}] | -32600",
                "7 | -32600",
                "null | -32600",
                "{} | -32600",
                "{'jsonrpc':'1.0','id':1,'method':'ping'} | -32600",
                "{'jsonrpc':'2.0','id':1} | -32600",
                "{'jsonrpc':'2.0','id':1,'method':7} | -32600",
                "{'jsonrpc':'2.0','id':null,'method':'ping'} | -32600",
                "{'jsonrpc':'2.0','id':{},'method':'ping'} | -32600",
                "{'jsonrpc':'2.0','id':1.5,'method':'ping'} | -32600",
                "{'jsonrpc':'2.0','id':99999999999999999999,'method':'ping'} | -32600"
            })
    void bodyThatIsNoRequestIsRefused(String body, int code) throws JsonProcessingException {
        assertThat(answer(body, 400).path("error").path("code").asInt()).isEqualTo(code);
    }

    @Test
    void emptyAndEndlesslyNestedBodiesAreRefused() throws JsonProcessingException {
        assertThat(answer("", 400).path("error").path("code").asInt()).isEqualTo(-32600);
        assertThat(answer("[".repeat(100_000), 400).path("error").path("code").asInt())
                .isEqualTo(-32700);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'jsonrpc':'2.0','id':1,'method':'resources/list'} | -32601",
                "{'jsonrpc':'2.0','id':1,'method':'q/close'} | -32601",
                "{'jsonrpc':'2.0','id':1,'method':'ping','params':[1]} | -32602",
                "{'jsonrpc':'2.0','id':1,'method':'tools/call'} | -32602",
                "{'jsonrpc':'2.0','id':1,'method':'tools/call','params':{'name':7}} | -32602",
                "{'jsonrpc':'2.0','id':1,'method':'tools/call','params':{'name':'ask','arguments':'all'}} | -32602",
                "{'jsonrpc':'2.0','id':1,'method':'tools/call','params':{'name':'ask','arguments':{'title':{}}}} | -32602",
                "{'jsonrpc':'2.0','id':1,'method':'tools/call','params':{'name':'ask','arguments':{'title':['a']}}} | -32602",
                "{'jsonrpc':'2.0','id':1,'method':'tools/call','params':{'name':'ask','arguments':{'title':true}}} | -32602",
                "{'jsonrpc':'2.0','id':1,'method':'tools/call','params':{'name':'ask','arguments':{'tags':[[]]}}} | -32602",
                "{'jsonrpc':'2.0','id':1,'method':'tools/call','params':{'name':'ask','arguments':{'tags':{}}}} | -32602"
            })
    void requestThatCannotBeAnsweredIsAnErrorWithItsId(String body, int code) throws JsonProcessingException {
        JsonNode reply = answer(body, 200);
        assertThat(reply.path("error").path("code").asInt()).isEqualTo(code);
        assertThat(reply.path("id").asInt()).isEqualTo(1);
    }
}
