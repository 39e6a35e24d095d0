/** Imports (导入): what offices send as a table, row by row into the modules that keep it; what does not fit goes back with its reason. */
@ApplicationModule(displayName = "Imports 导入", allowedDependencies = {"shared", "audit", "work", "sheet"})
@NullMarked
package io.liangze.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
