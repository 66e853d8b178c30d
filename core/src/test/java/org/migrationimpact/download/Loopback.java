package org.migrationimpact.download;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;

/** A server on this machine that answers what a test told it to, in turn, and remembers what it was asked. */
public final class Loopback implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Deque<Answer>> answers = new ConcurrentHashMap<>();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch closed = new CountDownLatch(1);

    /** One answer. */
    public interface Answer {
        /** Writes it. */
        void to(HttpExchange exchange) throws IOException;
    }

    private Loopback(HttpServer server) {
        this.server = server;
    }

    /** A server on a free port. */
    public static Loopback start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            Loopback loopback = new Loopback(server);
            server.createContext("/", loopback::handle);
            server.setExecutor(loopback.threads);
            server.start();
            return loopback;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it is. */
    public URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Requests for this path, or for this path and query, get these answers in turn, the last one for ever. */
    public Loopback on(String target, Answer... inTurn) {
        answers.put(target, new ArrayDeque<>(List.of(inTurn)));
        return this;
    }

    /** The requests so far: paths with queries, and behind a blank the version that was known. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    private void handle(HttpExchange exchange) throws IOException {
        URI target = exchange.getRequestURI();
        String known = exchange.getRequestHeaders().getOrDefault("If-None-Match", List.of()).stream()
                .findFirst()
                .or(() -> exchange.getRequestHeaders().getOrDefault("If-Modified-Since", List.of()).stream()
                        .findFirst())
                .map(version -> " " + version)
                .orElse("");
        asked.add(target + known);
        Deque<Answer> script = answers.getOrDefault(
                target.toString(), answers.getOrDefault(target.getPath(), new ArrayDeque<>(List.of(status(404, "")))));
        Answer next;
        synchronized (script) {
            next = script.size() > 1 ? script.pop() : script.peek();
        }
        try (exchange) {
            next.to(exchange);
        }
    }

    /** Status 200 with this text and these headers: name, value, name, value. */
    public static Answer ok(String body, String... headers) {
        return status(200, body, headers);
    }

    /** This status with this text and these headers. */
    public static Answer status(int status, String body, String... headers) {
        return bytes(status, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    /** This status with these bytes and these headers. */
    public static Answer bytes(int status, byte[] body, String... headers) {
        return exchange -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            exchange.sendResponseHeaders(status, status == 304 || body.length == 0 ? -1 : body.length);
            if (status != 304) {
                exchange.getResponseBody().write(body);
            }
        };
    }

    /** Announces so many bytes, sends this text and closes the connection. */
    static Answer cutOff(int announced, String body) {
        return exchange -> {
            exchange.sendResponseHeaders(200, announced);
            exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
        };
    }

    /** Sends this text and then nothing until the test ends; nothing at all where the text is empty. */
    Answer standingStill(String body) {
        return exchange -> {
            if (!body.isEmpty()) {
                exchange.sendResponseHeaders(200, 1000);
                exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
            }
            await(closed);
        };
    }

    /** Sends this answer when the latch is open. */
    static Answer after(CountDownLatch latch, Answer answer) {
        return exchange -> {
            await(latch);
            answer.to(exchange);
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends without end and without announcing a length. */
    static Answer endless() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] block = "geo\\TIME_PERIOD\t2020 \n".repeat(1000).getBytes(StandardCharsets.UTF_8);
            while (true) {
                exchange.getResponseBody().write(block);
            }
        };
    }

    static byte[] gzip(String text) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
