package org.migrationimpact.report;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder written beside the target, which takes its place in one move. What is not published is gone when this is closed. */
final class FolderSwap implements AutoCloseable {

    private final Path target;
    private final Path draft;

    private FolderSwap(Path target, Path draft) {
        this.target = target;
        this.draft = draft;
    }

    /** An empty folder in the nearest folder above the target that exists. */
    static FolderSwap beside(Path target) throws IOException {
        Path place = Files.exists(target) ? target.toRealPath() : target;
        return new FolderSwap(place, fresh(place, "writing"));
    }

    private static Path fresh(Path target, String what) throws IOException {
        Path above = target.getParent();
        while (above != null && !Files.isDirectory(above)) {
            above = above.getParent();
        }
        for (int i = 1; ; i++) {
            Path folder = Path.of(String.valueOf(above), "." + target.getFileName() + "." + what + "." + i);
            try {
                return Files.createDirectory(folder);
            } catch (FileAlreadyExistsException taken) {
                if (i == 1000) {
                    throw taken;
                }
            }
        }
    }

    Path draft() {
        return draft;
    }

    /** The draft takes the place of the target; what stood there is kept until it does. */
    void publish() throws IOException {
        Files.createDirectories(target.getParent());
        if (!Files.exists(target)) {
            Files.move(draft, target);
            return;
        }
        Path shelter = fresh(target, "old");
        Path aside = shelter.resolve("folder");
        try {
            Files.move(target, aside);
            replace(aside);
        } catch (IOException e) {
            Files.deleteIfExists(shelter);
            throw e;
        }
        delete(shelter);
    }

    /** What stood at the target goes back where the draft cannot take its place; it is never deleted before. */
    private void replace(Path aside) throws IOException {
        try {
            Files.move(draft, target);
        } catch (IOException e) {
            Files.move(aside, target);
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        delete(draft);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(folder)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}
