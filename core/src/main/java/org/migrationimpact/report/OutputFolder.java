package org.migrationimpact.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.migrationimpact.data.InputException;

/**
 * A folder of results that appears whole or not at all. Files go to a folder beside the target, which takes the target's place when the
 * last one is written; where anything fails before, nothing is left behind and what was there stays.
 *
 * <pre>{@code
 * OutputFolder.write(target, manifest, folder -> folder.write("report.html", page).write("result.json", json));
 * }</pre>
 *
 * <p>{@code manifest.json} is added last, with the SHA-256 of every file. A target that exists is replaced only where it is empty or holds
 * nothing but what an earlier run wrote, as its own manifest says.
 */
public final class OutputFolder {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*(/[A-Za-z0-9_][A-Za-z0-9_.-]*)*");

    private final Path place;
    private final TreeMap<String, FileDigest> files = new TreeMap<>();

    private OutputFolder(Path place) {
        this.place = place;
    }

    /** What is to be written. */
    public interface Content {
        /** Writes every file of the folder. */
        void to(OutputFolder folder) throws IOException;
    }

    /**
     * Writes the content, then {@code manifest.json}, and puts the folder in its place.
     *
     * @throws InputException E-OUT-001 where the target holds something else, E-OUT-002 where it cannot be written
     */
    public static void write(Path target, Manifest manifest, Content content) {
        Path whole = target.toAbsolutePath().normalize();
        OldFolder.requireReplaceable(whole);
        try (FolderSwap swap = FolderSwap.beside(whole)) {
            OutputFolder folder = new OutputFolder(swap.draft());
            content.to(folder);
            folder.write(Manifest.FILE, manifest.withOutputs(folder.files()).text());
            swap.publish();
        } catch (IOException e) {
            throw InputException.in(
                    "E-OUT-002",
                    whole.toString(),
                    "cannot be written (" + reason(e)
                            + "); nothing was changed: name a folder that can be made or replaced");
        }
    }

    private static String reason(IOException e) {
        String what = e.getClass().getSimpleName().replaceAll("Exception$", "");
        String said = e instanceof FileSystemException f && f.getReason() != null ? f.getReason() : "";
        String plain = e instanceof FileSystemException ? said : String.valueOf(e.getMessage());
        return plain.isEmpty() ? what : what + ", " + plain;
    }

    /**
     * Writes text as UTF-8.
     *
     * @throws InputException as {@link #write(String, byte[])} does
     */
    public OutputFolder write(String name, String text) throws IOException {
        return write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes bytes to a file of this name; {@code charts/a.svg} lies in a folder inside.
     *
     * @throws InputException E-OUT-003 where the name would lead out of the folder or is written already
     */
    public OutputFolder write(String name, byte[] content) throws IOException {
        requireFree(name);
        Path file = place.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content, StandardOpenOption.CREATE_NEW);
        files.put(name, FileDigest.of(name, content));
        return this;
    }

    private void requireFree(String name) {
        boolean taken = files.keySet().stream().anyMatch(other -> fold(other).equals(fold(name)));
        if (taken || !NAME.matcher(name).matches()) {
            throw new InputException(
                    "E-OUT-003",
                    "'" + name + "' " + (taken ? "is written already" : "is no name for a file of results")
                            + "; a name is new, of letters A to Z, digits, _ - and . inside, with / between a folder and a file");
        }
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** What has been written so far, in order of name. */
    public List<FileDigest> files() {
        return List.copyOf(files.values());
    }
}
