package org.migrationimpact.table;

/** The SHA-256 of a file, once its bytes have been read to their end; the same for everybody who reads it. */
final class Fixity {

    private String sha256 = "";

    /** The hash; empty as long as nobody has read the whole file. */
    synchronized String sha256() {
        return sha256;
    }

    /** Takes the hash of a whole reading; says whether it is that of the readings before. */
    synchronized boolean settle(String hash) {
        sha256 = sha256.isEmpty() ? hash : sha256;
        return sha256.equals(hash);
    }
}
