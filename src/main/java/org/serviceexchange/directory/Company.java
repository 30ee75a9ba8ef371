package org.serviceexchange.directory;

/** The organisation that runs another instance. */
public record Company(String id, String name, boolean active) {}
