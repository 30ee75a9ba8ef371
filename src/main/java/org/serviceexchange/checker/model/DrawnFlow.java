package org.serviceexchange.checker.model;

/**
 * A sequence flow.
 *
 * @param condition empty if it has none
 */
public record DrawnFlow(String id, String name, String from, String to, String condition) {}
