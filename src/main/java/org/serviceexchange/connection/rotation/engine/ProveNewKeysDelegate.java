package org.serviceexchange.connection.rotation.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.serviceexchange.connection.rotation.ProveNewKeys;
import org.serviceexchange.platform.engine.job.AskingDelegate;
import org.serviceexchange.platform.store.Recording;
import org.springframework.stereotype.Component;

/** "Prove new keys". */
@Component
class ProveNewKeysDelegate extends AskingDelegate<Boolean> {

    private final ProveNewKeys proveNewKeys;

    ProveNewKeysDelegate(ProveNewKeys proveNewKeys) {
        this.proveNewKeys = proveNewKeys;
    }

    @Override
    protected Recording<Boolean> ask(String number) {
        return proveNewKeys.prove(number);
    }

    @Override
    protected void proceed(DelegateExecution execution, Boolean proved) {
        // The keys that protect now, new or old, decide when the next rotation is due
    }
}
