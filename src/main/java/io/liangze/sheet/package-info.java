/** Tables (表格): reading what offices send as csv or xlsx, writing what they take away. */
@ApplicationModule(displayName = "Sheet 表格", allowedDependencies = {"shared"})
@NullMarked
package io.liangze.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
