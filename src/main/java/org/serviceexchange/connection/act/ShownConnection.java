package org.serviceexchange.connection.act;

import java.util.Locale;
import java.util.function.Function;

/**
 * A connection as the API shows it.
 *
 * @param number such as {@code CCN0001001}
 * @param subject whose journal and page it has: at the provider the registration, at the consumer the connection itself
 * @param resource its representation in a language
 */
public record ShownConnection(String number, String subject, Function<Locale, Object> resource) {}
