package org.serviceexchange.consumer.connection.store;

import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.message.LocalizedMessageText;

/**
 * The stored reason for which a connection was closed, in the format of {@link LocalizedMessageText}; rows of earlier
 * releases contain plain English.
 */
final class KeptReason {

    private KeptReason() {}

    static @Nullable String write(@Nullable LocalizedMessage reason) {
        return reason == null ? null : LocalizedMessageText.write(reason);
    }

    static @Nullable LocalizedMessage read(@Nullable String kept) {
        if (kept == null) {
            return null;
        }
        try {
            return LocalizedMessageText.read(kept);
        } catch (IllegalArgumentException english) {
            return LocalizedMessage.of("consumer.reason.asKept", kept);
        }
    }
}
