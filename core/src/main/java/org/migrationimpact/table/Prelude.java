package org.migrationimpact.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.migrationimpact.table.BlockReader.Block;

/**
 * What comes before the rows of a separated text: comment lines, then the header.
 *
 * @param preamble what the comment lines say
 * @param separator what stands between cells
 * @param header the names of the columns
 * @param headerLine the line of the header, from 1
 * @param end where the first row begins
 * @param lines how many lines end before it
 */
record Prelude(Preamble preamble, byte separator, List<String> header, int headerLine, int end, int lines) {

    Prelude {
        header = List.copyOf(header);
    }

    /**
     * Reads on from the beginning of a text.
     *
     * @throws Unusual where there is no header, or one with a name twice
     */
    static Prelude of(Block block) {
        return new Reading(block).prelude();
    }

    private static final class Reading {
        private final byte[] bytes;
        private final int length;
        private final CellBytes cell;
        private Preamble preamble = Preamble.NONE;
        private int at;
        private int lines;

        Reading(Block block) {
            bytes = block.bytes();
            length = block.length();
            bytes[length] = '\n';
            cell = new CellBytes(bytes, length);
            boolean marked =
                    length > 2 && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb && bytes[2] == (byte) 0xbf;
            at = marked ? 3 : 0;
        }

        Prelude prelude() {
            while (at < length && (bytes[at] == '#' || isLineEnd(at))) {
                int end = lineEnd(at);
                preamble = bytes[at] == '#' ? preamble.with(Utf8.text(bytes, at, end)) : preamble;
                next(end);
            }
            if (at >= length || at > Limits.PREAMBLE_CHARACTERS / 4) {
                throw new Unusual();
            }
            byte separator = (byte) Delimited.delimiter(Utf8.text(bytes, at, lineEnd(at)));
            int headerLine = lines + 1;
            List<String> header = header(separator);
            return new Prelude(preamble, separator, header, headerLine, at, lines);
        }

        private boolean isLineEnd(int here) {
            return bytes[here] == '\n' || bytes[here] == '\r';
        }

        private int lineEnd(int from) {
            int here = from;
            while (!isLineEnd(here)) {
                here++;
            }
            return here;
        }

        private void next(int end) {
            at = end + (bytes[end] == '\r' && end + 1 < length && bytes[end + 1] == '\n' ? 2 : 1);
            lines++;
        }

        private List<String> header(byte separator) {
            List<String> names = new ArrayList<>();
            at--;
            do {
                at++;
                names.add(name(separator));
            } while (bytes[at] == separator && names.size() <= Limits.COLUMNS);
            if (!isLineEnd(at)) {
                throw new Unusual();
            }
            next(at);
            while (!names.isEmpty() && names.get(names.size() - 1).isEmpty()) {
                names.remove(names.size() - 1);
            }
            requireDifferent(names);
            return names;
        }

        private String name(byte separator) {
            if (bytes[at] == '"') {
                lines += cell.quoted(at);
                at = cell.end();
            } else {
                int from = at;
                while (!isLineEnd(at) && bytes[at] != separator) {
                    at++;
                }
                cell.trimmed(from, at);
            }
            return cell.text();
        }

        private static void requireDifferent(List<String> names) {
            List<String> named = names.stream().filter(name -> !name.isEmpty()).toList();
            if (named.isEmpty() || new HashSet<>(named).size() < named.size()) {
                throw new Unusual();
            }
        }
    }
}
