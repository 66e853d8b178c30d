package org.migrationimpact.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.migrationimpact.data.InputException;

/** UTF-8, with or without a byte order mark, or another charset that the caller is sure of; what is not text is refused where it stands. */
final class TextReader extends Reader {

    private final InputFile file;
    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).flip();
    private boolean ended;
    private boolean started;
    private long line = 1;
    private long column = 1;
    private char previous;
    private CharBuffer held = CharBuffer.allocate(0);

    private TextReader(InputFile file, InputStream in, Charset charset) {
        this.file = file;
        this.in = in;
        this.decoder = strict(charset);
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /**
     * The text of a file.
     *
     * @throws InputException E-TEXT-002 where it is UTF-16
     */
    static TextReader of(InputFile file) {
        return of(file, StandardCharsets.UTF_8);
    }

    /** The text of a file in this charset; UTF-16 is refused all the same. */
    static TextReader of(InputFile file, Charset charset) {
        if (file.begins(0xff, 0xfe) || file.begins(0xfe, 0xff)) {
            throw InputException.in(
                    "E-TEXT-002", file.name(), "the text is UTF-16; save it as UTF-8 (in Excel: 'CSV UTF-8')");
        }
        try {
            return new TextReader(file, file.content(), charset);
        } catch (IOException damaged) {
            throw file.damaged(damaged);
        }
    }

    /** Whether every byte of a file's content belongs to UTF-8. */
    static boolean isUtf8(InputFile file) {
        CharsetDecoder decoder = strict(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        CharBuffer chars = CharBuffer.allocate(1 << 16);
        try (InputStream content = file.content()) {
            for (int got = 0; got >= 0; ) {
                got = content.read(bytes.array(), bytes.position(), bytes.remaining());
                bytes.position(bytes.position() + Math.max(0, got)).flip();
                if (decoder.decode(bytes, chars.clear(), got < 0).isError()) {
                    return false;
                }
                bytes.compact();
            }
            return true;
        } catch (IOException damaged) {
            throw file.damaged(damaged);
        }
    }

    /** Puts characters back that were read already; the next read begins with them. */
    void hold(char[] chars, int offset, int length) {
        held = CharBuffer.wrap(chars, offset, length);
    }

    @Override
    public int read(char[] buffer, int offset, int length) {
        if (held.hasRemaining()) {
            int got = Math.min(length, held.remaining());
            held.get(buffer, offset, got);
            return got;
        }
        if (length == 1) { // too short for a pair of surrogates
            char[] pair = new char[2];
            int got = decode(pair, 0, 2);
            hold(pair, 1, Math.max(0, got - 1));
            buffer[offset] = pair[0];
            return Math.min(got, 1);
        }
        return decode(buffer, offset, length);
    }

    private int decode(char[] buffer, int offset, int length) {
        CharBuffer chars = CharBuffer.wrap(buffer, offset, length);
        while (true) {
            CoderResult result = decoder.decode(bytes, chars, ended);
            int got = chars.position() - offset;
            if (got > 0) {
                return accept(buffer, offset, got);
            }
            if (result.isError()) {
                throw malformed();
            }
            if (ended) {
                return -1;
            }
            fill();
        }
    }

    private void fill() {
        try {
            bytes.compact();
            int got = in.read(bytes.array(), bytes.position(), bytes.remaining());
            ended = got < 0;
            bytes.position(bytes.position() + Math.max(0, got));
            bytes.flip();
        } catch (IOException damaged) {
            throw file.damaged(damaged);
        }
    }

    /** Counts lines and columns; a byte order mark is left out. */
    private int accept(char[] buffer, int offset, int count) {
        int skip = !started && buffer[offset] == '\ufeff' ? 1 : 0;
        started = true;
        for (int i = offset + skip; i < offset + count; i++) {
            char c = buffer[i];
            if (c == 0) {
                throw InputException.in(
                        "E-TEXT-003",
                        file.name(),
                        line,
                        column,
                        "there is a NUL byte, so this is no text; a UTF-8 text is needed");
            }
            advance(c);
        }
        if (skip == 0) {
            return count;
        }
        System.arraycopy(buffer, offset + 1, buffer, offset, count - 1);
        return count > 1 ? count - 1 : decode(buffer, offset, buffer.length - offset);
    }

    private void advance(char c) {
        if (c == '\n' && previous == '\r') {
            column = 1;
        } else if (c == '\n' || c == '\r') {
            line++;
            column = 1;
        } else {
            column++;
        }
        previous = c;
    }

    private InputException malformed() {
        return InputException.in(
                "E-TEXT-001",
                file.name(),
                line,
                column,
                String.format(
                        decoder.charset().equals(StandardCharsets.UTF_8)
                                ? "the byte 0x%02x is not UTF-8; save the file as UTF-8, it may be Windows-1252 or ISO-8859-1"
                                : "the byte 0x%02x is neither UTF-8 nor Windows-1252; save the file as UTF-8",
                        bytes.get()));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
