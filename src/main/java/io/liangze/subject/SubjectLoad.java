package io.liangze.subject;

import com.github.f4b6a3.uuid.UuidCreator;
import io.liangze.audit.Audit;
import io.liangze.audit.Change;
import io.liangze.shared.Role;
import io.liangze.shared.Scope;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Many subjects at once without a file: checked, graded and written as an import does it, by the thousand. */
@Service
public class SubjectLoad {

    private static final int BATCH = 5_000;

    private final SubjectCheck check;
    private final SubjectBatch batch;
    private final Followers followers;
    private final SubjectTable table;
    private final Regrading regrading;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Audit audit;

    SubjectLoad(SubjectCheck check, SubjectBatch batch, Followers followers, SubjectTable table, Regrading regrading,
                TransactionTemplate transaction, ApplicationEventPublisher events, Audit audit) {
        this.check = check;
        this.batch = batch;
        this.followers = followers;
        this.table = table;
        this.regrading = regrading;
        this.transaction = transaction;
        this.events = events;
        this.audit = audit;
    }

    /**
     * How a load ended.
     *
     * @param rejected the first of the rows that were not taken, by their place in the stream from 0, and the code of the flaw
     */
    public record Loaded(long created, long updated, long unchanged, long rejections, Map<Long, String> rejected) {}

    /**
     * Loads rows; each batch commits by itself. Two rows of the same number must not stand in one stream.
     *
     * @param rows what each states, by field, as a person would type it
     * @throws io.liangze.shared.Refusal {@code role.insufficient} 403
     */
    public Loaded load(Scope scope, Stream<Map<SubjectField, @Nullable String>> rows) {
        var keeper = scope.as(Role.KEEPERS);
        var origin = UuidCreator.getTimeOrderedEpoch();
        var counts = new Counts();
        try (var ahead = Executors.newVirtualThreadPerTaskExecutor()) {
            var source = rows.iterator();
            var next = ahead.submit(() -> read(source));
            for (var chunk = next.get(); !chunk.isEmpty(); chunk = next.get()) {
                next = ahead.submit(() -> read(source));
                store(keeper, origin, chunk, counts);
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
        transaction.executeWithoutResult(_ -> finish(keeper, origin, counts));
        return counts.loaded();
    }

    /** A row with its first flaw, if it has one. */
    private record Checked(Draft draft, @Nullable String flaw) {}

    private List<Checked> read(Iterator<Map<SubjectField, @Nullable String>> source) {
        var chunk = new ArrayList<Checked>(BATCH);
        while (chunk.size() < BATCH && source.hasNext()) {
            var flaws = new ArrayList<String>(0);
            SubjectCheck.Flaws into = (field, code, _) -> flaws.add(field.jsonName() + " " + code);
            var draft = check.read(source.next(), into);
            check.checkComplete(draft, into);
            chunk.add(new Checked(draft, flaws.isEmpty() ? null : flaws.getFirst()));
        }
        return chunk;
    }

    private void store(Scope scope, UUID origin, List<Checked> chunk, Counts counts) {
        var fit = new ArrayList<Draft>(chunk.size());
        var places = new ArrayList<Integer>(chunk.size());
        for (int i = 0; i < chunk.size(); i++) {
            var flaw = chunk.get(i).flaw;
            if (flaw != null) counts.reject(counts.read + i, flaw);
            else {
                fit.add(chunk.get(i).draft);
                places.add(i);
            }
        }
        transaction.executeWithoutResult(_ -> followers.tell(scope, batch.store(scope, origin, fit, counts.at(places))));
        counts.read += chunk.size();
    }

    private void finish(Scope scope, UUID origin, Counts counts) {
        regrading.after(scope, origin);
        var counties = table.countiesOf(origin);
        if (!counties.isEmpty()) events.publishEvent(new SubjectsChanged(counties, List.of()));
        var loaded = counts.loaded();
        audit.record(scope, Change.made("subject.loaded", "SUBJECT", null, null,
            Map.of("created", loaded.created(), "updated", loaded.updated(), "rejected", loaded.rejections())));
    }

    private static final class Counts {

        private static final int SHOWN = 100;

        private final Map<Long, String> rejected = new java.util.TreeMap<>();
        private long read;
        private long created;
        private long updated;
        private long unchanged;
        private long rejections;

        void reject(long at, String why) {
            rejections++;
            if (rejected.size() < SHOWN) rejected.put(at, why);
        }

        Loaded loaded() {
            return new Loaded(created, updated, unchanged, rejections, rejected);
        }

        SubjectBatch.Fates at(List<Integer> places) {
            long before = read;
            return new SubjectBatch.Fates() {
                @Override public void created(int at, Subject subject) { created++; }
                @Override public void updated(int at, Subject was, Subject is) { updated++; }
                @Override public void unchanged(int at) { unchanged++; }
                @Override public void warned(int at, SubjectField field, String code) {}

                @Override
                public void rejected(int at, @Nullable SubjectField field, String code, Object... args) {
                    reject(before + places.get(at), (field == null ? "" : field.jsonName() + " ") + code);
                }
            };
        }
    }
}
