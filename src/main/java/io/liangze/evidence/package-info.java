/** Photos and files (证据): kept as received, shown without what they would give away, seen by whoever sees a record that names them. */
@ApplicationModule(displayName = "Evidence 证据", allowedDependencies = {"shared", "audit"})
@NullMarked
package io.liangze.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
