package org.serviceexchange.center.web;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.center.BulkActs;
import org.serviceexchange.center.CaseNumbers;
import org.serviceexchange.center.CasePage;
import org.serviceexchange.center.CaseSource;
import org.serviceexchange.center.Side;
import org.serviceexchange.center.guide.FirstStart;
import org.serviceexchange.center.guide.FirstStarts;
import org.serviceexchange.connection.overview.web.LivingCards;
import org.serviceexchange.directory.Company;
import org.serviceexchange.directory.Directory;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.web.LoggedInRoles;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The start page: connections and cases for users who administer, with a list of each side; their own cases for contacts,
 * and hints for everybody else.
 */
@Controller
class CenterPage {

    private final List<CaseSource> sources;
    private final BulkActs bulkActs;
    private final CenterStarts starts;
    private final FirstStarts firstStarts;
    private final LivingCards livingCards;
    private final Directory directory;
    private final Clock clock;

    CenterPage(
            List<CaseSource> sources,
            BulkActs bulkActs,
            CenterStarts starts,
            FirstStarts firstStarts,
            LivingCards livingCards,
            Directory directory,
            Clock clock) {
        this.sources = sources;
        this.bulkActs = bulkActs;
        this.starts = starts;
        this.firstStarts = firstStarts;
        this.livingCards = livingCards;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping("/")
    String show(CenterAddress address, Authentication user, Model model) {
        Set<Role> roles = LoggedInRoles.of(user);
        if (Role.administer(roles)) {
            Optional<Side> side = address.chosenSide();
            if (side.isEmpty()) {
                CenterStart start = starts.read(missing());
                model.addAttribute("start", start);
                model.addAttribute("guide", start.first() ? guide() : null);
                return "center/start";
            }
            model.addAttribute("view", view(address, side.get(), null));
            model.addAttribute("acts", bulkActs.keys(side.get()));
            model.addAttribute("begin", side.get() == Side.PROVIDER ? missing() : "");
            return "center/center";
        }
        if (roles.contains(Role.CONTACT)) {
            model.addAttribute("view", view(address, Side.PROVIDER, user.getName()));
            return "center/contact";
        }
        return "center/elsewhere";
    }

    /** The first start; null once it is over. */
    private @Nullable FirstStart guide() {
        FirstStart guide = firstStarts.view();
        return guide.over() ? null : guide;
    }

    private CenterView view(CenterAddress asked, Side side, @Nullable String contact) {
        CaseSource source = source(side);
        CaseNumbers numbers = source.numbers(contact);
        CenterAddress address = new CenterAddress(
                side.key(),
                asked.show(),
                asked.state(),
                asked.q(),
                asked.sort(),
                asked.view(),
                asked.after(),
                asked.before());
        CasePage page = source.find(address.query(contact));
        boolean own = contact != null;
        return new CenterView(
                address,
                side,
                numbers,
                page,
                CaseCard.of(page.cases(), side, own, livingCards, clock.instant()),
                source.states(),
                own);
    }

    private CaseSource source(Side side) {
        return sources.stream()
                .filter(source -> source.side() == side)
                .findFirst()
                .orElseThrow();
    }

    /** What a provider still lacks before its first connection; empty if nothing. */
    private String missing() {
        if (directory.providerRecord().isEmpty()) {
            return "record";
        }
        return directory.companies().stream().anyMatch(Company::active) ? "" : "company";
    }
}
