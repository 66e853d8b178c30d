package org.migrationimpact.download;

import java.net.URI;
import java.nio.file.Path;

/** How a user gets a file without this program: from this address, saved under this path. */
record ByHand(URI address, Path path) {

    @Override
    public String toString() {
        return "fetch " + address + " by hand, save it as " + path + " and ask again offline";
    }
}
