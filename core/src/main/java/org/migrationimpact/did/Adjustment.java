package org.migrationimpact.did;

/** How differences in covariates between the treated and their controls are taken out; without covariates all three are the same. */
public enum Adjustment {
    /** By regression and weights; right where either of the two models is. Sant'Anna and Zhao (2020), doi:10.1016/j.jeconom.2020.06.003. */
    DOUBLY_ROBUST("doubly robust"),
    /** By weights from a logit of being treated, which sum to 1 in each group. Abadie (2005), doi:10.1111/0034-6527.00321. */
    INVERSE_PROBABILITY("inverse probability weights"),
    /** By a regression of the controls' change. Heckman, Ichimura and Todd (1997), doi:10.2307/2971733. */
    REGRESSION("outcome regression");

    private final String words;

    Adjustment(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
