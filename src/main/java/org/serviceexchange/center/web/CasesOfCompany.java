package org.serviceexchange.center.web;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.serviceexchange.center.CasePage;
import org.serviceexchange.center.CaseQuery;
import org.serviceexchange.center.CaseQuery.Order;
import org.serviceexchange.center.CaseSource;
import org.serviceexchange.connection.overview.web.LivingCards;
import org.serviceexchange.directory.CompanyRecords;
import org.springframework.stereotype.Component;

/** Registrations and connections of a company, for its page. */
@Component
class CasesOfCompany implements CompanyRecords {

    private static final int MOST = 24;

    private final List<CaseSource> sources;
    private final LivingCards livingCards;
    private final Clock clock;

    CasesOfCompany(List<CaseSource> sources, LivingCards livingCards, Clock clock) {
        this.sources = sources;
        this.livingCards = livingCards;
        this.clock = clock;
    }

    @Override
    public List<Entry> of(String companyId) {
        return sources.stream().flatMap(source -> entries(source, companyId)).toList();
    }

    private Stream<Entry> entries(CaseSource source, String companyId) {
        CasePage page = source.find(new CaseQuery(null, companyId, null, null, "", Order.NEWEST, null, MOST));
        return CaseCard.of(page.cases(), source.side(), false, livingCards, clock.instant()).stream()
                .map(card -> new Entry(
                        card.number(),
                        card.path(),
                        card.one().state(),
                        card.one().tone().styleClass()));
    }
}
