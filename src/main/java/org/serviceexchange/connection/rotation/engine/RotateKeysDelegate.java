package org.serviceexchange.connection.rotation.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.serviceexchange.connection.life.engine.LifeElements;
import org.serviceexchange.connection.rotation.RotateKeys;
import org.serviceexchange.platform.engine.job.AskingDelegate;
import org.serviceexchange.platform.store.Recording;
import org.springframework.stereotype.Component;

/** "Rotate keys". */
@Component
class RotateKeysDelegate extends AskingDelegate<Boolean> {

    private final RotateKeys rotateKeys;

    RotateKeysDelegate(RotateKeys rotateKeys) {
        this.rotateKeys = rotateKeys;
    }

    @Override
    protected Recording<Boolean> ask(String number) {
        return rotateKeys.rotate(number);
    }

    @Override
    protected void proceed(DelegateExecution execution, Boolean agreed) {
        execution.setVariable(LifeElements.NEW_KEYS_AGREED, agreed);
    }
}
