package org.serviceexchange.consumer.connection.store;

import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.message.Phrase;
import org.serviceexchange.platform.message.PhraseText;

/** Why a connection was closed, as {@link PhraseText} writes it; rows of earlier releases hold plain English. */
final class KeptReason {

    private KeptReason() {}

    static @Nullable String write(@Nullable Phrase reason) {
        return reason == null ? null : PhraseText.write(reason);
    }

    static @Nullable Phrase read(@Nullable String kept) {
        if (kept == null) {
            return null;
        }
        try {
            return PhraseText.read(kept);
        } catch (IllegalArgumentException english) {
            return Phrase.of("consumer.reason.asKept", kept);
        }
    }
}
