package org.serviceexchange.center.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.serviceexchange.center.Case;
import org.serviceexchange.center.CasePage;
import org.serviceexchange.center.CaseQuery.Group;
import org.serviceexchange.center.CaseSource;
import org.serviceexchange.center.CaseTable;
import org.serviceexchange.center.CaseTables;
import org.serviceexchange.center.PendingOn;
import org.serviceexchange.center.Side;
import org.serviceexchange.center.Tone;
import org.serviceexchange.connection.overview.web.LivingCards;
import org.serviceexchange.directory.CompanyRecords.Entry;
import org.serviceexchange.directory.CompanyRecords.Records;
import org.serviceexchange.platform.message.LocalizedMessage;

class CasesOfCompanyTest {

    private static final LocalizedMessage WORDS = LocalizedMessage.of("web.title");

    private final CaseTables tables = mock();

    @Test
    void showsWhatLivesFirstThenTheNewestAndSaysWhetherThereAreMore() {
        when(tables.find(any(), argThat(query -> query != null && query.group() == Group.LIVE), any()))
                .thenReturn(new CasePage(List.of(one("REG3", "CCN3"), one("REG1", "CCN1")), null, null));
        when(tables.find(any(), argThat(query -> query != null && query.group() == null), any()))
                .thenReturn(new CasePage(List.of(one("REG4", null), one("REG3", "CCN3")), null, "next"));

        Records found = records();

        assertThat(found.entries()).extracting(Entry::number).containsExactly("CCN3", "CCN1", "REG4");
        assertThat(found.more()).isTrue();
    }

    @Test
    void saysNothingOfOthersIfThereAreNone() {
        when(tables.find(any(), any(), any())).thenReturn(new CasePage(List.of(one("REG4", null)), null, null));
        assertThat(records().entries()).extracting(Entry::number).containsExactly("REG4");
        assertThat(records().more()).isFalse();
    }

    private Records records() {
        CaseSource source = new CaseSource(
                Side.PROVIDER,
                "consumer-registration",
                List.of(),
                tables,
                new CaseTable("t", "began", null, List.of(), "who", "LIVE", "select 1"),
                numbers -> Map.of());
        return new CasesOfCompany(List.of(source), mock(LivingCards.class), Clock.systemUTC()).of("CMP0001001");
    }

    private static Case one(String number, @Nullable String connection) {
        return new Case(
                number,
                "Acme",
                "Mia",
                "https://consumer.example.com",
                WORDS,
                Tone.ENDED,
                null,
                PendingOn.US,
                WORDS,
                Instant.EPOCH,
                null,
                connection,
                WORDS);
    }
}
