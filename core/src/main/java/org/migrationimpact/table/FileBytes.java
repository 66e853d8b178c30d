package org.migrationimpact.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the bytes of a file are. */
sealed interface FileBytes {

    /** How many there are. */
    long size();

    /** The last of them. */
    byte last() throws IOException;

    /** All of them from the first. */
    InputStream open() throws IOException;

    /** Bytes in memory. */
    final class Held implements FileBytes {
        private final byte[] bytes;

        Held(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public byte last() {
            return bytes[bytes.length - 1];
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }

    /** Bytes that are too many to keep beside the columns that they become; they are read from the disk each time. */
    record OnDisk(Path path, long size) implements FileBytes {
        @Override
        public byte last() throws IOException {
            try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
                file.seek(size - 1);
                return file.readByte();
            }
        }

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(path);
        }
    }
}
