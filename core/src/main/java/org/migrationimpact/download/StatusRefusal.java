package org.migrationimpact.download;

import java.time.Duration;
import java.util.Optional;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.ImpactException;
import org.migrationimpact.data.InputException;

/** What the status of a reply means, where it brings no data. */
final class StatusRefusal {

    private StatusRefusal() {}

    static ImpactException of(Reply reply, ByHand byHand) {
        return switch (reply.status()) {
            case 404, 410, 204 -> nothing(reply);
            case 413 -> tooLarge(reply);
            default ->
                reply.status() / 100 == 4
                        ? wrong(reply)
                        : new DataException(
                                "E-DOWNLOAD-008",
                                at(reply) + "the server answers with status " + reply.status()
                                        + " and no data; ask again later, or " + byHand);
        };
    }

    private static String at(Reply reply) {
        return reply.address() + ": ";
    }

    private static String words(Reply reply) {
        return " and says '" + Words.of(reply.message()) + "'";
    }

    private static DataException nothing(Reply reply) {
        return new DataException(
                "E-DOWNLOAD-004",
                at(reply) + "the publisher has nothing there (status " + reply.status() + ")" + words(reply)
                        + "; check the code, the countries and the periods");
    }

    /** The publisher refuses so many figures at once. */
    static InputException tooLarge(Reply reply) {
        return new InputException(
                "E-DOWNLOAD-003",
                at(reply) + "the publisher does not hand out so much at once" + words(reply)
                        + "; ask for fewer countries, periods or categories, and several times");
    }

    /** The publisher does not understand the request. */
    static InputException wrong(Reply reply) {
        return new InputException(
                "E-DOWNLOAD-002",
                at(reply) + "the publisher refuses the request (status " + reply.status() + ")" + words(reply)
                        + "; check the code and the filters");
    }

    /** The publisher understands the request and has not one figure for it. */
    static DataException noRows(Object from) {
        return new DataException(
                "E-DOWNLOAD-004",
                from + ": the publisher has nothing there, the answer has no rows"
                        + "; check the code, the countries and the periods");
    }

    /** The publisher answers with a message, and calls that a success. */
    static InputException message(Object from, String words) {
        return new InputException(
                "E-DOWNLOAD-002",
                from + ": the publisher refuses the request and says '" + words + "'; check the code and the filters");
    }

    /** A server that was asked often enough, or that asks for more patience than there is. */
    static DataException passing(Reply reply, int attempts, Optional<Duration> tooLong, ByHand byHand) {
        return new DataException(
                "E-DOWNLOAD-006",
                at(reply) + "the server " + (reply.status() == 429 ? "has too many requests" : "is in trouble")
                        + " (status " + reply.status() + "), asked " + Courier.times(attempts)
                        + tooLong.map(time -> ", and wants to be left alone for " + Timeouts.told(time))
                                .orElse("")
                        + "; ask again later, or " + byHand);
    }
}
