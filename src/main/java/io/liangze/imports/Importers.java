package io.liangze.imports;

import io.liangze.shared.Refusal;
import io.liangze.shared.Role;
import io.liangze.work.Work;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The importers of all modules, by kind. */
@Component
class Importers {

    /** Beginning of the kind of their works. */
    static final String WORK = "import.";

    private final List<Importer<?>> all;

    Importers(List<Importer<?>> all) {
        this.all = all.stream().sorted(Comparator.comparing(Importer::kind)).toList();
    }

    List<Importer<?>> all() {
        return all;
    }

    /** @throws Refusal {@code import-kind.absent} 404 */
    Importer<?> of(String kind) {
        return all.stream().filter(i -> i.kind().equals(kind)).findFirst().orElseThrow(() -> Refusal.absent("import-kind"));
    }

    Importer<?> of(Work work) {
        return of(work.kind().substring(WORK.length()));
    }

    /** Roles that may import anything. */
    Set<Role> roles() {
        var roles = EnumSet.noneOf(Role.class);
        all.forEach(importer -> roles.addAll(importer.roles()));
        return roles;
    }
}
