/** The loop that closes (闭环): each problem is put right, looked at again and struck off, or handed to enforcement. */
@ApplicationModule(displayName = "Problem 问题",
    allowedDependencies = {"shared", "audit", "tally", "sheet", "region", "evidence"})
@NullMarked
package io.liangze.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
