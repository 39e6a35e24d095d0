/** Invented data (演示数据): a province with its people, businesses and past, the same at every run of a day. */
@ApplicationModule(displayName = "Sample 演示数据")
@NullMarked
package io.liangze.sample;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
