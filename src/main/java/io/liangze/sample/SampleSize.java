package io.liangze.sample;

import java.util.Optional;

/**
 * How large a sample is.
 *
 * @param subjects          businesses in all
 * @param home              how many times more of them the county of the demonstration's accounts has than its share
 * @param cityOfficials     at each city, and so on downwards
 * @param villageOfficials  on average
 * @param quarters          ended ones with tasks and visits, before the running one
 * @param found             share of the visits that find a problem
 */
record SampleSize(String name, int subjects, double home, int cityOfficials, int countyOfficials, int townshipOfficials,
                  double villageOfficials, int quarters, double found) {

    /** {@code ./liangze demo}. */
    static final SampleSize DEMO = new SampleSize("true", 50_000, 1.5, 9, 6, 3, 1, 2, 0.30);

    /** A whole province as performance.md counts it: 59,000 officials, 200,000 problems. */
    static final SampleSize PROVINCE = new SampleSize("province", 500_000, 1, 32, 14, 5, 2.19, 4, 0.08);

    /** What the property {@code liangze.demo} asks for. */
    static Optional<SampleSize> of(String property) {
        return switch (property) {
            case "true" -> Optional.of(DEMO);
            case "province" -> Optional.of(PROVINCE);
            case "", "false" -> Optional.empty();
            default -> throw new IllegalArgumentException("liangze.demo is true or province, not " + property);
        };
    }
}
