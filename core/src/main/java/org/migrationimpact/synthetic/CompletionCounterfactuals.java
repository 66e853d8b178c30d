package org.migrationimpact.synthetic;

/** What the treated would have shown by a completed table with this penalty. */
record CompletionCounterfactuals(double penalty) implements Counterfactuals {

    private static final double TOLERANCE = 1e-7;

    @Override
    public double[][] of(AdoptionPanel data) {
        UntreatedCells cells = UntreatedCells.of(data);
        Completion completion = Completion.ofEffects(cells);
        completion.solve(PenaltySearch.threshold(penalty, cells), TOLERANCE, PenaltySearch.MOST_STEPS);
        return UntreatedCells.rows(completion.fitted(), cells.periods());
    }
}
