package org.migrationimpact.download;

import java.net.URI;
import java.util.Locale;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Period;

/**
 * A table of Eurostat by its SDMX API, packed with gzip, as TSV or as SDMX-CSV; {@code io.EurostatTsv} and {@code io.SdmxCsv} read it. A
 * whole table, or a part of it in time, comes from version 2.1, for which the publisher keeps the files ready; codes of dimensions are
 * asked of version 3.0, which finds them by name.
 *
 * <p>Source: Eurostat, <em>API – Detailed guidelines – SDMX 2.1 API, SDMX 3.0 API, Asynchronous API</em>. Where the publisher answers that
 * it prepares the file, its state is asked with growing waits, and the file is fetched when it is available.
 */
public final class EurostatSdmx extends Question {

    private final URI base;
    private final Layout layout;
    private final EurostatTable table;

    private enum Layout {
        TSV("TSV", Content.TSV),
        CSV("SDMX-CSV", Content.CSV);

        private final String format;
        private final Content content;

        Layout(String format, Content content) {
            this.format = format;
            this.content = content;
        }
    }

    private EurostatSdmx(URI base, Layout layout, EurostatTable table) {
        this.base = base;
        this.layout = layout;
        this.table = table;
    }

    /**
     * The whole table with this code as TSV.
     *
     * @throws InputException E-DOWNLOAD-001 where it is no code
     */
    public static EurostatSdmx tsv(String code) {
        return new EurostatSdmx(EurostatTable.BASE, Layout.TSV, EurostatTable.of(code));
    }

    /**
     * The whole table with this code as SDMX-CSV.
     *
     * @throws InputException E-DOWNLOAD-001 where it is no code
     */
    public static EurostatSdmx csv(String code) {
        return new EurostatSdmx(EurostatTable.BASE, Layout.CSV, EurostatTable.of(code));
    }

    /**
     * The same for these codes of a dimension only: {@code where("geo", "DE", "FR")}.
     *
     * @throws InputException E-DOWNLOAD-001 where the dimension or a code has signs that none has, E-DOWNLOAD-019 where there is no code or
     *     the dimension was asked for before
     */
    public EurostatSdmx where(String dimension, String... codes) {
        return new EurostatSdmx(base, layout, table.where(dimension, codes));
    }

    /** The same from this period on. */
    public EurostatSdmx since(Period first) {
        return new EurostatSdmx(base, layout, table.since(first));
    }

    /** The same up to this period. */
    public EurostatSdmx until(Period last) {
        return new EurostatSdmx(base, layout, table.until(last));
    }

    /** The same at another server with this API; https, or this machine. */
    public EurostatSdmx at(URI server) {
        return new EurostatSdmx(Address.requireSafe(server), layout, table);
    }

    @Override
    public URI address() {
        return table.filters().isEmpty() ? whole() : part();
    }

    private URI whole() {
        Address address = Address.at(base)
                .path("sdmx", "2.1", "data", table.code())
                .with("format", layout.format)
                .with("compressed", "true");
        table.first().ifPresent(first -> address.with("startPeriod", first.toString()));
        table.last().ifPresent(last -> address.with("endPeriod", last.toString()));
        return address.uri();
    }

    private URI part() {
        Address address = Address.at(base).path("sdmx", "3.0", "data", "dataflow", "ESTAT", table.code(), "1.0");
        table.filters().forEach((dimension, codes) -> address.with("c[" + dimension + "]", String.join(",", codes)));
        if (table.first().isPresent() || table.last().isPresent()) {
            address.with("c[TIME_PERIOD]", span());
        }
        if (layout == Layout.CSV) {
            address.with("format", "csvdata").with("formatVersion", "2.0");
        } else {
            address.with("format", layout.format.toLowerCase(Locale.ROOT));
        }
        return address.with("compress", "true").uri();
    }

    private String span() {
        String from = table.first().map(first -> "ge:" + first).orElse("");
        String to = table.last().map(last -> "le:" + last).orElse("");
        return from + (from.isEmpty() || to.isEmpty() ? "" : "+") + to;
    }

    @Override
    String title() {
        return "eurostat-" + table.code();
    }

    @Override
    Content content() {
        return layout.content;
    }

    @Override
    Reply ask(Courier courier, Version known) {
        Reply reply = courier.get(address(), known);
        if (reply.status() == 200 || reply.status() == 202) {
            reply = EurostatQueue.of(base, courier).prepared(reply);
        }
        courier.require(reply, content());
        return reply;
    }
}
