@NullMarked
package io.liangze;

import org.jspecify.annotations.NullMarked;
