package askme.picture.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** The behaviour of both storages. */
abstract class StorageContract {

    static final byte[] PICTURE = {1, 2, 3};

    abstract PictureStorage storage();

    @Test
    void savedPictureIsFound() throws Exception {
        String name = RandomName.next() + ".png";
        storage().save(name, PICTURE);
        assertThat(Files.readAllBytes(storage().find(name).orElseThrow())).isEqualTo(PICTURE);
        assertThat(storage().available()).isTrue();
    }

    @Test
    void removedPictureIsNotFound() {
        String name = RandomName.next() + "-2x2.jpg";
        storage().save(name, PICTURE);
        assertThat(storage().find(name)).isPresent();
        storage().remove(name);
        assertThat(storage().find(name)).isEmpty();
        storage().remove(name); // again, as after a failed sweep
    }

    @Test
    void unknownPictureIsNoFailure() {
        assertThat(storage().find(RandomName.next() + ".png")).isEmpty();
        assertThat(storage().available()).isTrue();
    }
}
