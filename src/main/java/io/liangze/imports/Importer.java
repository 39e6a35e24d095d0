package io.liangze.imports;

import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes one kind of table. A bean of the module that keeps what it brings. Rows come in their order, in batches; each
 * batch is one transaction with the place up to which the file has been read, so that a killed import goes on there.
 *
 * @param <T> a row, read and checked as far as that needs no database
 */
public interface Importer<T> {

    /** As in {@code POST /api/v1/imports/{kind}}: {@code subjects}. Its page words: {@code imports.kind.<kind>}. */
    String kind();

    /** Who may import. {@link #store} is given only what the sender holds in these. */
    Set<Role> roles();

    /** All columns, in the order of the template. */
    List<Column> columns();

    /** Rows of a transaction. */
    default int batchSize() {
        return 5_000;
    }

    /**
     * Reads a row; tells flaws and warnings to {@code cells}. A row with a flaw is rejected with all its flaws, whatever
     * is returned. Runs beside {@link #store} of the batch before, and again for earlier rows when an import goes on.
     *
     * @return null only where there is a flaw
     */
    @Nullable T read(Import of, Cells cells);

    /** What may stand only once in a file, each with a prefix of its own; the second row that has one is rejected. */
    List<String> keys(T row);

    /**
     * Stores the rows and tells the batch what became of each. Runs in the batch's transaction, which is rolled back at
     * a trial run: so it changes nothing outside the database.
     */
    void store(Scope scope, Import of, Batch<T> batch);

    /** After the last batch, in a transaction of its own together with the end of the import. Not at a trial run. */
    default void finish(Scope scope, Import of) {}

    /**
     * A page to go on with once the import has ended, with {@code {0}} for its id; words
     * {@code imports.follow-up.<kind>}. Empty: there is none.
     */
    default Optional<String> followUp() {
        return Optional.empty();
    }
}
