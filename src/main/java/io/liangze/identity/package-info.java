/** Who may sign in, as what, and over which places: accounts, roles, tokens; makes the scope of every request. */
@ApplicationModule(displayName = "Identity 账号", allowedDependencies = {"shared", "audit", "region"})
@NullMarked
package io.liangze.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
