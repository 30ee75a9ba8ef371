package org.serviceexchange.center.web;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.center.Case;
import org.serviceexchange.center.CasePage;
import org.serviceexchange.center.CaseQuery;
import org.serviceexchange.center.CaseQuery.Group;
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
    public Records of(String companyId) {
        List<Records> found =
                sources.stream().map(source -> records(source, companyId)).toList();
        return new Records(
                found.stream().flatMap(one -> one.entries().stream()).toList(),
                found.stream().anyMatch(Records::more));
    }

    private Records records(CaseSource source, String companyId) {
        CasePage newest = find(source, companyId, null);
        Map<String, Case> cases = new LinkedHashMap<>();
        Stream.of(find(source, companyId, Group.LIVE), newest)
                .flatMap(page -> page.cases().stream())
                .forEach(one -> cases.putIfAbsent(one.number(), one));
        List<Case> shown = cases.values().stream().limit(MOST).toList();
        return new Records(
                CaseCard.of(shown, source.side(), false, livingCards, clock.instant()).stream()
                        .map(CasesOfCompany::entry)
                        .toList(),
                newest.next() != null);
    }

    private static CasePage find(CaseSource source, String companyId, @Nullable Group group) {
        return source.find(new CaseQuery(null, companyId, group, null, "", Order.NEWEST, null, MOST));
    }

    private static Entry entry(CaseCard card) {
        return new Entry(
                card.number(),
                card.path(),
                card.one().state(),
                card.one().tone().styleClass());
    }
}
