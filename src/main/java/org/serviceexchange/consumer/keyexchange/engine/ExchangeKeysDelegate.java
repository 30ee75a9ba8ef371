package org.serviceexchange.consumer.keyexchange.engine;

import static java.util.Objects.requireNonNull;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.serviceexchange.consumer.connection.engine.ConnectionElements;
import org.serviceexchange.consumer.keyexchange.ExchangeKeys;
import org.serviceexchange.consumer.keyexchange.ExchangeOutcome;
import org.serviceexchange.platform.engine.ReadableData;
import org.springframework.stereotype.Component;

/** "Exchange keys". */
@Component
class ExchangeKeysDelegate implements JavaDelegate {

    private final ExchangeKeys exchangeKeys;

    ExchangeKeysDelegate(ExchangeKeys exchangeKeys) {
        this.exchangeKeys = exchangeKeys;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ExchangeOutcome outcome = exchangeKeys.exchange(execution.getProcessBusinessKey());
        switch (outcome.kind()) {
            case AGREED -> {}
            case AUTHORIZATION_EXPIRED -> throw new BpmnError(ConnectionElements.AUTHORIZATION_EXPIRED);
            case REFUSED ->
                throw new BpmnError(ConnectionElements.REFUSED, ReadableData.of(requireNonNull(outcome.refusal())));
        }
    }
}
