/** Food businesses (包保主体): what they are, their numbers, and which grade they have. */
@ApplicationModule(displayName = "Subjects 主体",
    allowedDependencies = {"shared", "audit", "tally", "sheet", "imports", "region", "identity", "problem"})
@NullMarked
package io.liangze.subject;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
