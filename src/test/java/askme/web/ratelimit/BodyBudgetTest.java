package askme.web.ratelimit;

import static askme.web.ratelimit.BodyBudget.Decision.ADDRESS_FULL;
import static askme.web.ratelimit.BodyBudget.Decision.ADMITTED;
import static askme.web.ratelimit.BodyBudget.Decision.ALL_FULL;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BodyBudgetTest {

    private final BodyBudget budget = new BodyBudget(new BodyBudget.Limits(2, 100), new BodyBudget.Limits(3, 150));

    private BodyBudget.Share begun(String address) {
        BodyBudget.Share share = budget.share(address);
        assertThat(share.begin()).isEqualTo(ADMITTED);
        return share;
    }

    @Test
    void bodiesOfOneAddressAreLimited() {
        BodyBudget.Share first = begun("a");
        begun("a");
        assertThat(budget.share("a").begin()).isEqualTo(ADDRESS_FULL);
        begun("b");
        assertThat(budget.share("c").begin()).isEqualTo(ALL_FULL);
        first.arrived();
        begun("a");
    }

    @Test
    void bytesCountUntilTheRequestIsAnswered() {
        BodyBudget.Share first = begun("a");
        assertThat(first.add(90)).isEqualTo(ADMITTED);
        first.arrived();
        BodyBudget.Share second = begun("a");
        assertThat(second.add(11)).isEqualTo(ADDRESS_FULL);
        BodyBudget.Share other = begun("b");
        assertThat(other.add(61)).isEqualTo(ALL_FULL);
        assertThat(other.add(60)).isEqualTo(ADMITTED);
        first.release();
        assertThat(second.add(90)).isEqualTo(ADMITTED);
    }

    @Test
    void nothingStaysAfterTheLastRelease() {
        Random random = new Random(3);
        for (int i = 0; i < 1000; i++) {
            BodyBudget.Share share = budget.share("a" + random.nextInt(3));
            if (share.begin() == ADMITTED) {
                share.add(random.nextInt(120));
                if (random.nextBoolean()) {
                    share.arrived();
                }
            }
            share.release();
            share.release();
        }
        assertThat(budget.bytes()).isZero();
        begun("a");
        begun("a");
        begun("b");
    }
}
