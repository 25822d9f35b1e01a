package askme.views;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** The views of the last second, in the memory of this process. Above a limit, views are not counted. Safe for concurrent use. */
final class PendingViews {

    static final int MOST = 5000;

    private final BlockingQueue<View> views = new ArrayBlockingQueue<>(MOST);

    /** Never waits. */
    void add(View view) {
        views.offer(view);
    }

    /** Removes and returns the views of people, each once. */
    Set<View> take() {
        List<View> taken = new ArrayList<>();
        views.drainTo(taken);
        Set<View> people = new LinkedHashSet<>(taken);
        people.removeIf(view -> Robots.include(view.browser()));
        return people;
    }
}
