package io.liangze.shared;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody or something by id and name, with the post where it is an official. */
public record Named(UUID id, String name, @com.fasterxml.jackson.annotation.JsonInclude(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL) @Nullable String post) {
    public Named(UUID id, String name) {
        this(id, name, null);
    }
}
