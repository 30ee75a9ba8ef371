package org.serviceexchange.center.web;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.center.CaseNumbers;
import org.serviceexchange.center.CaseSource;
import org.serviceexchange.center.Side;
import org.serviceexchange.directory.Company;
import org.serviceexchange.directory.Directory;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.web.LoggedInRoles;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The start page: all cases for users who administer, their own cases for contacts, and hints for everybody else. */
@Controller
class CenterPage {

    private final List<CaseSource> sources;
    private final Directory directory;
    private final Clock clock;

    CenterPage(List<CaseSource> sources, Directory directory, Clock clock) {
        this.sources = sources;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping("/")
    String show(CenterAddress address, Authentication user, Model model) {
        Set<Role> roles = LoggedInRoles.of(user);
        if (Role.administer(roles)) {
            Side side = address.chosenSide().orElseGet(this::sideWithCases);
            model.addAttribute("view", view(address, side, null));
            model.addAttribute("begin", side == Side.PROVIDER ? missing() : "");
            return "center/center";
        }
        if (roles.contains(Role.CONTACT)) {
            model.addAttribute("view", view(address, Side.PROVIDER, user.getName()));
            return "center/contact";
        }
        return "center/elsewhere";
    }

    private CenterView view(CenterAddress asked, Side side, @Nullable String contact) {
        CaseSource source = source(side);
        CaseNumbers numbers = source.numbers(contact);
        CenterAddress address = new CenterAddress(
                side.key(), asked.show(), asked.state(), asked.q(), asked.sort(), asked.after(), asked.before());
        return new CenterView(
                address,
                side,
                numbers,
                source.find(address.query(contact)),
                source.states(),
                contact != null,
                clock.instant());
    }

    private Side sideWithCases() {
        boolean consumerOnly =
                !source(Side.PROVIDER).any() && source(Side.CONSUMER).any();
        return consumerOnly ? Side.CONSUMER : Side.PROVIDER;
    }

    private CaseSource source(Side side) {
        return sources.stream()
                .filter(source -> source.side() == side)
                .findFirst()
                .orElseThrow();
    }

    /** The message key of what a provider still lacks before its first connection; null if nothing. */
    private String missing() {
        if (directory.providerRecord().isEmpty()) {
            return "record";
        }
        return directory.companies().stream().anyMatch(Company::active) ? "" : "company";
    }
}
