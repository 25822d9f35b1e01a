package askme.picture.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import askme.support.ManualClock;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureDirectoryTest extends StorageContract {

    @TempDir
    Path folder;

    private PictureStorage storage;

    @BeforeEach
    void open() {
        storage = ChosenStorage.of(StorageSettings.directory(folder.resolve("uploads")), new ManualClock());
    }

    @Override
    PictureStorage storage() {
        return storage;
    }

    @Test
    void failureLeavesNoPart() throws Exception {
        Path blocked = Files.writeString(folder.resolve("file"), "in place of the directory");
        PictureStorage broken = ChosenStorage.of(StorageSettings.directory(blocked), new ManualClock());
        assertThatThrownBy(() -> broken.save("a.png", PICTURE)).isInstanceOf(StorageUnavailable.class);
        assertThat(broken.available()).isFalse();
        storage.save("a.png", PICTURE);
        assertThat(folder.resolve("uploads"))
                .isDirectoryContaining("glob:**.png")
                .isDirectoryNotContaining("glob:**.part");
    }
}
