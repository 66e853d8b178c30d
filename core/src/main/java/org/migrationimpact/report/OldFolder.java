package org.migrationimpact.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.migrationimpact.data.InputException;

/** Whether what stands at the target may go: nothing, an empty folder, or what an earlier run wrote and nothing besides. */
final class OldFolder {

    private OldFolder() {}

    static void requireReplaceable(Path target) {
        if (target.getFileName() == null) {
            throw refused(target, "is the root of a file system");
        }
        if (Files.exists(target) && !Files.isDirectory(target)) {
            throw refused(target, "is a file, not a folder");
        }
        if (Files.isDirectory(target)) {
            requireOurs(target, files(target));
        }
    }

    private static void requireOurs(Path target, List<String> files) {
        if (files.isEmpty()) {
            return;
        }
        if (!files.contains(Manifest.FILE)) {
            throw refused(target, "holds " + files.get(0) + " and no " + Manifest.FILE + " of an earlier run");
        }
        if (!isManifest(target)) {
            throw refused(target, "holds a " + Manifest.FILE + " that no run of this library wrote");
        }
        Set<String> written = Manifest.read(target.resolve(Manifest.FILE)).outputs().stream()
                .map(FileDigest::file)
                .collect(Collectors.toSet());
        for (String file : files) {
            if (!file.equals(Manifest.FILE) && !written.contains(file)) {
                throw refused(target, "holds " + file + ", which the run that wrote it did not write");
            }
        }
    }

    private static boolean isManifest(Path target) {
        try {
            Manifest.read(target.resolve(Manifest.FILE));
            return true;
        } catch (InputException notOurs) {
            return false;
        }
    }

    /** The files below, in order of name, from the target on and with {@code /}. */
    private static List<String> files(Path target) {
        try (Stream<Path> all = Files.walk(target.toRealPath())) {
            Path root = target.toRealPath();
            return all.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .map(path -> root.relativize(path).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw refused(target, "cannot be looked into");
        }
    }

    private static InputException refused(Path target, String why) {
        return InputException.in(
                "E-OUT-001",
                target.toString(),
                why + ", so it is not replaced; name another folder, or move away what is in this one");
    }
}
