package org.migrationimpact.examples.download;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.migrationimpact.data.InputException;
import org.migrationimpact.download.Downloaded;
import org.migrationimpact.download.Downloads;
import org.migrationimpact.download.Question;
import org.migrationimpact.report.FileDigest;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** What all publishers have in common: folders, offline; and what is printed. */
final class Saving {

    private static final int SHORT = 8;

    @Option(names = "--out", paramLabel = "DIR", description = "The folder for the file; by default this one.")
    private Path out = Path.of(".");

    @Option(
            names = "--cache",
            paramLabel = "DIR",
            description = "The folder of the cache; by default download-cache, in this folder.")
    private Path cache = Path.of("download-cache");

    @Option(names = "--offline", description = "Never use the network: take the file from the cache.")
    private boolean offline;

    @Option(
            names = "--server",
            paramLabel = "ADDRESS",
            description = "The base of another server with the same API: https, or this machine.")
    private @Nullable URI server;

    private Saving() {}

    /** The server that was named. */
    Optional<URI> server() {
        return Optional.ofNullable(server);
    }

    /** Fetches the answer, copies it to its place and says where it is. */
    int save(Question question, CommandSpec spec) {
        Downloads downloads = Downloads.in(cache);
        Downloaded file = (offline ? downloads.offline() : downloads).fetch(question);
        Path place = copy(file, question.name());
        PrintWriter printer = spec.commandLine().getOut();
        file.notes().forEach(note -> printer.println("note: " + note));
        printer.println(place + ": " + file.receipt().bytes() + " bytes, "
                + file.origin().words());
        printer.println("SHA-256 " + file.sha256());
        printer.println("from " + question);
        printer.println("next: inspect " + place);
        printer.flush();
        return 0;
    }

    /** A file that is there with other content stays; the new one stands beside it, with the beginning of its SHA-256 in its name. */
    private Path copy(Downloaded file, String name) {
        String source = String.valueOf(file.path().getFileName());
        String extension = source.substring(source.indexOf('.'));
        Path place = out.resolve(name + extension);
        if (Files.exists(place) && !FileDigest.of(place).sha256().equals(file.sha256())) {
            place = out.resolve(name + "-" + file.sha256().substring(0, SHORT) + extension);
        }
        try {
            Files.createDirectories(out);
            Path draft = Files.createTempFile(out, ".part-", ".tmp");
            try {
                Files.copy(file.path(), draft, StandardCopyOption.REPLACE_EXISTING);
                Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw InputException.in(
                    "E-DOWNLOAD-024",
                    place.toString(),
                    "cannot be written (" + e.getClass().getSimpleName() + "); name another folder with --out");
        }
        return place;
    }
}
