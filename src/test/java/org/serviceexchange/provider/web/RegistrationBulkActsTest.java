package org.serviceexchange.provider.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.serviceexchange.provider.TestRegistrations.NUMBER;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.serviceexchange.center.BulkAct;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.store.Recording;
import org.serviceexchange.provider.MemoryRegistrations;
import org.serviceexchange.provider.TestRegistrations;
import org.serviceexchange.provider.invitation.RemindContact;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** Reminding the contacts of many registrations. */
class RegistrationBulkActsTest {

    private final MemoryRegistrations registrations = new MemoryRegistrations();
    private final RemindContact remindContact = mock();
    private final TransactionTemplate transaction = mock();
    private final List<String> done = new ArrayList<>();
    private final BulkAct act = new RegistrationBulkActs(registrations).remindManyContacts(remindContact, transaction);

    @Test
    void sendsOutsideTheTransactionThatNotesIt() {
        doAnswer(call -> {
                    done.add("begin");
                    call.<Consumer<TransactionStatus>>getArgument(0).accept(mock(TransactionStatus.class));
                    return done.add("commit");
                })
                .when(transaction)
                .executeWithoutResult(any());
        when(remindContact.now(NUMBER, "paula")).thenAnswer(call -> {
            done.add("mail");
            return (Recording<Boolean>) () -> done.add("note");
        });
        act.act().accept(NUMBER, "paula");
        assertThat(done).containsExactly("mail", "begin", "note", "commit");
    }

    @Test
    void saysInThePreviewWhyItIsNotPossible() {
        assertThat(obstacle()).isEqualTo("there is no such record");
        registrations.add(TestRegistrations.open());
        when(remindContact.obstacle(any()))
                .thenReturn(Optional.of(LocalizedMessage.of("provider.remind.unsent")))
                .thenReturn(Optional.empty());
        assertThat(obstacle()).isEqualTo("its link waits for an admin to send it");
        assertThat(act.obstacle().apply(NUMBER)).isEmpty();
    }

    private String obstacle() {
        return act.obstacle().apply(NUMBER).orElseThrow().in(Locale.ENGLISH);
    }
}
