package org.migrationimpact.did;

import java.io.Serializable;
import java.util.List;

/** The choices of {@link GroupTimeEffects}, with their defaults in {@link #DEFAULTS}. */
record GroupTimeOptions(
        ControlGroup control,
        Adjustment adjustment,
        List<String> covariates,
        int anticipation,
        BasePeriod base,
        Unbalanced unbalanced,
        Aggregation headline,
        int balancedTo,
        MultiplierBootstrap bootstrap,
        StandardErrors errors,
        double confidence,
        CrossSectionErrors crossSections)
        implements Serializable {

    /** No balancing of the event times. */
    static final int UNBALANCED_EVENTS = -1;

    static final GroupTimeOptions DEFAULTS = new GroupTimeOptions(
            ControlGroup.NEVER_TREATED,
            Adjustment.DOUBLY_ROBUST,
            List.of(),
            0,
            BasePeriod.UNIVERSAL,
            Unbalanced.PAIRWISE,
            Aggregation.SIMPLE,
            UNBALANCED_EVENTS,
            MultiplierBootstrap.rademacher(1000, 1),
            StandardErrors.ANALYTIC,
            0.95,
            CrossSectionErrors.DERIVED);

    GroupTimeOptions with(ControlGroup other) {
        return new GroupTimeOptions(
                other,
                adjustment,
                covariates,
                anticipation,
                base,
                unbalanced,
                headline,
                balancedTo,
                bootstrap,
                errors,
                confidence,
                crossSections);
    }

    GroupTimeOptions with(Adjustment other) {
        return new GroupTimeOptions(
                control,
                other,
                covariates,
                anticipation,
                base,
                unbalanced,
                headline,
                balancedTo,
                bootstrap,
                errors,
                confidence,
                crossSections);
    }

    GroupTimeOptions adjustedFor(List<String> others) {
        return new GroupTimeOptions(
                control,
                adjustment,
                others,
                anticipation,
                base,
                unbalanced,
                headline,
                balancedTo,
                bootstrap,
                errors,
                confidence,
                crossSections);
    }

    GroupTimeOptions anticipated(int periods) {
        return new GroupTimeOptions(
                control,
                adjustment,
                covariates,
                periods,
                base,
                unbalanced,
                headline,
                balancedTo,
                bootstrap,
                errors,
                confidence,
                crossSections);
    }

    GroupTimeOptions with(BasePeriod other) {
        return new GroupTimeOptions(
                control,
                adjustment,
                covariates,
                anticipation,
                other,
                unbalanced,
                headline,
                balancedTo,
                bootstrap,
                errors,
                confidence,
                crossSections);
    }

    GroupTimeOptions with(Unbalanced other) {
        return new GroupTimeOptions(
                control,
                adjustment,
                covariates,
                anticipation,
                base,
                other,
                headline,
                balancedTo,
                bootstrap,
                errors,
                confidence,
                crossSections);
    }

    GroupTimeOptions with(Aggregation other) {
        return new GroupTimeOptions(
                control,
                adjustment,
                covariates,
                anticipation,
                base,
                unbalanced,
                other,
                balancedTo,
                bootstrap,
                errors,
                confidence,
                crossSections);
    }

    GroupTimeOptions balanced(int lastEvent) {
        return new GroupTimeOptions(
                control,
                adjustment,
                covariates,
                anticipation,
                base,
                unbalanced,
                headline,
                lastEvent,
                bootstrap,
                errors,
                confidence,
                crossSections);
    }

    GroupTimeOptions with(MultiplierBootstrap other) {
        return new GroupTimeOptions(
                control,
                adjustment,
                covariates,
                anticipation,
                base,
                unbalanced,
                headline,
                balancedTo,
                other,
                errors,
                confidence,
                crossSections);
    }

    GroupTimeOptions with(StandardErrors other) {
        return new GroupTimeOptions(
                control,
                adjustment,
                covariates,
                anticipation,
                base,
                unbalanced,
                headline,
                balancedTo,
                bootstrap,
                other,
                confidence,
                crossSections);
    }

    GroupTimeOptions confident(double level) {
        return new GroupTimeOptions(
                control,
                adjustment,
                covariates,
                anticipation,
                base,
                unbalanced,
                headline,
                balancedTo,
                bootstrap,
                errors,
                level,
                crossSections);
    }

    GroupTimeOptions with(CrossSectionErrors other) {
        return new GroupTimeOptions(
                control,
                adjustment,
                covariates,
                anticipation,
                base,
                unbalanced,
                headline,
                balancedTo,
                bootstrap,
                errors,
                confidence,
                other);
    }
}
