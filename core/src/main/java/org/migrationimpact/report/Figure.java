package org.migrationimpact.report;

import java.io.Serializable;

/**
 * A picture with what a reader needs who cannot see it.
 *
 * @param caption what it shows, in a sentence under the picture
 * @param alternative the same in words, with its numbers, for a reader who cannot see it
 * @param wide as drawn for a screen or a sheet of paper
 * @param narrow as drawn for a telephone
 */
public record Figure(String caption, String alternative, Drawing wide, Drawing narrow) implements Serializable {}
