package org.migrationimpact.did;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.SampleAudit;
import org.migrationimpact.impact.Convention;
import org.migrationimpact.inference.PanelErrors;
import org.migrationimpact.panel.Absorption;
import org.migrationimpact.panel.FixedEffectsOls;
import org.migrationimpact.panel.PanelFit;
import org.migrationimpact.panel.PanelRows;
import org.migrationimpact.panel.Ppml;

/** A regression of the outcome on columns made of treatment, with effects, on some rows of an {@link AdoptionPanel}. */
final class PanelRegression {

    private final AdoptionPanel panel;
    private final RegressionOptions options;
    private final int[] rows;
    private final Map<String, double[]> columns = new LinkedHashMap<>();

    /** On these rows, which are numbers of the panel, ascending. */
    PanelRegression(AdoptionPanel panel, RegressionOptions options, int[] rows) {
        this.panel = panel;
        this.options = options;
        this.rows = rows;
    }

    int[] rows() {
        return rows;
    }

    /** A column of the treatment, one value a row of {@link #rows()}. */
    void column(String name, double[] values) {
        columns.put(name, values);
    }

    List<String> columnNames() {
        return List.copyOf(columns.keySet());
    }

    PanelRows table() {
        PanelRows table = AdoptionRows.of(panel, rows, options.covariates());
        for (Map.Entry<String, double[]> column : columns.entrySet()) {
            table = table.with(column.getKey(), column.getValue());
        }
        return table;
    }

    private String[] all() {
        List<String> all = new ArrayList<>(columns.keySet());
        all.addAll(options.covariates());
        return all.toArray(String[]::new);
    }

    PanelFit leastSquares(String... effects) {
        return leastSquares(table(), effects);
    }

    PanelFit leastSquares(PanelRows table, String... effects) {
        return leastSquares(table, Absorption.standard(), effects);
    }

    PanelFit leastSquares(PanelRows table, Absorption absorption, String... effects) {
        return leastSquares(table, absorption, columns.keySet(), effects);
    }

    /** With these of the columns never dropped. */
    PanelFit leastSquares(PanelRows table, Absorption absorption, Set<String> never, String... effects) {
        if (List.of(effects).contains(AdoptionRows.UNIT)) {
            requirePanel(panel);
        }
        return FixedEffectsOls.on(all())
                .treatments(never.toArray(String[]::new))
                .absorbing(effects)
                .with(options.covariance(panel))
                .with(absorption)
                .fit(table);
    }

    PanelFit poisson(PanelRows table) {
        requirePanel(panel);
        return Ppml.on(all())
                .treatments(columns.keySet().toArray(String[]::new))
                .absorbing(AdoptionRows.UNIT, AdoptionRows.PERIOD)
                .with(options.covariance(panel))
                .fit(table);
    }

    /** Refuses rows that do not belong together. */
    static void requirePanel(AdoptionPanel panel) {
        if (panel.sampling() == Sampling.REPEATED_CROSS_SECTIONS) {
            throw new InputException(
                    "E-DID-031",
                    "the rows of " + panel.name()
                            + " are repeated cross-sections, and this design follows units over time; take group-time, or name the unit of each row");
        }
    }

    /** The coefficients of a fit with their covariance. */
    JointEffects joint(PanelFit fit) {
        PanelErrors errors = fit.errors();
        List<String> names = errors.names();
        return new JointEffects(
                names,
                names.stream()
                        .mapToDouble(name -> fit.coefficient(name).estimate())
                        .toArray(),
                errors.matrix(),
                names.stream().mapToDouble(errors::degreesOfFreedom).toArray(),
                options.confidence());
    }

    /** The covariates that were not dropped, as combinations of the joint effects. */
    List<Combination> covariates(JointEffects joint) {
        return options.covariates().stream()
                .filter(joint.names()::contains)
                .map(name -> joint.single(name, name))
                .toList();
    }

    /** Rows read, those left out before the fit for this reason, and those that the fit left out. */
    SampleAudit sample(PanelFit fit, String reason) {
        return panel.sample().drop(reason, panel.size() - rows.length).then(fit.sample());
    }

    /** What every regression says of itself. */
    List<Convention> conventions(PanelFit fit, String estimator, String effects) {
        List<Convention> list = new ArrayList<>();
        list.add(new Convention("estimator", estimator));
        list.add(new Convention("effects", effects));
        list.add(new Convention(
                "covariates", options.covariates().isEmpty() ? "none" : String.join(", ", options.covariates())));
        list.add(new Convention("anticipation", options.anticipation() + " periods"));
        list.add(new Convention(
                "covariance", fit.errors().explanation().toString().replace('\n', ' ')));
        list.add(new Convention("absorption", fit.absorption().toString()));
        return list;
    }
}
