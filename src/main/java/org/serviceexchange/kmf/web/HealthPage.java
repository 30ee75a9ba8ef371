package org.serviceexchange.kmf.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.serviceexchange.kmf.HealthReport;
import org.serviceexchange.kmf.KmfHealth;
import org.serviceexchange.kmf.health.WholeChecks;
import org.serviceexchange.kmf.keyring.KeyLifeCycle;
import org.serviceexchange.platform.access.Role;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The page "Key Management, Health (Diagnostics)". */
@Controller
class HealthPage {

    static final String PATH = "/kmf/health";

    private final KmfHealth health;
    private final KeyLifeCycle lifeCycle;
    private final WholeChecks wholeChecks;

    HealthPage(KmfHealth health, KeyLifeCycle lifeCycle, WholeChecks wholeChecks) {
        this.health = health;
        this.lifeCycle = lifeCycle;
        this.wholeChecks = wholeChecks;
    }

    @GetMapping(PATH)
    String show(Authentication user, Model model) {
        HealthReport report = health.report();
        model.addAttribute("overall", report.overall());
        model.addAttribute("overallStyle", HealthLine.style(report.overall()));
        model.addAttribute("checkedAt", report.checkedAt());
        model.addAttribute(
                "lines", report.components().stream().map(HealthLine::of).toList());
        model.addAttribute("mayAct", KmfWebConfiguration.mayAct(rolesOf(user)));
        model.addAttribute("seesConnections", Role.administer(rolesOf(user)));
        model.addAttribute("keys", keys());
        model.addAttribute("whole", WholeCheckLine.of(wholeChecks.state()));
        return "kmf/health";
    }

    @PostMapping(PATH)
    String runAgain() {
        health.runAgain();
        return "redirect:" + PATH;
    }

    private List<KeyLine> keys() {
        return lifeCycle.instanceKeys().stream().map(KeyLine::of).toList();
    }

    private static Set<Role> rolesOf(Authentication user) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        user.getAuthorities()
                .forEach(group -> Role.ofGroup(group.getAuthority()).ifPresent(roles::add));
        return roles;
    }
}
