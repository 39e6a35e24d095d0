package io.liangze.work;

import io.liangze.shared.Scope;

/**
 * Does one kind of long action. It may be killed at any moment and is then run again with the last mark, so each step
 * commits together with its mark, and doing a step twice must be harmless.
 */
public interface Worker {

    /** For example {@code import.subjects}, {@code matching}. */
    String kind();

    /** Whether this worker does actions of that kind. */
    default boolean does(String kind) {
        return kind.equals(kind());
    }

    /**
     * Does it, or goes on with it.
     *
     * @param scope of the one who asked
     * @throws io.liangze.shared.Refusal if what was asked cannot be done: the action has FAILED, with its words
     */
    void run(Scope scope, Work work, Progress progress) throws Exception;

    /** How a worker tells how far it is. */
    interface Progress {

        /** Shows figures; a record or map that becomes JSON. */
        void show(Object figures);

        /** In the transaction of a step: shows figures and keeps the mark from which to go on. */
        void keep(Object figures, String mark);
    }
}
