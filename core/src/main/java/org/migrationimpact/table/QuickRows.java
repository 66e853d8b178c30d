package org.migrationimpact.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.migrationimpact.data.ImpactException;
import org.migrationimpact.table.BlockParser.Part;
import org.migrationimpact.table.BlockReader.Block;

/**
 * Reads separated text in one pass over its bytes, blocks of rows side by side on several threads, into columns of coded cells. The table
 * is the same on any number of threads. It reads what is in order; a file with any fault or beyond any limit is left to {@link Delimited}
 * and {@link RowsBuilder}, which go cell by cell and tell where the fault is.
 */
final class QuickRows {

    private static final int BLOCK = 1 << 20;

    private final InputFile file;
    private final int threads;
    private final int blockBytes;
    private final AtomicLong cells = new AtomicLong();
    private final List<Part> parts = new ArrayList<>();
    private volatile boolean failed;

    QuickRows(InputFile file, int threads, int blockBytes) {
        this.file = file;
        this.threads = threads;
        this.blockBytes = blockBytes;
    }

    /** The table, on as many threads as there are cores where it is long; nothing where it is not in order. */
    static Optional<Rows> read(InputFile file) {
        int cores = Runtime.getRuntime().availableProcessors();
        return new QuickRows(file, file.bytes() < BLOCK ? 1 : cores, BLOCK).read();
    }

    Optional<Rows> read() {
        try (InputStream content = file.content()) {
            BlockReader blocks = new BlockReader(content);
            Block first = blocks.next(new byte[blockBytes]);
            Prelude prelude = Prelude.of(first);
            parse(first, prelude, blocks);
            return Optional.of(new PartsOfRows(parts, prelude).rows(file));
        } catch (Unusual | ImpactException | IOException notInOrder) {
            return Optional.empty();
        }
    }

    private void parse(Block first, Prelude prelude, BlockReader blocks) {
        List<CompletableFuture<Void>> others = IntStream.range(1, threads)
                .mapToObj(i -> CompletableFuture.runAsync(() -> work(Optional.empty(), prelude, blocks)))
                .toList();
        work(Optional.of(first), prelude, blocks);
        others.forEach(CompletableFuture::join);
        if (failed) {
            throw new Unusual();
        }
    }

    private void work(Optional<Block> first, Prelude prelude, BlockReader blocks) {
        try {
            byte[] buffer = first.isPresent() ? first.get().bytes() : new byte[blockBytes];
            Block block = first.isPresent() ? first.get() : blocks.next(buffer);
            BlockParser parser = new BlockParser(block, prelude);
            while (block.length() > 0 && !failed) {
                Part part = parser.parse();
                keep(block.number(), part);
                block = blocks.next(buffer);
                parser = new BlockParser(block, prelude, part);
            }
        } catch (Unusual | ImpactException | IOException notInOrder) {
            failed = true;
        }
    }

    private void keep(int number, Part part) {
        if (cells.addAndGet((long) part.rows() * part.columns().length) > Limits.CELLS) {
            throw new Unusual();
        }
        synchronized (parts) {
            while (parts.size() <= number) {
                parts.add(part);
            }
            parts.set(number, part);
        }
    }
}
