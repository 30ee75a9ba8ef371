package org.serviceexchange.platform.mail;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail about a record that was handed to the mail server, so that it is known again when it comes back.
 *
 * @param id the unguessable part of its Message-ID
 * @param record number of the record
 * @param kind template from which it was written
 * @param linkUntil end of the link that it brings; null if it brings none
 */
public record SentMail(
        UUID id, String record, String kind, @Nullable Instant linkUntil) {}
