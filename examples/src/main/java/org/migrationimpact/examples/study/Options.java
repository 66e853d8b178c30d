package org.migrationimpact.examples.study;

import java.util.List;
import org.migrationimpact.covariance.Lags;
import org.migrationimpact.covariance.NeweyWest;

/** Options that both designs have. */
final class Options {

    /** A truth as YAML writes it. */
    enum Truth {
        TRUE,
        FALSE
    }

    private Options() {}

    static boolean isTrue(Block options, String key, Truth byDefault) {
        return options.text(key)
                        .map(text -> text.choice(key, List.of(Truth.values())))
                        .orElse(byDefault)
                == Truth.TRUE;
    }

    /** Newey–West errors; lags by the rule of thumb and the factor T/(T−K) unless the options say otherwise. */
    static NeweyWest neweyWest(Block options) {
        NeweyWest errors = NeweyWest.automatic()
                .with(options.text("lags").map(Options::lags).orElse(Lags.automatic()));
        return isTrue(options, "small-sample", Truth.TRUE) ? errors : errors.withoutFactor();
    }

    private static Lags lags(Text text) {
        return text.text().equals("auto") ? Lags.automatic() : Lags.fixed((int) text.whole("lags", 0, 100_000));
    }

    /** Refuses options that would have no effect beside the others: an option is never passed over in silence. */
    static void refuseIdle(Block options, String partner, String... keys) {
        for (String key : keys) {
            if (options.has(key)) {
                throw options.placeOf(key)
                        .refusal(
                                "E-STUDY-018",
                                "the option '" + key + "' has an effect with " + partner
                                        + " only; leave it out, or add " + partner);
            }
        }
    }
}
