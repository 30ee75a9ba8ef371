package org.serviceexchange.notice;

import java.time.Instant;
import org.serviceexchange.platform.message.LocalizedMessage;

/**
 * Something of which admins are told.
 *
 * @param subject number of the registration or connection
 * @param author user name of who did it; empty if nobody did
 * @param message what the journal says
 */
public record NoticeEvent(NoticeKind kind, String subject, String author, LocalizedMessage message, Instant at) {}
