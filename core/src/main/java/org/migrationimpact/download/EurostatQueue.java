package org.migrationimpact.download;

import java.net.URI;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.migrationimpact.data.DataException;

/** The files that Eurostat prepares apart from the request: a ticket, its state, the file. The few words needed are looked for, no XML is parsed. */
final class EurostatQueue {

    private static final Pattern ENVELOPE = Pattern.compile("(?s)^\\s*<.*<(?:\\w+:)?Body>.*<(?:\\w+:)?status>");
    private static final Pattern TICKET = Pattern.compile("<(?:\\w+:)?(?:id|key)>\\s*([A-Za-z0-9-]{8,64})\\s*<");
    private static final Pattern STATE = Pattern.compile("<(?:\\w+:)?status>\\s*([A-Z_]{1,40})\\s*<");
    private static final Set<String> NOT_YET = Set.of("SUBMITTED", "PROCESSING", "DATA_NOT_YET_AVAILABLE");
    private static final String AVAILABLE = "AVAILABLE";

    private final URI base;
    private final Courier courier;

    private EurostatQueue(URI base, Courier courier) {
        this.base = base;
        this.courier = courier;
    }

    static EurostatQueue of(URI base, Courier courier) {
        return new EurostatQueue(base, courier);
    }

    /** The reply itself, or, where it is a ticket, the file that it stands for. */
    Reply prepared(Reply reply) {
        Matcher ticket = TICKET.matcher(reply.message());
        if (!ENVELOPE.matcher(reply.message()).find() || !ticket.find()) {
            return reply;
        }
        String number = ticket.group(1);
        Preparation preparation = new Preparation(courier, reply.address());
        String state = state(reply);
        while (!state.equals(AVAILABLE)) {
            if (!NOT_YET.contains(state)) {
                throw given(reply.address(), state);
            }
            preparation.await();
            Reply told = courier.get(async("status", number), Version.UNKNOWN);
            if (told.status() != 200) {
                throw StatusRefusal.of(told, courier.byHand());
            }
            state = state(told);
        }
        return courier.get(async("data", number), Version.UNKNOWN).withoutVersion();
    }

    private URI async(String what, String number) {
        return Address.at(base).path("1.0", "async", what, number).uri();
    }

    private static String state(Reply reply) {
        Matcher state = STATE.matcher(reply.message());
        return state.find() ? state.group(1) : "without a state";
    }

    private DataException given(URI address, String state) {
        return new DataException(
                "E-DOWNLOAD-020",
                address + ": the publisher was to prepare the answer and now calls it " + state + "; ask again, or "
                        + courier.byHand());
    }
}
