package org.serviceexchange.platform.engine.job;

import java.util.Map;
import org.serviceexchange.platform.store.Recording;

/** A service task that asks another instance or a mail server, and needs the number of the case only. */
public abstract class AskingDelegate<R> extends ConfiguredDelegate<R> {

    /** Asks, without a transaction. */
    protected abstract Recording<R> ask(String number);

    @Override
    protected final Recording<R> ask(String number, Map<String, String> properties) {
        return ask(number);
    }
}
