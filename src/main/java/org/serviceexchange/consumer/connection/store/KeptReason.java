package org.serviceexchange.consumer.connection.store;

import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.message.LocalizedMessageText;

/** Why a connection was closed, as {@link LocalizedMessageText} writes it; rows of earlier releases hold plain English. */
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
