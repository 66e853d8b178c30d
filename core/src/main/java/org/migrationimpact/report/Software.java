package org.migrationimpact.report;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/**
 * What a result was computed with.
 *
 * @param version the version of this library
 * @param java the version of Java
 * @param defaults the number of the profile of defaults: it changes whenever a default changes a number
 */
public record Software(String version, String java, int defaults) implements Serializable {

    private static final int DEFAULTS = 1;
    private static final String RESOURCE = "/org/migrationimpact/version.properties";

    /** This library, in this Java. */
    public static Software current() {
        return new Software(libraryVersion(), System.getProperty("java.version", ""), DEFAULTS);
    }

    private static String libraryVersion() {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Software.class.getResourceAsStream(RESOURCE), RESOURCE),
                StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version", "");
    }

    @Override
    public String toString() {
        return "migration-impact " + version + ", Java " + java + ", defaults profile " + defaults;
    }
}
