package org.migrationimpact.download;

import java.net.URI;
import java.util.Locale;

/** A question to a publisher's API, answered by one file. Two questions with the same address are the same question. */
public abstract sealed class Question permits EurostatSdmx, EurostatStatistics, UnhcrApi, WorldBankApi {

    private static final int LONGEST = 48;

    Question() {}

    /** The question as an address, or that of its first page; a browser gets the same answer there. */
    public abstract URI address();

    /** What the answer is called: {@code eurostat-tps00176}. A name of small letters, digits, hyphens and underscores, safe in every file system. */
    public final String name() {
        String plain = title().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]+", "-");
        return plain.substring(0, Math.min(plain.length(), LONGEST)).replaceAll("-+$", "");
    }

    /** Publisher and code. */
    abstract String title();

    abstract Content content();

    /** Asks; where a version is known, the answer may be that nothing has changed. */
    Reply ask(Courier courier, Version known) {
        return courier.fetch(address(), known, content());
    }

    /** Refuses an answer that is no data or not all of it, although it is a whole file of its kind. */
    void require(byte[] file, ByHand byHand) {}

    /** The address. */
    @Override
    public String toString() {
        return address().toString();
    }
}
