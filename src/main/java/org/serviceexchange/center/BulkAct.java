package org.serviceexchange.center;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.serviceexchange.platform.message.LocalizedMessage;

/**
 * Something that can be done with many cases of one side at once. Each feature declares its own beans.
 *
 * @param key names it in addresses, and in the keys of its words: {@code center.bulk.KEY}
 * @param obstacle says why it is not possible for the case with this number; empty if it is
 * @param act does it for one case, by number and user name, in a transaction of its own; a problem if it is refused after all
 */
public record BulkAct(
        Side side, String key, Function<String, Optional<LocalizedMessage>> obstacle, BiConsumer<String, String> act) {}
