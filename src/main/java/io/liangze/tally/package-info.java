/** Live counts (实时计数): what happened is added as deltas in the fact's own transaction, and read exactly at each moment. */
@ApplicationModule(displayName = "Tally 计数", allowedDependencies = "shared")
@NullMarked
package io.liangze.tally;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
