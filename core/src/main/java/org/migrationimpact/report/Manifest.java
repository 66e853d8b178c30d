package org.migrationimpact.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.migrationimpact.data.InputException;

/**
 * What one must know to repeat a run and get the same bytes: the software, the study and the command as given, the seed, and every file
 * read and written with its SHA-256. Nothing of the day or the machine.
 *
 * @param software what it was computed with
 * @param command the arguments of the command line; empty where there was none
 * @param study the text of the study file as given; empty where there was none
 * @param seed the seed of its random draws, where there is one
 * @param inputs the files that were read
 * @param outputs the files that were written, but this manifest
 */
public record Manifest(
        Software software,
        List<String> command,
        String study,
        OptionalLong seed,
        List<FileDigest> inputs,
        List<FileDigest> outputs) {

    /** The name of its file. */
    public static final String FILE = "manifest.json";

    public Manifest {
        command = List.copyOf(command);
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /** How an input of today differs from the one that was read. */
    public enum Change {
        /** A file of this name is there, with other bytes. */
        CHANGED,
        /** The file that was read is not there. */
        ABSENT,
        /** The file that is there was not read. */
        ADDED
    }

    /** One input that is not what it was. */
    public record Difference(String file, Change change) {
        @Override
        public String toString() {
            return switch (change) {
                case CHANGED -> file + " has changed: its SHA-256 is another one";
                case ABSENT -> file + " is not there";
                case ADDED -> file + " was not read then";
            };
        }
    }

    /** A run of this software with these inputs. */
    public static Manifest of(List<FileDigest> inputs) {
        return new Manifest(Software.current(), List.of(), "", OptionalLong.empty(), inputs, List.of());
    }

    /** Started by these arguments. */
    public Manifest withCommand(List<String> arguments) {
        return new Manifest(software, arguments, study, seed, inputs, outputs);
    }

    /** Asked by this study file. */
    public Manifest withStudy(String text) {
        return new Manifest(software, command, text, seed, inputs, outputs);
    }

    /** With random draws from this seed. */
    public Manifest withSeed(long number) {
        return new Manifest(software, command, study, OptionalLong.of(number), inputs, outputs);
    }

    /** Having written these files. */
    public Manifest withOutputs(List<FileDigest> files) {
        return new Manifest(software, command, study, seed, inputs, files);
    }

    /** Whether these are the files that were read, byte for byte. */
    public boolean matches(List<FileDigest> today) {
        return differences(today).isEmpty();
    }

    /** Which of these files are not those that were read; empty where all are. */
    public List<Difference> differences(List<FileDigest> today) {
        List<Difference> found = new ArrayList<>();
        List<FileDigest> unread = new ArrayList<>(today);
        unread.removeAll(inputs);
        for (FileDigest input : inputs) {
            if (!today.contains(input)) {
                boolean changed = unread.removeIf(file -> file.file().equals(input.file()));
                found.add(new Difference(input.file(), changed ? Change.CHANGED : Change.ABSENT));
            }
        }
        unread.forEach(file -> found.add(new Difference(file.file(), Change.ADDED)));
        return found;
    }

    /**
     * The manifest in this file.
     *
     * @throws InputException E-MANIFEST-001 where the file is none of this library's, or cannot be read
     */
    public static Manifest read(Path file) {
        return ManifestReader.read(file);
    }

    /** The JSON text, to be written as UTF-8. */
    public String text() {
        return Json.object(this::write);
    }

    /** Software, command, and the files with their SHA-256. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(software.toString());
        if (!command.isEmpty()) {
            text.append("\ncommand: ").append(String.join(" ", command));
        }
        seed.ifPresent(number -> text.append("\nseed: ").append(number));
        inputs.forEach(file -> text.append("\nread: ").append(file));
        outputs.forEach(file -> text.append("\nwritten: ").append(file));
        return text.toString();
    }

    private void write(Json json) throws IOException {
        json.whole("format", ManifestReader.FORMAT)
                .object(
                        "software",
                        part -> part.text(ManifestReader.LIBRARY, software.version())
                                .text("java", software.java())
                                .whole("defaults", software.defaults()));
        json.texts("command", command).text("study", study);
        if (seed.isPresent()) {
            json.whole("seed", seed.getAsLong());
        }
        json.fullList("inputs", inputs, Manifest::digest).fullList("outputs", outputs, Manifest::digest);
    }

    private static void digest(Json json, FileDigest digest) throws IOException {
        json.text("file", digest.file()).whole("bytes", digest.bytes()).text("sha256", digest.sha256());
    }
}
