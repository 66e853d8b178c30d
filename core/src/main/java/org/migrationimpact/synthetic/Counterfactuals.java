package org.migrationimpact.synthetic;

/** A way to say what the treated would have shown without the measure. */
@FunctionalInterface
interface Counterfactuals {

    /** A row a unit and a column a period; only the rows of treated units are read. */
    double[][] of(AdoptionPanel data);
}
