/** Quarterly supervision (季度督导): who is visited, how often and how, what is asked, and what was seen. */
@ApplicationModule(displayName = "Supervision 督导",
    allowedDependencies = {"shared", "audit", "tally", "work", "sheet", "region", "evidence", "problem", "subject", "assignment"})
@NullMarked
package io.liangze.supervision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
