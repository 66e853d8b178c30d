package org.migrationimpact.download;

import java.net.URI;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Period;

/**
 * A table of Eurostat by its statistics API, version 1.0, in JSON-stat 2.0; {@code io.JsonStat} reads it.
 *
 * <p>Source: Eurostat, <em>API – Detailed guidelines – API Statistics</em>. A question that asks for more than the publisher hands out at
 * once is refused with the publisher's words; one that it says it will prepare is asked again, with growing waits, until the answer is
 * there.
 */
public final class EurostatStatistics extends Question {

    private static final String LATER = "ASYNCHRONOUS_RESPONSE";
    private static final String TOO_BIG = "EXTRACTION_TOO_BIG";

    private final URI base;
    private final EurostatTable table;

    private EurostatStatistics(URI base, EurostatTable table) {
        this.base = base;
        this.table = table;
    }

    /**
     * The whole table with this code, such as {@code tps00176}.
     *
     * @throws InputException E-DOWNLOAD-001 where it is no code
     */
    public static EurostatStatistics dataset(String code) {
        return new EurostatStatistics(EurostatTable.BASE, EurostatTable.of(code));
    }

    /**
     * The same for these codes of a dimension only: {@code where("geo", "DE", "FR")}.
     *
     * @throws InputException E-DOWNLOAD-001 where the dimension or a code has signs that none has, E-DOWNLOAD-019 where there is no code or
     *     the dimension was asked for before
     */
    public EurostatStatistics where(String dimension, String... codes) {
        return new EurostatStatistics(base, table.where(dimension, codes));
    }

    /** The same from this period on. */
    public EurostatStatistics since(Period first) {
        return new EurostatStatistics(base, table.since(first));
    }

    /** The same up to this period. */
    public EurostatStatistics until(Period last) {
        return new EurostatStatistics(base, table.until(last));
    }

    /** The same at another server with this API; https, or this machine. */
    public EurostatStatistics at(URI server) {
        return new EurostatStatistics(Address.requireSafe(server), table);
    }

    @Override
    public URI address() {
        Address address = Address.at(base)
                .path("statistics", "1.0", "data", table.code())
                .with("format", "JSON")
                .with("lang", "EN");
        table.filters().forEach((dimension, codes) -> codes.forEach(code -> address.with(dimension, code)));
        table.first().ifPresent(first -> address.with("sinceTimePeriod", first.toString()));
        table.last().ifPresent(last -> address.with("untilTimePeriod", last.toString()));
        return address.uri();
    }

    @Override
    String title() {
        return "eurostat-" + table.code();
    }

    @Override
    Content content() {
        return Content.JSON;
    }

    @Override
    Reply ask(Courier courier, Version known) {
        Preparation preparation = new Preparation(courier, address());
        Reply reply = courier.get(address(), known);
        while (reply.message().contains(LATER)) {
            preparation.await();
            reply = courier.get(address(), known);
        }
        courier.require(reply, content());
        String message = reply.message();
        if (message.stripLeading().matches("(?s)\\{\\s*\"(?:error|warning)\".*")) {
            throw message.contains(TOO_BIG) ? StatusRefusal.tooLarge(reply) : StatusRefusal.wrong(reply);
        }
        return reply;
    }
}
