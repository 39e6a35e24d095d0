/** The log of business changes (审计): who, when, from where, what before, what after. */
@ApplicationModule(displayName = "Audit 审计", allowedDependencies = {"shared", "sheet"})
@NullMarked
package io.liangze.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
