package org.serviceexchange.provider.web;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import org.serviceexchange.api.ServiceUsers;
import org.serviceexchange.notice.NoticeKind;
import org.serviceexchange.notice.NoticeSource;
import org.serviceexchange.notice.NoticeSubjects;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.stereotype.Component;

/** What of the journals of registrations admins hear by e-mail. */
@Component
class RegistrationNotices implements NoticeSource, NoticeSubjects {

    private static final String PREFIX = "REG";

    private static final String REFUSED = "provider.note.claimRefused";

    /** Anybody on the internet can cause it, without knowing a secret. */
    private static final LocalizedMessage BY_A_STRANGER =
            new Problem(ProblemCode.LINK_REFUSED).finding().cause();

    private static final Map<String, NoticeKind> KINDS = Map.ofEntries(
            entry("provider.note.active", NoticeKind.ONBOARDED),
            entry("provider.note.declined", NoticeKind.DECLINED),
            entry("provider.note.declinedBecause", NoticeKind.DECLINED),
            entry("provider.note.mismatch", NoticeKind.WRONG_USER),
            entry("provider.note.accessDenied.CONSENT_PAGE", NoticeKind.WRONG_USER),
            entry("provider.note.accessDenied.CONSENT", NoticeKind.WRONG_USER),
            entry("provider.note.accessDenied.TOKEN", NoticeKind.WRONG_USER),
            entry("provider.note.accessDenied.KEY_EXCHANGE", NoticeKind.WRONG_USER),
            entry(REFUSED, NoticeKind.REFUSED),
            entry("provider.note.suspended", NoticeKind.REFUSED),
            entry("provider.note.deliveryFailed", NoticeKind.UNDELIVERED),
            entry("provider.note.notReminded", NoticeKind.UNDELIVERED),
            entry("provider.note.expiring", NoticeKind.EXPIRING),
            entry("provider.note.expired", NoticeKind.ENDED),
            entry("provider.note.notResolvedInTime", NoticeKind.ENDED),
            entry("provider.note.notActiveInTime", NoticeKind.ENDED),
            entry("provider.note.consumerLeft", NoticeKind.ENDED),
            entry("provider.note.consumerLost", NoticeKind.OFF_BOARDED),
            entry("provider.note.ENDED_BY_CONSUMER", NoticeKind.OFF_BOARDED));

    private final Registrations registrations;
    private final ServiceUsers serviceUsers;

    RegistrationNotices(Registrations registrations, ServiceUsers serviceUsers) {
        this.registrations = registrations;
        this.serviceUsers = serviceUsers;
    }

    @Override
    public Optional<NoticeKind> kindOf(String subject, LocalizedMessage entry) {
        return Optional.ofNullable(KINDS.get(entry.key())).filter(kind -> !isByAStranger(entry));
    }

    private static boolean isByAStranger(LocalizedMessage entry) {
        return entry.key().equals(REFUSED) && entry.arguments().contains(BY_A_STRANGER);
    }

    @Override
    public Optional<Cared> find(String subject) {
        return Optional.of(subject)
                .filter(number -> number.startsWith(PREFIX))
                .flatMap(registrations::find)
                .map(registration -> new Cared(
                        serviceUsers.personBehind(registration.request().requestedBy()), "/registrations/" + subject));
    }
}
