package org.migrationimpact.report;

import java.io.Serializable;

/** A picture for a page, or why there is none. */
public sealed interface Drawing extends Serializable permits Drawing.Vector, Drawing.Absent {

    /**
     * A picture as SVG.
     *
     * @param svg one {@code <svg>} element without prologue; it holds shapes and text, nothing that acts and nothing from elsewhere
     */
    record Vector(String svg) implements Drawing {
        public Vector {
            svg = SvgGuard.element(svg);
        }
    }

    /**
     * No picture.
     *
     * @param reason why, and what to do, in a sentence
     */
    record Absent(String reason) implements Drawing {}

    /**
     * The picture in this SVG document.
     *
     * @throws IllegalArgumentException where it is not SVG, or holds anything but shapes and text
     */
    static Drawing of(String svg) {
        return new Vector(svg);
    }
}
