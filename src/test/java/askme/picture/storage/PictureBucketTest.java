package askme.picture.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import askme.support.FaultProxy;
import askme.support.ManualClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The bucket on a real S3-compatible server, behind a proxy that plays its faults. */
@EnabledIf(
        value = "askme.picture.storage.S3Server#present",
        disabledReason = "bin/setup builds versitygw if Go is there")
class PictureBucketTest extends StorageContract {

    private static S3Server server;

    @TempDir
    static Path folder;

    private final ManualClock clock = new ManualClock();
    private FaultProxy proxy;
    private PictureStorage storage;

    @BeforeAll
    static void startServer() throws Exception {
        server = new S3Server(folder);
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void open() {
        proxy = FaultProxy.before("127.0.0.1", server.port());
        storage = ChosenStorage.of(StorageSettings.bucket(folder.resolve("web"), proxy.port()), clock);
    }

    @AfterEach
    void close() {
        proxy.close();
    }

    @Override
    PictureStorage storage() {
        return storage;
    }

    @Test
    void anotherProcessFindsThePicture() throws Exception {
        String name = saved();
        assertThat(server.bucket().resolve(name)).hasBinaryContent(PICTURE);
        PictureStorage other = ChosenStorage.of(StorageSettings.bucket(folder.resolve("other"), proxy.port()), clock);
        assertThat(Files.readAllBytes(other.find(name).orElseThrow())).isEqualTo(PICTURE);
    }

    @Test
    void copiesOccupyABoundedSpace() throws Exception {
        Path copies = folder.resolve("web/bucket-copies");
        for (int i = 0; i < 20; i++) {
            String name = RandomName.next() + ".png";
            storage.save(name, new byte[100]);
            assertThat(storage.find(name).orElseThrow()).as("the newest copy").exists();
        }
        try (var files = Files.list(copies)) {
            assertThat(files).hasSizeLessThanOrEqualTo(10);
        }
    }

    @Test
    void copiesOutliveTheProcess() throws Exception {
        String name = saved();
        storage.find(name);
        PictureStorage restarted = ChosenStorage.of(StorageSettings.bucket(folder.resolve("web"), proxy.port()), clock);
        try (FaultProxy.Active fault = proxy.begin(FaultProxy.Fault.REFUSING)) {
            assertThat(restarted.find(name)).isPresent();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultProxy.Fault.class,
            names = {"REFUSING", "SILENT", "SWALLOWING"})
    void outageEndsEachCallInTimeAndIsTriedAgain(FaultProxy.Fault kind) throws Exception {
        String name = saved();
        String copied = saved();
        storage.find(copied);
        try (FaultProxy.Active fault = proxy.begin(kind)) {
            assertThat(secondsOf(() -> storage.find(name))).isLessThan(4);
            assertThat(storage.available()).isFalse();
            assertThat(storage.find(copied)).isPresent();
            // The bucket is not asked again during the pause, so that few threads wait for it.
            assertThat(secondsOf(() -> storage.find(name))).isLessThan(0.5);
            assertThat(secondsOf(() -> storage.save(name, PICTURE))).isLessThan(0.5);
        }
        assertThatThrownBy(() -> storage.find(name)).isInstanceOf(StorageUnavailable.class);
        clock.pass(Duration.ofSeconds(6));
        assertThat(storage.find(name)).isPresent();
        assertThat(storage.available()).isTrue();
    }

    @Test
    void wrongKeyIsAnOutageNotAMissingPicture() {
        StorageSettings wrong = new StorageSettings(folder.resolve("wrong"), proxy.port(), "another secret", 1_000);
        PictureStorage refused = ChosenStorage.of(wrong, clock);
        assertThatThrownBy(() -> refused.find("a.png")).isInstanceOf(StorageUnavailable.class);
        assertThat(refused.available()).isFalse();
    }

    @Test
    void failedDownloadLeavesNoPart() {
        String name = saved();
        try (FaultProxy.Active fault = proxy.begin(FaultProxy.Fault.SILENT)) {
            assertThatThrownBy(() -> storage.find(name)).isInstanceOf(StorageUnavailable.class);
        }
        assertThat(folder.resolve("web/bucket-copies")).isDirectoryNotContaining("glob:**.part");
    }

    private String saved() {
        String name = RandomName.next() + ".png";
        storage.save(name, PICTURE);
        return name;
    }

    private static double secondsOf(Runnable call) {
        long start = System.nanoTime();
        assertThatThrownBy(call::run).isInstanceOf(StorageUnavailable.class);
        return (System.nanoTime() - start) / 1e9;
    }
}
