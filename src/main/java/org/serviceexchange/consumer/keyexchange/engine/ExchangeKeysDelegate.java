package org.serviceexchange.consumer.keyexchange.engine;

import static java.util.Objects.requireNonNull;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.serviceexchange.consumer.connection.engine.ConnectionElements;
import org.serviceexchange.consumer.keyexchange.ExchangeKeys;
import org.serviceexchange.consumer.keyexchange.ExchangeOutcome;
import org.serviceexchange.platform.engine.ReadableData;
import org.serviceexchange.platform.engine.job.AskingDelegate;
import org.serviceexchange.platform.store.Recording;
import org.springframework.stereotype.Component;

/** "Exchange keys". */
@Component
class ExchangeKeysDelegate extends AskingDelegate<ExchangeOutcome> {

    private final ExchangeKeys exchangeKeys;

    ExchangeKeysDelegate(ExchangeKeys exchangeKeys) {
        this.exchangeKeys = exchangeKeys;
    }

    @Override
    protected Recording<ExchangeOutcome> ask(String number) {
        return exchangeKeys.exchange(number);
    }

    @Override
    protected void proceed(DelegateExecution execution, ExchangeOutcome outcome) {
        switch (outcome.kind()) {
            case AGREED -> {}
            case AUTHORIZATION_EXPIRED -> throw new BpmnError(ConnectionElements.AUTHORIZATION_EXPIRED);
            case REFUSED ->
                throw new BpmnError(ConnectionElements.REFUSED, ReadableData.of(requireNonNull(outcome.refusal())));
        }
    }
}
