/** The database underneath: PostgreSQL, our own embedded one or a server that is given; never one that may lose data. */
@ApplicationModule(displayName = "Database 数据库", allowedDependencies = "shared")
@NullMarked
package io.liangze.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
