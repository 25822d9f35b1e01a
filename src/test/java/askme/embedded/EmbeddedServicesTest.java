package askme.embedded;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import askme.support.Inbox;
import askme.support.Outage;
import io.agroal.api.AgroalDataSource;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.redis.client.RedisClientName;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import org.junit.jupiter.api.Test;

/** The embedded services, which every other test uses. */
@QuarkusTest
class EmbeddedServicesTest {

    @Inject
    AgroalDataSource database;

    @Inject
    @RedisClientName("jobs")
    RedisDataSource jobs;

    @Inject
    @RedisClientName("cache")
    RedisDataSource cache;

    @Inject
    Mailer mailer;

    @Test
    void homePageAnswers() {
        given().get("/").then().statusCode(200);
    }

    @Test
    void databaseHasTheSettingsOfProduction() throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT @@character_set_server, @@collation_server,"
                        + " @@time_zone, @@innodb_ft_min_token_size, @@bind_address")) {
            row.next();
            assertThat(row.getString(1)).isEqualTo("utf8mb4");
            assertThat(row.getString(2)).isEqualTo("utf8mb4_unicode_520_ci");
            assertThat(row.getString(3)).isEqualTo("+00:00");
            assertThat(row.getInt(4)).isEqualTo(3);
            assertThat(row.getString(5)).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void mailArrivesWithTextAndHtml() {
        mailer.send(Mail.withText("anna@example.org", "Проверка", "text of it").setHtml("<p>html of it"));

        Inbox.Mail mail = Inbox.of("anna@example.org").get(0);
        assertThat(mail.subject()).isEqualTo("Проверка");
        assertThat(mail.text()).contains("text of it");
        assertThat(mail.html()).contains("<p>html of it");
        assertThat(mail.header("message-id")).isNotNull();
    }

    @Test
    void redisClientsUseSeparateDatabases() {
        jobs.value(String.class).set("embedded:test", "1");

        assertThat(cache.value(String.class).get("embedded:test")).isNull();
    }

    @Test
    void redisKeepsDataAfterKill() {
        jobs.list(String.class).rpush("embedded:list", "a job");

        try (Outage redis = Outage.kill(Outage.REDIS)) {
            assertThatThrownBy(() -> jobs.list(String.class).llen("embedded:list"))
                    .isInstanceOf(Exception.class);
        }

        assertThat(jobs.list(String.class).llen("embedded:list")).isEqualTo(1);
    }
}
