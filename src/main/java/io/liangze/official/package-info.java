/** Officials (包保干部): persons in posts, their levels, linked counties, transfers and leaves. */
@ApplicationModule(displayName = "Officials 包保干部",
    allowedDependencies = {"shared", "audit", "imports", "region", "identity"})
@NullMarked
package io.liangze.official;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
