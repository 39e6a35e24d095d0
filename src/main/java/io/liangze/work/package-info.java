/** Actions that take long (长任务): import, matching, generation. They show their progress, can be left alone, and resume after a kill. */
@ApplicationModule(displayName = "Work 长任务", allowedDependencies = "shared")
@NullMarked
package io.liangze.work;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
