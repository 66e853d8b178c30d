package org.migrationimpact.chart;

import java.awt.Rectangle;

/** Where a plot lies on the page, and where a time and a value lie in it. */
record PlotFrame(Rectangle area, TimeAxis time, ValueAxis values) {

    double x(double time) {
        return area.x + area.width * (time - this.time.low()) / (this.time.high() - this.time.low());
    }

    double y(double value) {
        return bottom() - area.height * (value - values.low()) / (values.high() - values.low());
    }

    double left() {
        return area.x;
    }

    double right() {
        return area.getMaxX();
    }

    double top() {
        return area.y;
    }

    double bottom() {
        return area.getMaxY();
    }
}
