package io.liangze.shared;

/** A place as records name it. */
public record Place(String code, String name) {}
