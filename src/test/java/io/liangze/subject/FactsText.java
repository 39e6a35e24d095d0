package io.liangze.subject;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Grading facts as tests write them: {@code C4 area=600 seats=80}; what is left out is not known. */
final class FactsText {

    private FactsText() {}

    static GradingFacts facts(String text) {
        var words = text.split(" ");
        var given = new HashMap<String, String>();
        for (int i = 1; i < words.length; i++) given.put(words[i].split("=")[0], words[i].split("=")[1]);
        var facts = new GradingFacts(Kind.valueOf(words[0]),
            given.containsKey("scale") ? Scale.valueOf(given.remove("scale")) : null,
            figure(given, "area"), count(given, "seats"), count(given, "diners"),
            given.containsKey("food") ? FoodCategory.of(given.remove("food")) : null,
            null, count(given, "stores"),
            given.containsKey("sells") ? SalesChannel.valueOf(given.remove("sells")) : null,
            given.containsKey("risk") ? RiskLevel.valueOf(given.remove("risk")) : null,
            figure(given, "gate"),
            new GradingFacts.History(times(given, "accidents"), times(given, "penalties"), times(given, "failed"),
                times(given, "serious"), times(given, "before")));
        if (!given.isEmpty()) throw new IllegalArgumentException(given.toString());
        return facts;
    }

    private static @Nullable Double figure(Map<String, String> given, String key) {
        return given.containsKey(key) ? Double.valueOf(given.remove(key)) : null;
    }

    private static @Nullable Integer count(Map<String, String> given, String key) {
        return given.containsKey(key) ? Integer.valueOf(given.remove(key)) : null;
    }

    private static int times(Map<String, String> given, String key) {
        return given.containsKey(key) ? Integer.parseInt(given.remove(key)) : 0;
    }
}
