/** Who answers for whom (包保关系): matching by level and place with the least change, coverage and its gaps. */
@ApplicationModule(displayName = "Assignment 包保关系",
    allowedDependencies = {"shared", "audit", "tally", "work", "region", "problem", "subject", "official"})
@NullMarked
package io.liangze.assignment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
