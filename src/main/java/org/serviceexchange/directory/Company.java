package org.serviceexchange.directory;

/** The organisation behind another instance. */
public record Company(String id, String name, boolean active) {}
