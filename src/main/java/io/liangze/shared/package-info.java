/** Small things that all modules use: who asks, for which period, what is refused, one page of a list. */
@ApplicationModule(displayName = "Shared 公共", type = ApplicationModule.Type.OPEN, allowedDependencies = {})
@NullMarked
package io.liangze.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
