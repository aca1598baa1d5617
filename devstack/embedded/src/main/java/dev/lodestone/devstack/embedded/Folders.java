package dev.lodestone.devstack.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Removes what servers leave behind. */
public final class Folders {

    private Folders() {}

    /** Removes a file or a folder with all that is in it, as far as possible; what is not there is fine. */
    public static void delete(Path path) {
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(path)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        } catch (IOException e) {
            return;
        }
        deepestFirst.forEach(Folders::deleteOne);
    }

    private static void deleteOne(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // A server may still be writing its last file; the next start uses another folder.
        }
    }
}
