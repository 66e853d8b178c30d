package org.migrationimpact.download;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** The bytes of a reply as they arrive, up to a limit; another thread watches how many there are and since when there were no more. */
final class Arrival implements HttpResponse.BodyHandler<byte[]>, HttpResponse.BodySubscriber<byte[]> {

    private final long largest;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private volatile Flow.@Nullable Subscription source;
    private volatile OptionalLong announced = OptionalLong.empty();
    private volatile boolean begun;
    private volatile long bytes;
    private volatile long lastSign = System.nanoTime();

    /** The reply is larger than the limit. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }

    Arrival(long largest) {
        this.largest = largest;
    }

    /** Whether the first line of the reply is there. */
    boolean hasBegun() {
        return begun;
    }

    long bytes() {
        return bytes;
    }

    /** How many bytes the server announced, if it did. */
    OptionalLong announced() {
        return announced;
    }

    /** When something came last, by the clock that only measures. */
    long lastSign() {
        return lastSign;
    }

    @Override
    public HttpResponse.BodySubscriber<byte[]> apply(HttpResponse.ResponseInfo reply) {
        announced = reply.headers().firstValueAsLong("Content-Length");
        begun = true;
        lastSign = System.nanoTime();
        return this;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return whole;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        source = subscription;
        if (announced.orElse(0) > largest) {
            refuse(subscription);
        } else {
            subscription.request(1);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> pieces) {
        Flow.Subscription from = Objects.requireNonNull(source);
        for (ByteBuffer piece : pieces) {
            if (body.size() + (long) piece.remaining() > largest) {
                refuse(from);
                return;
            }
            byte[] copy = new byte[piece.remaining()];
            piece.get(copy);
            body.writeBytes(copy);
        }
        bytes = body.size();
        lastSign = System.nanoTime();
        from.request(1);
    }

    private void refuse(Flow.Subscription from) {
        from.cancel();
        whole.completeExceptionally(new TooLarge());
    }

    @Override
    public void onError(Throwable cause) {
        whole.completeExceptionally(cause);
    }

    @Override
    public void onComplete() {
        whole.complete(body.toByteArray());
    }
}
