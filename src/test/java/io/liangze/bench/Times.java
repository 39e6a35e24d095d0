package io.liangze.bench;

import java.util.Arrays;
import java.util.concurrent.Callable;

/** How long each of many calls took. Filled by several threads. */
final class Times {

    private long[] nanos = new long[1_024];
    private int count;

    synchronized void add(long took) {
        if (count == nanos.length) nanos = Arrays.copyOf(nanos, 2 * count);
        nanos[count++] = took;
    }

    void addAll(Times others) {
        for (int i = 0; i < others.count; i++) add(others.nanos[i]);
    }

    <T> T of(Callable<T> call) throws Exception {
        long began = System.nanoTime();
        var result = call.call();
        add(System.nanoTime() - began);
        return result;
    }

    synchronized int count() {
        return count;
    }

    /** Milliseconds within which that part of the calls was done: 0.99. */
    synchronized double within(double part) {
        if (count == 0) return Double.NaN;
        var sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted[Math.min(count - 1, (int) Math.ceil(part * count) - 1)] / 1e6;
    }

    double median() {
        return within(0.5);
    }

    @Override
    public String toString() {
        return "p50 %s  p99 %s".formatted(Figures.ms(median()), Figures.ms(within(0.99)));
    }
}
