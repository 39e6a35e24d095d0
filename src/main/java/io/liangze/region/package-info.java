/** Places (区划): the tree of five levels, functional zones, and what a place covers. */
@ApplicationModule(displayName = "Region 区划", allowedDependencies = {"shared", "audit", "imports"})
@NullMarked
package io.liangze.region;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
