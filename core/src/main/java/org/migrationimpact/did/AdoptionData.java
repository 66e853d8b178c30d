package org.migrationimpact.did;

import java.io.Serializable;
import java.util.List;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.SampleAudit;

/** The sorted and coded columns behind an {@link AdoptionPanel}; its arrays are never handed out and never changed. */
record AdoptionData(
        String name,
        String unit,
        Sampling sampling,
        List<Period> periods,
        List<Period> cohorts,
        Units units,
        Rows rows,
        SampleAudit sample)
        implements Serializable {

    /**
     * What holds for a unit.
     *
     * @param names in order of cohort and name
     * @param cohortOf the number of its cohort, -1 for never
     * @param clusterName empty where each unit is its own cluster
     * @param clusterNames empty where each unit is its own cluster
     * @param clusterOf empty where each unit is its own cluster
     */
    @SuppressWarnings("ArrayRecordComponent") // package-private, compared by nobody
    record Units(List<String> names, int[] cohortOf, String clusterName, List<String> clusterNames, int[] clusterOf)
            implements Serializable {}

    /**
     * What holds for a row.
     *
     * @param unitOf the number of its unit
     * @param periodOf the number of its period
     * @param covariates one array by row for each name
     */
    @SuppressWarnings("ArrayRecordComponent") // package-private, compared by nobody
    record Rows(
            int[] unitOf,
            int[] periodOf,
            double[] outcome,
            double[] weight,
            List<String> covariateNames,
            double[][] covariates)
            implements Serializable {}
}
