package io.liangze.work;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/**
 * The named steps of a long action (its counties, mostly), {@link #AT_A_TIME} at once, each in a transaction of its own.
 * What is done is kept as the action's mark, so that a resumed action leaves it out; figures are added up.
 *
 * @param <R> what a step did
 */
public final class Steps<R> {

    static final int AT_A_TIME = 2;

    /** Does one step. */
    public interface Does<S, R> {
        R step(S step) throws Exception;
    }

    private final Worker.Progress progress;
    private final BinaryOperator<R> plus;
    private final Set<String> done;
    private R sum;

    /** @param sum what the steps did that are done already */
    public Steps(Work work, Worker.Progress progress, R sum, BinaryOperator<R> plus) {
        this.progress = progress;
        this.plus = plus;
        this.done = new HashSet<>(work.mark() == null ? List.of() : List.of(work.mark().split(" ")));
        this.sum = sum;
    }

    /**
     * Does those that are not done yet, and comes back when all are.
     *
     * @param name one word for each, another for each
     * @throws Exception of the first step that failed; those before it are kept
     */
    public <S> void each(Collection<S> steps, Function<S, String> name, Does<S, R> does) throws Exception {
        var open = steps.stream().filter(step -> !done.contains(name.apply(step))).toList();
        try (var some = Executors.newFixedThreadPool(AT_A_TIME)) {
            var results = new ArrayList<Future<R>>();
            for (var step : open) results.add(some.submit(() -> does.step(step)));
            for (int i = 0; i < open.size(); i++) {
                sum = plus.apply(sum, get(results.get(i)));
                done.add(name.apply(open.get(i)));
                progress.keep(sum, String.join(" ", done));
            }
        }
    }

    private static <R> R get(Future<R> result) throws Exception {
        try {
            return result.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        }
    }
}
