package org.migrationimpact.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;

/** Hashes bytes as they are read, and hands the SHA-256 over at their end. */
final class HashedStream extends FilterInputStream {

    private final MessageDigest digest;
    private final Consumer<String> whole;
    private boolean ended;

    HashedStream(InputStream in, Consumer<String> whole) {
        super(in);
        this.digest = sha256();
        this.whole = whole;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int got = super.read(buffer, offset, length);
        if (got > 0) {
            digest.update(buffer, offset, got);
        } else if (got < 0 && !ended) {
            ended = true;
            whole.accept(HexFormat.of().formatHex(digest.digest()));
        }
        return got;
    }

    @Override
    public long skip(long bytes) throws IOException {
        return readNBytes((int) Math.min(bytes, 1 << 16)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
