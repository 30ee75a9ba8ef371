package org.serviceexchange.center.guide;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.serviceexchange.center.CaseSource;
import org.serviceexchange.center.Side;
import org.serviceexchange.directory.Company;
import org.serviceexchange.directory.Contact;
import org.serviceexchange.directory.Directory;
import org.serviceexchange.platform.mail.MailServer;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.springframework.stereotype.Service;

/** Finds out how far the first start is, from what the instance has and what people decided. */
@Service
public class FirstStarts {

    private final InstanceSettings settings;
    private final OwnAddressCheck address;
    private final MailServer mail;
    private final Directory directory;
    private final List<CaseSource> sources;
    private final GuideChoices choices;

    FirstStarts(
            InstanceSettings settings,
            OwnAddressCheck address,
            MailServer mail,
            Directory directory,
            List<CaseSource> sources,
            GuideChoices choices) {
        this.settings = settings;
        this.address = address;
        this.mail = mail;
        this.directory = directory;
        this.sources = sources;
        this.choices = choices;
    }

    public FirstStart view() {
        Map<GuideStep, Boolean> leftOut = choices.leftOut();
        return new FirstStart(Arrays.stream(GuideStep.values())
                .map(step -> new FirstStart.Line(step, state(step, leftOut)))
                .toList());
    }

    private FirstStart.State state(GuideStep step, Map<GuideStep, Boolean> leftOut) {
        if (done(step, Boolean.FALSE.equals(leftOut.get(step)))) {
            return FirstStart.State.DONE;
        }
        return leftOut.getOrDefault(step, false) ? FirstStart.State.LEFT_OUT : FirstStart.State.OPEN;
    }

    /** A demonstration needs neither a mail server nor a backup. */
    private boolean done(GuideStep step, boolean reported) {
        return switch (step) {
            case ADMIN -> true;
            case ADDRESS -> address.usable();
            case MAIL -> mail.on() ? reported : settings.demo();
            case KEYS -> settings.demo() || reported;
            case PROVIDER -> directory.providerRecord().isPresent();
            case COMPANY -> contact().isPresent();
            case REGISTRATION ->
                sources.stream()
                        .filter(source -> source.side() == Side.PROVIDER)
                        .anyMatch(source -> source.numbers(null).any());
        };
    }

    /** A contact for whom a registration can be started; empty if there is none. */
    public Optional<Contact> contact() {
        Set<String> companies = directory.companies().stream()
                .filter(Company::active)
                .map(Company::id)
                .collect(Collectors.toSet());
        return directory.contacts().stream()
                .filter(contact -> contact.active() && companies.contains(contact.companyId()))
                .findFirst();
    }
}
