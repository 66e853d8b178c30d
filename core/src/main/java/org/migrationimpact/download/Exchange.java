package org.migrationimpact.download;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.migrationimpact.data.DataException;

/** One request and its reply, with the size and the times that are allowed. */
final class Exchange {

    private static final long LOOK_EVERY_MILLIS = 20;

    private final URI address;
    private final Settings settings;
    private final ByHand byHand;
    private final Arrival arrival;

    /** No answer at all: the server cannot be reached. */
    static final class Unreachable extends IOException {
        private static final long serialVersionUID = 1L;

        private final Throwable reason;

        Unreachable(Throwable reason) {
            super(reason);
            this.reason = reason;
        }

        Throwable reason() {
            return reason;
        }
    }

    private Exchange(URI address, Settings settings, ByHand byHand) {
        this.address = address;
        this.settings = settings;
        this.byHand = byHand;
        this.arrival = new Arrival(settings.largest());
    }

    /**
     * Sends a request and waits for the last byte of the reply.
     *
     * @throws Unreachable where there is no answer at all
     */
    static Reply of(HttpClient client, HttpRequest request, Settings settings, ByHand byHand) throws Unreachable {
        Exchange exchange = new Exchange(request.uri(), settings, byHand);
        HttpResponse<byte[]> reply = exchange.await(client.sendAsync(request, exchange.arrival));
        return new Reply(request.uri(), reply.statusCode(), reply.headers(), reply.body());
    }

    private HttpResponse<byte[]> await(CompletableFuture<HttpResponse<byte[]>> reply) throws Unreachable {
        long start = System.nanoTime();
        try {
            while (!isDone(reply)) {
                tell();
                requireTime(start, System.nanoTime());
            }
            HttpResponse<byte[]> whole = reply.get();
            tell();
            return whole;
        } catch (InterruptedException stopped) {
            throw Settings.interrupted(address);
        } catch (ExecutionException failed) {
            throw failure(Objects.requireNonNullElse(failed.getCause(), failed));
        } finally {
            reply.cancel(true);
        }
    }

    private static boolean isDone(CompletableFuture<?> reply) throws InterruptedException, ExecutionException {
        try {
            reply.get(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException notYet) {
            return false;
        }
    }

    private void tell() {
        settings.tell(address, arrival.bytes(), arrival.announced());
    }

    private void requireTime(long start, long now) {
        Timeouts limits = settings.timeouts();
        if (now - start > limits.whole().toNanos()) {
            throw late("is not whole after " + Timeouts.told(limits.whole()));
        }
        if (arrival.hasBegun() && now - arrival.lastSign() > limits.stall().toNanos()) {
            throw late("has stood still for " + Timeouts.told(limits.stall()));
        }
        if (!arrival.hasBegun()
                && now - start > limits.connect().plus(limits.answer()).toNanos()) {
            throw late("has not begun " + Timeouts.told(limits.answer()) + " after the request");
        }
    }

    private DataException late(String how) {
        return new DataException(
                "E-DOWNLOAD-009",
                address + ": the answer " + how + ", with " + received() + " received; ask again later or for less, or "
                        + byHand);
    }

    private String received() {
        return arrival.bytes()
                + (arrival.announced().isPresent()
                        ? " of " + arrival.announced().getAsLong()
                        : "") + " bytes";
    }

    private DataException failure(Throwable cause) throws Unreachable {
        if (cause instanceof Arrival.TooLarge) {
            return tooLarge(
                    address,
                    settings.largest(),
                    arrival.announced().isPresent() ? " (" + arrival.announced().getAsLong() + " are announced)" : "");
        }
        if (!arrival.hasBegun()) {
            throw new Unreachable(cause);
        }
        return new DataException(
                "E-DOWNLOAD-011",
                address + ": the connection broke with " + received()
                        + " received, so the answer is not whole; ask again, or " + byHand);
    }

    static DataException tooLarge(URI address, long largest, String announced) {
        return new DataException(
                "E-DOWNLOAD-010",
                address + ": the answer is larger than " + largest + " bytes" + announced
                        + "; ask for fewer countries, periods or categories");
    }
}
