package org.migrationimpact.download;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.migrationimpact.data.DataException;

/** An answer in pages, made one: the rows as the publisher wrote them, in its order, under a head that says that there is one page. */
final class Pages {

    private final Shape shape;
    private final Courier courier;
    private final ByteArrayOutputStream joined = new ByteArrayOutputStream();
    private int rows;

    /** What a publisher's pages look like. */
    enum Shape {
        /** {@code [{"page":1,"pages":3,"total":…},[rows]]}. */
        WORLD_BANK("pages", List.of("total", "lastupdated"), "]]"),
        /** {@code {"page":1,"maxPages":3,"items":[rows]}}. */
        UNHCR("maxPages", List.of(), "]}");

        private final String pages;

        @SuppressWarnings("ImmutableEnumChecker") // List.of
        private final List<String> same;

        private final String tail;

        Shape(String pages, List<String> same, String tail) {
            this.pages = pages;
            this.same = same;
            this.tail = tail;
        }

        private String head(JsonPage first, int rows) {
            return this == UNHCR
                    ? "{\"page\":1,\"maxPages\":1,\"items\":["
                    : "[{\"page\":1,\"pages\":1,\"per_page\":" + rows + ",\"total\":" + rows + ",\"sourceid\":"
                            + quoted(first.field("sourceid")) + ",\"lastupdated\":" + quoted(first.field("lastupdated"))
                            + "},[";
        }

        private static String quoted(String text) {
            return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
        }
    }

    private Pages(Shape shape, Courier courier) {
        this.shape = shape;
        this.courier = courier;
    }

    /** All pages of an answer; a single page stays as it came. */
    static Reply all(Shape shape, Courier courier, Version known, IntFunction<URI> address) {
        Reply reply = courier.fetch(address.apply(1), known, Content.JSON);
        if (reply.isUnchanged()) {
            return reply;
        }
        return new Pages(shape, courier).all(reply, address);
    }

    /** Refuses a file that a user fetched and that is not all of the answer. */
    static void requireOne(Shape shape, byte[] file, ByHand byHand) {
        Optional<JsonPage> page = JsonPage.of(file, Integer.MAX_VALUE - 1L);
        page.ifPresent(found -> requireRows(found, file, byHand.path()));
        String pages = page.map(found -> shown(found, shape.pages)).orElse("?");
        if (!pages.equals("1") && !pages.equals("?")) {
            throw noPage(byHand.path(), "is one page of " + pages, byHand);
        }
    }

    private Reply all(Reply reply, IntFunction<URI> address) {
        JsonPage first = page(reply);
        requireRows(first, reply.body(), reply.address());
        int count = first.number(shape.pages).orElse(1);
        if (count == 1) {
            requireTotal(first, first.rows(), reply.address());
            return reply;
        }
        add(first, reply.address());
        for (int number = 2; number <= count; number++) {
            Reply next = courier.fetch(address.apply(number), Version.UNKNOWN, Content.JSON);
            JsonPage page = page(next);
            requireSame(first, page, number, next.address());
            add(page, next.address());
        }
        requireTotal(first, rows, reply.address());
        return reply.with(whole(first));
    }

    private JsonPage page(Reply reply) {
        return JsonPage.of(reply.body(), courier.settings().largest())
                .orElseThrow(() -> noPage(reply.address(), "is no page of rows"));
    }

    /** Refuses a message in place of rows, and a page without rows. */
    private static void requireRows(JsonPage page, byte[] bytes, Object from) {
        if (page.has("message")) {
            throw StatusRefusal.message(
                    from, Words.of(new String(Packed.head(bytes, 1 << 12), StandardCharsets.UTF_8)));
        }
        if (page.rows() == 0) {
            throw StatusRefusal.noRows(from);
        }
    }

    private void requireSame(JsonPage first, JsonPage page, int number, URI address) {
        boolean same = shape.same.stream().allMatch(field -> page.field(field).equals(first.field(field)));
        if (page.rows() == 0
                || !same
                || !page.field(shape.pages).equals(first.field(shape.pages))
                || page.number("page").orElse(0) != number) {
            throw noPage(
                    address,
                    "does not belong to the first page (it says page " + shown(page, "page") + " of "
                            + shown(page, shape.pages) + " and has " + page.rows()
                            + " rows), so the table changed in between or the server lost count");
        }
    }

    private static String shown(JsonPage page, String field) {
        return page.field(field).isEmpty() ? "?" : Words.of(page.field(field));
    }

    private void requireTotal(JsonPage first, int found, URI address) {
        int total = first.number("total").orElse(found);
        if (total != found) {
            throw noPage(address, "announces " + total + " rows, and its pages have " + found);
        }
    }

    private void add(JsonPage page, URI address) {
        if (rows > 0) {
            joined.write(',');
        }
        page.writeRows(joined);
        rows += page.rows();
        if (joined.size() > courier.settings().largest()) {
            throw Exchange.tooLarge(address, courier.settings().largest(), "");
        }
    }

    private byte[] whole(JsonPage first) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(shape.head(first, rows).getBytes(StandardCharsets.UTF_8));
        all.writeBytes(joined.toByteArray());
        all.writeBytes(shape.tail.getBytes(StandardCharsets.UTF_8));
        return all.toByteArray();
    }

    private DataException noPage(URI address, String why) {
        return noPage(address, why, courier.byHand());
    }

    private static DataException noPage(Object from, String why, ByHand byHand) {
        return new DataException("E-DOWNLOAD-018", from + ": the answer " + why + "; ask again later, or " + byHand);
    }
}
