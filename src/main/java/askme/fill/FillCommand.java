package askme.fill;

import askme.command.Command;
import askme.command.Production;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code fill-db RATIO}: fills the database with members, posts and votes, for example for a load test. */
@ApplicationScoped
class FillCommand implements Command {

    static final String EVEN_IN_PRODUCTION = "--yes-production";
    private static final String SEED = "--seed=";
    private static final long DEFAULT_SEED = 33;
    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final int WRONG_USAGE = 2;

    private final Fill fill;
    private final Production production;
    private final PrintStream out = System.out;

    FillCommand(Fill fill, Production production) {
        this.fill = fill;
        this.production = production;
    }

    @Override
    public String name() {
        return "fill-db";
    }

    @Override
    public String usage() {
        return "RATIO [--seed=NUMBER] [" + EVEN_IN_PRODUCTION
                + "]  makes RATIO members and tags, with 10 questions, 100 answers"
                + " and 200 votes for each; continues a run that was interrupted";
    }

    @Override
    public int run(List<String> args) throws Exception {
        List<String> rest = new ArrayList<>(args);
        boolean allowed = rest.remove(EVEN_IN_PRODUCTION);
        Optional<Long> seed = seed(rest);
        Optional<FillSize> size = rest.size() == 1 ? size(rest.get(0)) : Optional.empty();
        if (seed.isEmpty() || size.isEmpty()) {
            return WRONG_USAGE;
        }
        Optional<String> why = production.why();
        if (why.isPresent() && !allowed) {
            out.println("fill-db did not run: " + why.get() + ". To run it anyway, add " + EVEN_IN_PRODUCTION + ".");
            return REFUSED;
        }
        return fill(size.get(), seed.get(), why.isPresent());
    }

    private int fill(FillSize size, long seed, boolean inProduction) throws SQLException {
        Optional<FillRun> before = fill.unfinished();
        before.ifPresent(run -> out.println("Continuing fill-db " + run.size().ratio() + ", which was interrupted."));
        RowWriter.Account account = inProduction
                ? new RowWriter.Account(SharedPassword.unknown(), false)
                : new RowWriter.Account(SharedPassword.known(), true);
        Fill.Result result = fill.run(size, seed, account, out);
        FillSize written = result.run().size();
        out.printf(
                "Made %,d members, %,d tags, %,d questions, %,d answers, %,d comments, %,d votes.%n",
                written.members(),
                written.tags(),
                written.questions(),
                written.answers(),
                result.comments(),
                result.votes());
        out.println(
                inProduction
                        ? "Nobody can sign in as one of these members: they have no password."
                        : "Sign in as any of them with the password \"" + SharedPassword.KNOWN + "\", for instance as "
                                + result.nickname() + ".");
        return DONE;
    }

    private static Optional<Long> seed(List<String> args) {
        String given = args.stream().filter(a -> a.startsWith(SEED)).findFirst().orElse(SEED + DEFAULT_SEED);
        args.remove(given);
        String number = given.substring(SEED.length());
        return number.matches("\\d{1,18}") ? Optional.of(Long.parseLong(number)) : Optional.empty();
    }

    private static Optional<FillSize> size(String typed) {
        boolean fits = typed.matches("\\d{1,6}")
                && Integer.parseInt(typed) >= 1
                && Integer.parseInt(typed) <= FillSize.LARGEST;
        return fits ? Optional.of(new FillSize(Integer.parseInt(typed))) : Optional.empty();
    }
}
