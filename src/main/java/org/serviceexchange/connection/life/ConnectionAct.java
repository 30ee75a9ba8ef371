package org.serviceexchange.connection.life;

import java.util.function.Function;

/**
 * Something that a person can do with a living connection, in the list of its page. Each part of the life of a connection
 * declares its own beans.
 *
 * @param order position in the list, lowest first; the end comes last
 * @param id of the link in the page
 * @param name message key of its name
 * @param what message key of a sentence on what it does
 * @param path the page that asks before it is done
 */
public record ConnectionAct(int order, String id, String name, String what, Function<LivingConnection, String> path) {}
