package org.migrationimpact.download;

/**
 * What a publisher says about which issue of a file it is, so that it can be asked whether there is a newer one.
 *
 * @param etag its mark, with its quotation marks; empty where there is none
 * @param lastModified when it was last changed, as the publisher writes it; empty where it does not say
 */
public record Version(String etag, String lastModified) {

    static final Version UNKNOWN = new Version("", "");

    boolean isKnown() {
        return !etag.isEmpty() || !lastModified.isEmpty();
    }
}
