package org.serviceexchange.center.web;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.serviceexchange.center.Case;
import org.serviceexchange.center.CaseNumbers;
import org.serviceexchange.center.CaseQuery;
import org.serviceexchange.center.CaseQuery.Group;
import org.serviceexchange.center.CaseQuery.Order;
import org.serviceexchange.center.CaseSource;
import org.serviceexchange.connection.overview.web.LivingCards;
import org.springframework.stereotype.Component;

/** Reads the start page; its number of statements does not depend on how many cases there are. */
@Component
class CenterStarts {

    /** As many cards of each kind as a person looks through. */
    private static final int MOST = 12;

    private final List<CaseSource> sources;
    private final LivingCards livingCards;
    private final Clock clock;

    CenterStarts(List<CaseSource> sources, LivingCards livingCards, Clock clock) {
        this.sources =
                sources.stream().sorted(Comparator.comparing(CaseSource::side)).toList();
        this.livingCards = livingCards;
        this.clock = clock;
    }

    CenterStart read(String begin) {
        Instant now = clock.instant();
        List<CenterStart.Numbers> numbers = new ArrayList<>();
        List<List<CaseCard>> living = new ArrayList<>();
        List<List<CaseCard>> underWay = new ArrayList<>();
        for (CaseSource source : sources) {
            CaseNumbers counted = source.numbers(null);
            numbers.add(new CenterStart.Numbers(source.side(), counted));
            living.add(CaseCard.of(living(source, counted), source.side(), false, livingCards, now));
            List<Case> open =
                    counted.of(Group.UNDER_WAY) == 0 ? List.of() : find(source, Group.UNDER_WAY, Order.WAITING);
            underWay.add(CaseCard.of(open, source.side(), false, livingCards, now));
        }
        return new CenterStart(
                alternating(living),
                underWay.stream()
                        .flatMap(List::stream)
                        .sorted(Comparator.comparing(card -> card.one().since()))
                        .limit(MOST)
                        .toList(),
                numbers,
                begin);
    }

    /** Those in trouble first, then the newest. */
    private static List<Case> living(CaseSource source, CaseNumbers counted) {
        Map<String, Case> found = new LinkedHashMap<>();
        if (counted.of(Group.TROUBLED) > 0) {
            find(source, Group.TROUBLED, Order.NEWEST).forEach(one -> found.put(one.number(), one));
        }
        if (found.size() < MOST && counted.of(Group.LIVE) > 0) {
            find(source, Group.LIVE, Order.NEWEST).forEach(one -> found.putIfAbsent(one.number(), one));
        }
        return found.values().stream().limit(MOST).toList();
    }

    /** One of each side in turn, so that neither hides the other's trouble. */
    private static List<CaseCard> alternating(List<List<CaseCard>> sides) {
        return IntStream.range(0, MOST)
                .boxed()
                .flatMap(at ->
                        sides.stream().flatMap(cards -> at < cards.size() ? Stream.of(cards.get(at)) : Stream.empty()))
                .limit(MOST)
                .toList();
    }

    private static List<Case> find(CaseSource source, Group group, Order order) {
        return source.find(new CaseQuery(null, null, group, null, "", order, null, MOST))
                .cases();
    }
}
