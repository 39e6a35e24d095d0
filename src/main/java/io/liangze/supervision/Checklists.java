package io.liangze.supervision;

import io.liangze.shared.Grade;
import io.liangze.shared.RuleFiles;
import io.liangze.shared.Rules;
import io.liangze.subject.Kind;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Which questions a task asks, by {@code rules/checklists-<date>.yaml} and {@code rules/burden-<date>.yaml}. */
@Component
public class Checklists {

    private final Rules<ChecklistTable> tables;
    private final Rules<Burden> burdens;

    Checklists(RuleFiles files) {
        tables = files.read("checklists", ChecklistFile.class, ChecklistTable::new);
        burdens = files.read("burden", Burden.File.class, Burden::new);
    }

    /** The version in force, {@code checklists-2023-01-01}: a task keeps the one of the day when it was made. */
    public String version(LocalDate day) {
        return tables.inForce(day).name();
    }

    /**
     * The checklist of a task: the same at every call, whatever has changed since the task was made.
     *
     * @param version that the task keeps
     * @param grade   that the subject had when the task was made
     * @param made    the day when the task was made: the burden policy of that day says which photos are asked for
     * @throws IllegalArgumentException if there is no file of that version any more
     */
    public Checklist compose(String version, Kind kind, Grade grade, UUID task, LocalDate made) {
        var table = tables.version(version).orElseThrow(() -> new IllegalArgumentException("no checklists of version " + version));
        return table.content().compose(kind, grade, task, burdens.inForce(made).content());
    }
}
