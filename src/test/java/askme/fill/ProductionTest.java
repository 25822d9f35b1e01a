package askme.fill;

import static org.assertj.core.api.Assertions.assertThat;

import askme.command.Production;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

class ProductionTest {

    @Test
    void onlyALocalDatabaseIsNoProduction() {
        assertThat(Production.onThisMachine("jdbc:mysql://127.0.0.1:3306/askme?sslMode=DISABLED"))
                .isTrue();
        assertThat(Production.onThisMachine("jdbc:mysql://localhost/askme")).isTrue();
        assertThat(Production.onThisMachine("jdbc:mysql://[::1]:3306/askme")).isTrue();
        assertThat(Production.onThisMachine("jdbc:mysql://192.0.2.7:3306/askme"))
                .isFalse();
        assertThat(Production.onThisMachine("jdbc:mysql:loadbalance://127.0.0.1,192.0.2.7/askme"))
                .isFalse();
    }

    @Test
    void productionIsNotFilledWithoutOption() throws Exception {
        FillCommand command = new FillCommand(null, new Production("jdbc:mysql://192.0.2.7/askme"));
        assertThat(command.run(List.of("10"))).isEqualTo(1);
    }

    @Test
    void invalidArgumentsAreRefused() throws Exception {
        FillCommand command = new FillCommand(null, new Production("jdbc:mysql://127.0.0.1/askme"));
        for (List<String> wrong : List.of(
                List.<String>of(),
                List.of("0"),
                List.of("-1"),
                List.of("ten"),
                List.of("1000000"),
                List.of("1", "2"),
                List.of("5", "--seed=x"))) {
            assertThat(command.run(wrong)).as("%s", wrong).isEqualTo(2);
        }
    }

    @Test
    void progressBarShowsShareRateAndTime() {
        long[] nanos = {0};
        LongSupplier clock = () -> nanos[0];
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        ProgressBar bar = new ProgressBar(new PrintStream(text), false, 3000, 1000, clock);
        nanos[0] = 10_000_000_000L;
        bar.add(500);
        assertThat(text.toString())
                .contains("[###############...............]  50 %  1,500 of 3,000 rows  50/s  30 s left");
        bar.add(1500);
        bar.finish();
        assertThat(text.toString()).contains("100 %").contains("in 10 s");
    }
}
