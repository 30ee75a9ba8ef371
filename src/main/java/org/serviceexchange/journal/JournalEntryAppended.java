package org.serviceexchange.journal;

import java.time.Instant;
import org.serviceexchange.platform.message.LocalizedMessage;

/**
 * An entry was appended to a journal; published in the transaction that appends it. What a person typed is not published.
 *
 * @param subject such as {@code REG0001001}
 */
public record JournalEntryAppended(String subject, Author author, LocalizedMessage message, Instant at) {}
