package askme.embedded.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The contract of the channels of members, to which the token subscribes a connection. */
abstract class MemberContract extends CentrifugoContract {

    private final String user = Integer.toString(ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE));
    private final String own = "member:#" + user;

    private TestToken ownToken() {
        return token(user).subscribedTo("['" + own + "']");
    }

    /** Connects, and asks to recover what was published after {@code offset}. Returns the subscription. */
    private JsonObject recovered(long offset, String epoch) {
        RawClient client = open().say("{'id':1,'connect':{'token':'%s','subs':{'%s':%s}}}"
                .formatted(
                        ownToken().jwt(), own, "{'recover':true,'offset':%d,'epoch':'%s'}".formatted(offset, epoch)));
        return subscription(client.next());
    }

    private JsonObject subscription(JsonObject reply) {
        return reply.getJsonObject("connect").getJsonObject("subs").getJsonObject(own);
    }

    private void tell(int n) {
        call("publish", "{'channel':'%s','data':{'unread':%d}}".formatted(own, n));
    }

    @Test
    void connectSubscribesToTheTokensChannels() {
        RawClient client = connect(ownToken());
        JsonObject first = subscription(client.next());
        assertThat(first.getBoolean("recoverable")).isTrue();
        assertThat(first.getBoolean("positioned")).isTrue();
        assertThat(first.getString("epoch")).isNotEmpty();
        assertThat(first.containsKey("was_recovering")).isFalse();
        tell(3);
        JsonObject push = client.next().getJsonObject("push");
        assertThat(push.getString("channel")).isEqualTo(own);
        assertThat(push.getJsonObject("pub").getLong("offset")).isEqualTo(1);
        assertThat(push.getJsonObject("pub").getJsonObject("data").getInteger("unread"))
                .isEqualTo(3);
        client.say("{'id':2,'subscribe':{'channel':'%s'}}".formatted(own));
        assertThat(code(client.next())).isEqualTo(105);
    }

    @Test
    void tokenWithoutChannelsSubscribesToNone() {
        JsonObject reply = connect(token(user)).next();
        assertThat(reply.getJsonObject("connect").containsKey("subs")).isFalse();
    }

    @Test
    void missedPublicationsAreInTheReplyToConnect() {
        RawClient before = connect(ownToken());
        String epoch = subscription(before.next()).getString("epoch");
        tell(1);
        before.close();
        tell(2);
        tell(3);
        JsonObject again = recovered(1, epoch);
        assertThat(again.getBoolean("was_recovering")).isTrue();
        assertThat(again.getBoolean("recovered")).isTrue();
        assertThat(again.getJsonArray("publications")).hasSize(2);
        assertThat(again.getJsonArray("publications").getJsonObject(1).getLong("offset"))
                .isEqualTo(3);
        assertThat(recovered(3, epoch).getBoolean("recovered")).isTrue();
        JsonObject other = recovered(3, "other");
        assertThat(other.getBoolean("was_recovering")).isTrue();
        assertThat(other.containsKey("recovered")).isFalse();
        assertThat(other.getLong("offset")).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"member:#8,103", "member:7,107", "member:#,107", "'member:#7,8',107", "member:#a,107", "member:8#7,107"
    })
    void nobodySubscribesToTheChannelOfAnotherMember(String name, int code) {
        for (String who : new String[] {"7", ""}) {
            RawClient client = connected(who);
            client.say("{'id':2,'subscribe':{'channel':'%s'}}".formatted(name));
            assertThat(code(client.next())).isEqualTo(code);
        }
    }

    @Test
    void memberMaySubscribeWithoutTheToken() {
        RawClient client = connected("7");
        client.say("{'id':2,'subscribe':{'channel':'member:#7'}}");
        assertThat(client.next().getJsonObject("subscribe").getBoolean("recoverable"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"members:7,103", "members:a,107", "members:#7,107"})
    void guestSubscribesToNoChannelOfAPrivateSite(String name, int code) {
        RawClient guest = connected("").say("{'id':2,'subscribe':{'channel':'%s'}}".formatted(name));
        assertThat(code(guest.next())).isEqualTo(code);
    }

    @Test
    void memberReadsAQuestionOfAPrivateSite() {
        RawClient client = connected(user).say("{'id':2,'subscribe':{'channel':'members:%s'}}".formatted(user));
        assertThat(client.next().getJsonObject("subscribe").getBoolean("recoverable"))
                .isTrue();
        call("publish", "{'channel':'members:%s','data':{'kind':'answer'}}".formatted(user));
        assertThat(client.next().getJsonObject("push").getString("channel")).isEqualTo("members:" + user);
    }

    @Test
    void recoveryOfAnotherChannelSubscribesToNothing() {
        RawClient client = open().say(
                        "{'id':1,'connect':{'token':'%s','subs':{'member:#8':{'recover':true,'offset':0,'epoch':''}}}}"
                                .formatted(ownToken().jwt()));
        assertThat(client.next().getJsonObject("connect").getJsonObject("subs").fieldNames())
                .containsExactly(own);
    }

    @Test
    void unusableChannelsOfATokenAreRefused() {
        assertThat(code(connect(token("7").subscribedTo("['nowhere:1']")).next()))
                .isEqualTo(102);
        assertThat(connect(token("7").subscribedTo("'member:#7'")).closed()).isEqualTo("3500 invalid token");
    }

    @Test
    void refreshKeepsTheChannels() {
        RawClient client = connect(ownToken());
        client.next();
        String fresh = TestToken.of(user, Instant.now().plusSeconds(3600))
                .subscribedTo("['" + own + "']")
                .jwt();
        assertThat(client.say("{'id':2,'refresh':{'token':'%s'}}".formatted(fresh))
                        .next()
                        .getJsonObject("refresh"))
                .isNotNull();
        tell(1);
        assertThat(client.next().getJsonObject("push")).isNotNull();
    }

    @Test
    void refreshWithNewChannelsConnectsAgain() {
        RawClient client = connected(user);
        assertThat(client.say("{'id':2,'refresh':{'token':'%s'}}"
                                .formatted(ownToken().jwt()))
                        .closed())
                .isEqualTo("3010 insufficient state");
    }
}
