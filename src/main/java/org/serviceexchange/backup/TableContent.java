package org.serviceexchange.backup;

/**
 * What a table holds.
 *
 * @param name in lower case
 * @param sum see {@link ContentSum}
 */
public record TableContent(String name, long rows, String sum) {}
