/** The cockpit (驾驶舱): figures of a place and of the places below it, live, each leading to the records behind it. */
@ApplicationModule(displayName = "Board 驾驶舱", allowedDependencies = {"shared", "tally", "work", "sheet", "region", "problem", "subject",
    "official", "assignment", "supervision", "identity"})
@NullMarked
package io.liangze.board;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
