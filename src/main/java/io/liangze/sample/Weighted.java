package io.liangze.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Things of which some are drawn more often than others. */
final class Weighted<T> {

    private final List<T> items = new ArrayList<>();
    private double[] ends = new double[8];
    private double sum;

    Weighted<T> with(double weight, T item) {
        if (items.size() == ends.length) ends = Arrays.copyOf(ends, ends.length * 2);
        sum += weight;
        ends[items.size()] = sum;
        items.add(item);
        return this;
    }

    T draw(Chance chance) {
        int at = Arrays.binarySearch(ends, 0, items.size(), chance.part() * sum);
        return items.get(at >= 0 ? Math.min(at + 1, items.size() - 1) : -at - 1);
    }

    List<T> items() {
        return items;
    }

    double sum() {
        return sum;
    }

    /** {@code 刘 8 王 6 欧阳 1}. */
    static Weighted<String> words(String text) {
        var words = new Weighted<String>();
        var parts = text.strip().split("\\s+");
        for (int i = 0; i < parts.length; i += 2) words.with(Double.parseDouble(parts[i + 1]), parts[i]);
        return words;
    }
}
