package org.serviceexchange.checker.pair;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.serviceexchange.checker.walk.DrawnError;
import org.serviceexchange.checker.walk.NoWayOn;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.provider.authorization.MatchContact;
import org.serviceexchange.provider.authorization.RecordMismatch;
import org.serviceexchange.provider.closing.CloseRegistration;
import org.serviceexchange.provider.invitation.CreateRegistrationTask;
import org.serviceexchange.provider.invitation.RegistrationLinks;
import org.serviceexchange.provider.invitation.RenewRegistrationLink;
import org.serviceexchange.provider.invitation.WriteWorkNote;
import org.serviceexchange.provider.keyexchange.AbandonedKeys;
import org.serviceexchange.provider.keyexchange.ActivateConnectionAtProvider;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationRequest;
import org.serviceexchange.provider.validation.RecordFindings;

/** The code behind the tasks of the provider's process. */
final class ProviderCode extends SideCode {

    private static final int MOST_LINKS = 2;
    private static final String NUMBER = ProviderOfPair.NUMBER;
    private static final String ADMIN = "admin";
    private static final List<Finding> FINDINGS = List.of(Finding.ofEarlier("a finding"));
    private static final Map<String, Set<String>> SETS = Map.of(
            "checkPrerequisitesDelegate", Set.of("findingsBeingResolved", "prerequisitesMet"),
            "createRegistrationTaskDelegate", Set.of("mailOn"),
            "renewRegistrationLinkDelegate", Set.of("mailOn"),
            "matchContactDelegate", Set.of("contactMatches"));
    private static final Set<String> IDLE = Set.of(
            "remindContactDelegate",
            "remindOfFindingsDelegate",
            "remindOfReviewDelegate",
            "reportSuspensionDelegate",
            MAIL);

    private final Pair pair;
    /** Who is logged in while the consumer connects; empty if nobody is. */
    private String connecting = "";

    ProviderCode(Pair pair) {
        super(IDLE, SETS);
        this.pair = pair;
    }

    /** From the order to the link. */
    void invitation(RegistrationLinks links, AbandonedKeys abandoned, RecordFindings recordFindings) {
        PairPorts ports = pair.ports;
        CreateRegistrationTask create = new CreateRegistrationTask(pair.registrations, links, ports.journal);
        RenewRegistrationLink renew = new RenewRegistrationLink(pair.registrations, links, abandoned, ports.journal);
        WriteWorkNote note = new WriteWorkNote(pair.registrations, ports.journal);
        put("receiveRegistrationRequestDelegate", values -> ordered());
        put("checkPrerequisitesDelegate", values -> check(recordFindings, values));
        put("createRegistrationTaskDelegate", values -> {
            create.create(NUMBER);
            values.put("mailOn", mailOn());
        });
        put("renewRegistrationLinkDelegate", values -> {
            if (pair.provider.generation() == MOST_LINKS) {
                throw new NoWayOn("More links show nothing new.");
            }
            renew.renew(NUMBER);
            pair.registrationCase.forgetMessages();
            values.put("mailOn", mailOn());
        });
        put("sendRegistrationEMailDelegate", values -> {
            if (!pair.choices.between(null, LocalizedMessage.of("checker.outcome.mailFails"))) {
                throw new DrawnError("deliveryFailed");
            }
        });
        put("writeWorkNoteDelegate", values -> note.mailIsOff(NUMBER));
    }

    /** The contact. */
    void authorization(MatchContact matchContact, RecordMismatch mismatch) {
        put("matchContactDelegate", values -> {
            values.put("contactMatches", matchContact.match(NUMBER, user()));
        });
        put("recordMismatchDelegate", values -> mismatch.record(NUMBER, user()));
    }

    /** All ends. */
    void ends(CloseRegistration close, ActivateConnectionAtProvider activate) {
        put("activateConnectionDelegate", values -> activate.activate(NUMBER).record());
        put("expireRegistrationDelegate", values -> {
            pair.closing();
            close.expire(NUMBER);
        });
        put("cancelRegistrationDelegate", values -> close.cancel(NUMBER));
        put("declineRegistrationDelegate", values -> close.decline(NUMBER, ""));
        put("closeFailedRegistrationDelegate", values -> {
            if (pair.firing == null) {
                close.closeFailed(NUMBER);
            } else {
                pair.closing();
                close.notReviewed(NUMBER);
            }
        });
    }

    /** The steps that follow while a user is logged in. */
    void connecting(String user, Runnable steps) {
        connecting = user;
        try {
            steps.run();
        } finally {
            connecting = "";
        }
    }

    private String user() {
        if (connecting.isEmpty()) {
            throw new NoWayOn("Nobody is logged in while this step runs.");
        }
        return connecting;
    }

    private void ordered() {
        pair.registrations.add(Registration.requested(new RegistrationRequest(
                NUMBER, PairPorts.COMPANY, PairPorts.CONTACT, PairPorts.CONSUMER_URL, ADMIN, PairPorts.NOW)));
    }

    private void check(RecordFindings recordFindings, Map<String, Boolean> values) {
        boolean met = pair.choices.between(null, LocalizedMessage.of("checker.outcome.checksFail"));
        List<Finding> left = recordFindings
                .record(NUMBER, PairPorts.CONSUMER_URL, met ? List.of() : FINDINGS)
                .orElseThrow();
        values.put("findingsBeingResolved", pair.registrationCase.waitsAt("userTask_resolveValidationFindings"));
        values.put("prerequisitesMet", left.isEmpty());
    }

    private boolean mailOn() {
        return pair.choices.between(null, LocalizedMessage.of("checker.outcome.mailOff"));
    }
}
