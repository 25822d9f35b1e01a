package askme.picture;

import askme.jobs.JobHandler;
import askme.jobs.PeriodicTask;
import askme.jobs.Queues;
import askme.picture.storage.StorageUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Removes pictures that no text has named for a day. A run checks those whose last check is a day old. */
@ApplicationScoped
@JobHandler(name = "sweep-pictures", queue = Queues.DIGEST)
class PictureSweep implements PeriodicTask {

    private final Pictures pictures;
    private final PictureTable table;
    private final PictureConfig config;

    PictureSweep(Pictures pictures, PictureTable table, PictureConfig config) {
        this.pictures = pictures;
        this.table = table;
        this.config = config;
    }

    @Override
    public String name() {
        return "picture-sweep";
    }

    @Override
    public String schedule() {
        return config.sweepSchedule();
    }

    @Override
    public void run() {
        try {
            for (List<String> due = table.due(); !due.isEmpty(); due = table.due()) {
                due.forEach(pictures::removeUnused);
            }
        } catch (StorageUnavailable e) {
            // Its outage is logged. The next run continues with the same picture.
        }
    }
}
