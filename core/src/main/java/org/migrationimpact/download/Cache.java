package org.migrationimpact.download;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.migrationimpact.data.InputException;

/**
 * The files of earlier downloads in one folder. Beside each question stands a record of its latest answer; the name of an answer holds
 * the beginning of its SHA-256, so that a revised table does not replace the issue before.
 */
final class Cache {

    private static final int SHORT = 12;

    private final Path folder;

    /**
     * What is there for a question.
     *
     * @param receipt of a file that is there and has the SHA-256 of its record
     * @param damage what is wrong with the file or its record; empty where nothing is
     */
    record Found(Optional<Receipt> receipt, String damage) {
        private static final Found NOTHING = new Found(Optional.empty(), "");

        static Found damaged(String how) {
            return new Found(Optional.empty(), how);
        }

        Version version() {
            return receipt.map(Receipt::version).orElse(Version.UNKNOWN);
        }
    }

    Cache(Path folder) {
        this.folder = folder;
    }

    Path path(Receipt receipt) {
        return folder.resolve(receipt.file());
    }

    /** Where a file belongs that was fetched by hand. */
    ByHand byHand(Question question) {
        return new ByHand(
                question.address(),
                folder.resolve(stem(question) + question.content().extension()));
    }

    private static String stem(Question question) {
        String address = sha256(question.address().toString().getBytes(StandardCharsets.UTF_8));
        return question.name() + "-" + address.substring(0, SHORT);
    }

    private Path record(Question question) {
        return folder.resolve(stem(question) + ".txt");
    }

    /** Looks, and compares the file with its SHA-256. */
    Found find(Question question) {
        Path record = record(question);
        if (!Files.exists(record)) {
            return Found.NOTHING;
        }
        try {
            return Receipt.parse(Files.readAllLines(record, StandardCharsets.UTF_8))
                    .filter(receipt -> receipt.address().equals(question.address()))
                    .map(this::checked)
                    .orElseGet(() -> Found.damaged("its record " + record + " is damaged"));
        } catch (IOException unreadable) {
            return Found.damaged("its record " + record + " cannot be read");
        }
    }

    private Found checked(Receipt receipt) {
        Path file = path(receipt);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Found.damaged(file + " is no longer there");
        }
        return sha256(read(file)).equals(receipt.sha256())
                ? new Found(Optional.of(receipt), "")
                : Found.damaged(file + " has another SHA-256 than when it was fetched");
    }

    /** The file that a user put where it belongs, if there is one. */
    Optional<byte[]> fetchedByHand(Question question) {
        Path file = byHand(question).path();
        return Files.isRegularFile(file) ? Optional.of(read(file)) : Optional.empty();
    }

    /** Writes the answer to a question and its record. */
    Receipt store(Question question, byte[] bytes, Version version, Instant now) {
        String hash = sha256(bytes);
        String file = stem(question) + "-" + hash.substring(0, SHORT)
                + question.content().extension(bytes);
        write(folder.resolve(file), bytes);
        return record(question, new Receipt(question.address(), file, bytes.length, hash, version, now));
    }

    private Receipt record(Question question, Receipt receipt) {
        write(record(question), receipt.text().getBytes(StandardCharsets.UTF_8));
        return receipt;
    }

    /** Writes beside the place and moves there, so that nobody ever sees half a file. */
    private void write(Path place, byte[] bytes) {
        try {
            Files.createDirectories(folder);
            Path draft = Files.createTempFile(folder, ".part-", ".tmp");
            try {
                Files.write(draft, bytes);
                Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw unusable(place, "written", e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw unusable(file, "read", e);
        }
    }

    private static InputException unusable(Path file, String done, IOException cause) {
        return InputException.in(
                "E-DOWNLOAD-016",
                file.toString(),
                "cannot be " + done + " (" + cause.getClass().getSimpleName()
                        + "); name a folder for the cache that you may write to, on a disk with room");
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
