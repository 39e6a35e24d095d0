package io.liangze.bench;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** Many clients at once, each calling again as soon as it is answered. */
final class Crowd {

    /** What one of them does. */
    interface Act<T> {
        void on(T item) throws Exception;
    }

    /** @param perSecond acts that were answered */
    record Outcome(double perSecond, Times times, long failed) {}

    private Crowd() {}

    /** Until the time is over or the items are. */
    static <T> Outcome run(int clients, Duration time, Queue<T> items, Act<T> act) throws InterruptedException {
        var times = new Times();
        var failed = new AtomicLong();
        long began = System.nanoTime();
        long end = began + time.toNanos();
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < clients; i++)
                all.submit(() -> {
                    for (T item; System.nanoTime() < end && (item = items.poll()) != null; ) {
                        long sent = System.nanoTime();
                        try {
                            act.on(item);
                            times.add(System.nanoTime() - sent);
                        } catch (Exception refused) {
                            if (failed.getAndIncrement() == 0) System.out.println(refused);
                        }
                    }
                });
        }
        return new Outcome(times.count() / ((System.nanoTime() - began) / 1e9), times, failed.get());
    }
}
