package io.liangze.identity;

import io.liangze.shared.Role;
import org.jspecify.annotations.Nullable;

/** Which accounts: all given conditions together. {@code q} is a part of the name, or the whole user name. */
public record AccountFilter(@Nullable String q, @Nullable Role role) {}
