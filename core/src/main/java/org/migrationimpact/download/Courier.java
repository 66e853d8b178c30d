package org.migrationimpact.download;

import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import javax.net.ssl.SSLException;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.InputException;

/** Goes to a server and comes back with a reply; asks again where that can help, follows redirects where that is safe. */
final class Courier {

    private static final int REDIRECTS = 5;

    private final Settings settings;
    private final ByHand byHand;
    private final HttpClient client;
    private final SplittableRandom chance;

    Courier(Settings settings, ByHand byHand) {
        this.settings = settings;
        this.byHand = byHand;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.timeouts().connect())
                .build();
        this.chance = new SplittableRandom(settings.retries().seed());
    }

    Settings settings() {
        return settings;
    }

    ByHand byHand() {
        return byHand;
    }

    /** A reply that is a whole file of this kind, or, where a version is known, the answer that nothing has changed. */
    Reply fetch(URI address, Version known, Content content) {
        Reply reply = get(address, known);
        require(reply, content);
        return reply;
    }

    /** Refuses what is neither a whole file of this kind nor the answer that nothing has changed. */
    void require(Reply reply, Content content) {
        if (reply.isUnchanged()) {
            return;
        }
        if (reply.status() != 200) {
            throw StatusRefusal.of(reply, byHand);
        }
        content.require(reply, byHand);
    }

    /** The last reply from this address, whatever its status; a server in trouble is asked again. */
    Reply get(URI address, Version known) {
        for (int attempt = 1; ; attempt++) {
            boolean last = attempt == settings.retries().attempts();
            Optional<Duration> asked = Optional.empty();
            try {
                Reply reply = follow(address, known);
                if (!reply.isPassing()) {
                    return reply;
                }
                asked = RetryAfter.of(reply, settings.clock());
                if (last || asked.filter(this::isTooLong).isPresent()) {
                    throw StatusRefusal.passing(reply, attempt, asked.filter(this::isTooLong), byHand);
                }
            } catch (Exchange.Unreachable failed) {
                if (last) {
                    throw unreachable(address, failed.reason(), attempt);
                }
            }
            Duration own = settings.retries().wait(attempt, chance);
            settings.sleep(
                    address, asked.filter(time -> time.compareTo(own) > 0).orElse(own));
        }
    }

    private boolean isTooLong(Duration time) {
        return time.compareTo(settings.retries().longest()) > 0;
    }

    private Reply follow(URI first, Version known) throws Exchange.Unreachable {
        URI address = first;
        for (int redirects = 0; redirects <= REDIRECTS; redirects++) {
            Reply reply = Exchange.of(client, request(address, known), settings, byHand);
            if (!reply.isRedirect()) {
                return reply;
            }
            address = target(address, reply.header("Location"));
        }
        throw new DataException(
                "E-DOWNLOAD-014",
                first + ": the server sends from one address to the next, more than " + REDIRECTS
                        + " times; ask again later, or " + byHand);
    }

    private URI target(URI from, String location) {
        try {
            URI to = from.resolve(location);
            if (Address.isSafe(to)
                    && !(from.getScheme().equals("https") && !to.getScheme().equals("https"))) {
                return to;
            }
        } catch (IllegalArgumentException noAddress) {
            return refuseRedirect(from, location);
        }
        return refuseRedirect(from, location);
    }

    private URI refuseRedirect(URI from, String location) {
        throw new InputException(
                "E-DOWNLOAD-015",
                from + ": the server sends on to '" + Words.of(location)
                        + "', which is no https address; nothing is fetched from there, so check the address");
    }

    private HttpRequest request(URI address, Version known) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("User-Agent", "migration-impact")
                .header("Accept", "*/*");
        if (!known.etag().isEmpty()) {
            request.header("If-None-Match", known.etag());
        }
        if (!known.lastModified().isEmpty()) {
            request.header("If-Modified-Since", known.lastModified());
        }
        return request.GET().build();
    }

    private DataException unreachable(URI address, Throwable cause, int attempts) {
        return new DataException(
                "E-DOWNLOAD-007",
                address + ": the server cannot be reached, asked " + times(attempts) + " (" + reason(cause)
                        + "); check the network and the proxy, or " + byHand);
    }

    static String times(int attempts) {
        return attempts == 1 ? "once" : attempts + " times";
    }

    private String reason(Throwable cause) {
        if (cause instanceof HttpConnectTimeoutException) {
            return "no connection within " + Timeouts.told(settings.timeouts().connect());
        }
        if (cause instanceof SSLException) {
            return "no secure connection";
        }
        Throwable first = cause.getCause() == null ? cause : cause.getCause();
        if (first instanceof UnresolvedAddressException || first instanceof UnknownHostException) {
            return "there is no server of this name";
        }
        return cause instanceof ConnectException
                ? "the connection was refused"
                : "the connection broke without an answer";
    }
}
