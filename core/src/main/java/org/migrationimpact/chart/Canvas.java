package org.migrationimpact.chart;

import java.awt.geom.Rectangle2D;

/** What is drawn in the middle of a page where it is no plot over time. Its text says all that it draws. */
interface Canvas {

    /** Draws into this part of the page. */
    void paint(Rectangle2D room, Brush brush);
}
