package org.migrationimpact.impact;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import org.migrationimpact.forecast.Component;
import org.migrationimpact.forecast.SpikeAndSlab;
import org.migrationimpact.forecast.StructuralModel;
import org.migrationimpact.model.Donut;
import org.migrationimpact.model.Scale;
import org.migrationimpact.model.Window;

/** What a structural forecast lets one choose, with the defaults. Changed only while {@link StructuralForecast} copies it. */
final class ForecastOptions implements Serializable {

    private static final long serialVersionUID = 1L;

    Scale scale = Scale.LEVEL;
    StructuralModel model = StructuralModel.localLevel().withSlope(Component.FIXED);
    Window window = Window.all();
    Donut donut = Donut.none();
    int draws = 500; // of the variances; 0 takes them as known
    long seed = 1;
    List<SpikeAndSlab> choice = List.of(); // one, or none where every column is in

    ForecastOptions() {}

    ForecastOptions(ForecastOptions other) {
        scale = other.scale;
        model = other.model;
        window = other.window;
        donut = other.donut;
        draws = other.draws;
        seed = other.seed;
        choice = other.choice;
    }

    @Override
    public String toString() {
        return scale.name().toLowerCase(Locale.ROOT) + " scale, " + model + ", window " + window + ", donut " + donut
                + (draws == 0 ? ", given the variances" : ", " + draws + " draws from seed " + seed)
                + (choice.isEmpty() ? "" : ", columns by " + choice.get(0));
    }
}
