package org.migrationimpact.download;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Warning;

/**
 * Fetches the answers to questions and keeps them in a folder:
 *
 * <pre>{@code
 * Downloads downloads = Downloads.in(Path.of("cache"));
 * Downloaded file = downloads.fetch(EurostatSdmx.tsv("tps00176"));
 * Observations applications = EurostatTsv.read(file.path());
 * }</pre>
 *
 * <p>A file of the cache is compared with its SHA-256 each time; a damaged one is fetched again, and a note says so. Where the publisher
 * gave a mark or a date of the issue, it is asked whether there is a newer one, and the file comes from the cache where there is none.
 * {@link #offline()} never asks: it takes what is in the cache, or says what to fetch by hand and where to put it. A failure of the
 * network is never covered up with an old copy.
 *
 * <p>Objects of this class are immutable and may be used by several threads; a question that is under way on one thread is not asked a
 * second time by another, which waits for the same answer. The timeouts are {@link Timeouts#standard()}, the retries {@link
 * Retries#standard()}, the largest reply has 256 MiB, unless other ones are handed in.
 */
public final class Downloads {

    private final Cache cache;
    private final Settings settings;
    private final Network network;
    private final ConcurrentMap<String, FutureTask<Downloaded>> underWay;

    private enum Network {
        ASKED,
        NEVER_ASKED
    }

    private Downloads(
            Cache cache, Settings settings, Network network, ConcurrentMap<String, FutureTask<Downloaded>> underWay) {
        this.cache = cache;
        this.settings = settings;
        this.network = network;
        this.underWay = underWay;
    }

    /** Keeps the files in this folder, which is made when the first file comes. */
    public static Downloads in(Path folder) {
        return new Downloads(new Cache(folder), Settings.standard(), Network.ASKED, new ConcurrentHashMap<>());
    }

    private Downloads with(Settings other) {
        return new Downloads(cache, other, network, underWay);
    }

    /** The same without any use of the network. */
    public Downloads offline() {
        return new Downloads(cache, settings, Network.NEVER_ASKED, underWay);
    }

    /** The same with these times. */
    public Downloads with(Timeouts timeouts) {
        return with(settings.with(timeouts));
    }

    /** The same with this way to ask again. */
    public Downloads with(Retries retries) {
        return with(settings.with(retries));
    }

    /** The same with this clock, which dates the records of the cache and reads a server's {@code Retry-After}. */
    public Downloads with(Clock clock) {
        return with(settings.with(clock));
    }

    /** The same with this way to wait. */
    public Downloads with(Sleeper sleeper) {
        return with(settings.with(sleeper));
    }

    /** The same, telling this how far a download is. */
    public Downloads with(Progress progress) {
        return with(settings.with(progress));
    }

    /**
     * The same with replies of at most so many bytes; several pages of one answer count together.
     *
     * @param bytes from 1 to 1 GiB
     */
    public Downloads atMost(long bytes) {
        if (bytes < 1 || bytes > 1L << 30) {
            throw new IllegalArgumentException("bytes must be from 1 to " + (1L << 30) + ", got " + bytes);
        }
        return with(settings.atMost(bytes));
    }

    /**
     * The answer to a question, as a file.
     *
     * @throws InputException E-DOWNLOAD-002 where the publisher does not understand the question, E-DOWNLOAD-003 where it asks for too much,
     *     E-DOWNLOAD-015 for a redirect to an unsafe address, E-DOWNLOAD-016 where the folder cannot be used
     * @throws DataException E-DOWNLOAD-004 where the publisher has nothing, E-DOWNLOAD-005 offline without a file, E-DOWNLOAD-006 to
     *     E-DOWNLOAD-014 where server or network fail, or the reply is too large, cut off or no data, E-DOWNLOAD-017 where what the
     *     publisher prepares is not ready in time, E-DOWNLOAD-018 where pages do not fit together
     * @throws java.util.concurrent.CancellationException where {@link Progress} or an interrupt stops it
     */
    public Downloaded fetch(Question question) {
        if (network == Network.NEVER_ASKED) {
            return offline(question);
        }
        String key = question.address().toString();
        FutureTask<Downloaded> own = new FutureTask<>(() -> online(question));
        FutureTask<Downloaded> other = underWay.putIfAbsent(key, own);
        if (other != null) {
            return answer(question, other);
        }
        try {
            own.run();
        } finally {
            underWay.remove(key, own);
        }
        return answer(question, own);
    }

    private static Downloaded answer(Question question, FutureTask<Downloaded> task) {
        try {
            return task.get();
        } catch (InterruptedException stopped) {
            throw Settings.interrupted(question.address());
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException refusal) {
                throw refusal;
            }
            throw new IllegalStateException("a download only ends with a file or a refusal", failed.getCause());
        }
    }

    private Downloaded online(Question question) {
        Cache.Found found = cache.find(question);
        Reply reply = question.ask(new Courier(settings, cache.byHand(question)), found.version());
        Optional<Receipt> kept = found.receipt().filter(receipt -> reply.isUnchanged());
        if (kept.isPresent()) {
            return downloaded(kept.get(), Downloaded.Origin.UNCHANGED, found);
        }
        Receipt receipt = cache.store(
                question, reply.body(), reply.version(), settings.clock().instant());
        return downloaded(receipt, Downloaded.Origin.FETCHED, found);
    }

    private Downloaded downloaded(Receipt receipt, Downloaded.Origin origin, Cache.Found found) {
        List<Warning> notes = found.damage().isEmpty()
                ? List.of()
                : List.of(new Warning(
                        "W-DOWNLOAD-001",
                        "the copy in the cache could not be used, because " + found.damage()
                                + "; another one took its place"));
        return new Downloaded(cache.path(receipt), receipt, origin, notes);
    }

    private Downloaded offline(Question question) {
        Cache.Found found = cache.find(question);
        if (found.receipt().isPresent()) {
            return downloaded(found.receipt().get(), Downloaded.Origin.CACHED, found);
        }
        ByHand byHand = cache.byHand(question);
        byte[] file = cache.fetchedByHand(question)
                .orElseThrow(() -> new DataException(
                        "E-DOWNLOAD-005",
                        (found.damage().isEmpty()
                                        ? "there is no copy of " + question.address() + " in the cache"
                                        : "the copy in the cache cannot be used, because " + found.damage())
                                + ", and the network is not to be used; " + byHand));
        question.content().require(byHand.path().toString(), file, byHand);
        question.require(file, byHand);
        Receipt receipt =
                cache.store(question, file, Version.UNKNOWN, settings.clock().instant());
        return downloaded(receipt, Downloaded.Origin.BY_HAND, found);
    }
}
