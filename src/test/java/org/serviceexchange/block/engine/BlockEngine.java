package org.serviceexchange.block.engine;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.serviceexchange.TestInstanceSettings;
import org.serviceexchange.block.CaseRecords;
import org.serviceexchange.block.SendMail;
import org.serviceexchange.block.field.OwnFields;
import org.springframework.beans.factory.ObjectProvider;

/** Gives an engine of a test the building blocks. */
public final class BlockEngine {

    private BlockEngine() {}

    /** Lets models call the delegate of e-mails. */
    public static void register(SendMail sendMail) {
        Mocks.register("sendMailDelegate", new SendMailDelegate(sendMail));
    }

    /** Hands facts to decisions. */
    public static BpmnParseListener decisionFacts(CaseRecords records, OwnFields fields) {
        return new DecisionFacts(providerOf(records), providerOf(fields), TestInstanceSettings.valid());
    }

    private static <T> ObjectProvider<T> providerOf(T one) {
        ObjectProvider<T> provider = mock();
        when(provider.getObject()).thenReturn(one);
        when(provider.stream()).thenAnswer(call -> Stream.of(one));
        return provider;
    }
}
