package org.migrationimpact.synthetic;

/** How the weights of a twin are found: by the outcomes before, or by predictors. */
interface TwinSearch {

    /** The weights of these donors that make up the twin of the target. */
    SimplexFit twin(int target, int[] donors);

    /** The outcomes of the matched periods themselves, each counting alike. */
    record ByOutcomes(Gram gram) implements TwinSearch {

        static ByOutcomes of(TwinData data) {
            return new ByOutcomes(Gram.of(data.matched(data.adjusted())));
        }

        @Override
        public SimplexFit twin(int target, int[] donors) {
            return new SimplexProblem(gram, target, donors, 0).fit();
        }
    }
}
