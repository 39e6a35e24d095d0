package io.liangze.problem;

import io.liangze.shared.Scope;
import java.util.Optional;
import java.util.UUID;

/** Knows the subjects and who answers for them; a module above does. */
public interface AboutSubjects {

    /** @return empty where there is none within the scope */
    Optional<About> about(Scope scope, UUID subject);
}
