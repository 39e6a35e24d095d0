package io.liangze.subject;

import org.jspecify.annotations.Nullable;

/**
 * All that grading looks at. What is null is not known; areas in m², revenue is not looked at.
 *
 * @param dinersPerMeal average number of persons at one meal
 * @param stores        of the whole chain, told or counted by its head office
 * @param schoolGateM   metres to the nearest school gate
 */
public record GradingFacts(Kind kind, @Nullable Scale scale, @Nullable Double areaM2, @Nullable Integer seats,
                           @Nullable Integer dinersPerMeal, @Nullable FoodCategory foodCategory, @Nullable ChainRole chainRole,
                           @Nullable Integer stores, @Nullable SalesChannel salesChannel, @Nullable RiskLevel riskLevel,
                           @Nullable Double schoolGateM, History history) {

    /** Nothing known but the kind. */
    public static GradingFacts of(Kind kind) {
        return new GradingFacts(kind, null, null, null, null, null, null, null, null, null, null, History.NONE);
    }

    /**
     * What has happened at a subject, counted up to the day of grading.
     *
     * @param accidents24Months      accidents attributed to it
     * @param gravePenalties12Months stop of business, or a fine of 50,000 yuan and more
     * @param failedSamplings12Months
     * @param seriousLastPeriod      serious and critical problems found in the last ended period
     * @param seriousPeriodBefore    the same in the one before
     */
    public record History(int accidents24Months, int gravePenalties12Months, int failedSamplings12Months,
                          int seriousLastPeriod, int seriousPeriodBefore) {

        public static final History NONE = new History(0, 0, 0, 0, 0);
    }
}
