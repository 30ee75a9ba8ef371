package org.serviceexchange.provider.repair;

import java.util.Map;
import org.serviceexchange.connection.repair.RepairAct;
import org.serviceexchange.connection.repair.RepairOffer;
import org.serviceexchange.connection.repair.RepairedCases;
import org.serviceexchange.platform.engine.ProcessDiagram;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.provider.closing.RequestRegistrationCancellation;
import org.serviceexchange.provider.invitation.RequestNewLink;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationProcess;
import org.serviceexchange.provider.registration.Registrations;
import org.serviceexchange.provider.registration.engine.RegistrationElements;
import org.springframework.stereotype.Component;

/**
 * Registrations: an e-mail and a reminder can be skipped, because the link can be handed over in another way; with the link
 * all that followed it can begin anew. Everything else is what makes a connection trustworthy.
 */
@Component
public class RepairRegistration implements RepairedCases {

    /** Why a step is not skipped; of a step that is not known here, for the last reason. */
    private static final Map<String, String> NOT_SKIPPED = Map.of(
            RegistrationElements.CHECK_PREREQUISITES, "repair.no.checks",
            RegistrationElements.RESOLVE_VALIDATION_FINDINGS, "repair.no.checks",
            RegistrationElements.AWAIT_CONSUMER_CONNECT, "repair.no.match",
            RegistrationElements.AWAIT_CONSENT, "repair.no.consent",
            RegistrationElements.AWAIT_KEY_EXCHANGE, "repair.no.proofs",
            RegistrationElements.ACTIVATE_CONNECTION, "repair.no.proofs",
            RegistrationElements.REVIEW_SUSPENDED_REGISTRATION, "repair.no.review");

    private final Registrations registrations;
    private final RegistrationProcess process;
    private final RequestNewLink requestNewLink;
    private final RequestRegistrationCancellation requestCancellation;
    private final ProcessDiagram diagram;

    public RepairRegistration(
            Registrations registrations,
            RegistrationProcess process,
            RequestNewLink requestNewLink,
            RequestRegistrationCancellation requestCancellation,
            ProcessDiagram registrationDiagram) {
        this.registrations = registrations;
        this.process = process;
        this.requestNewLink = requestNewLink;
        this.requestCancellation = requestCancellation;
        this.diagram = registrationDiagram;
    }

    @Override
    public ConnectionSide side() {
        return ConnectionSide.PROVIDER;
    }

    @Override
    public ProcessDiagram diagram() {
        return diagram;
    }

    @Override
    public void lock(String number) {
        registrations.lock(registrations.get(number).number());
    }

    @Override
    public RepairOffer skip(String number, String step) {
        boolean mail = step.equals(RegistrationElements.SEND_REGISTRATION_E_MAIL);
        if (!mail && !step.equals(RegistrationElements.REMIND_CONTACT)) {
            return RepairOffer.refused(RepairAct.SKIP, NOT_SKIPPED.getOrDefault(step, "repair.no.unknown"));
        }
        if (diagram.trouble(number).isEmpty()) {
            return RepairOffer.refused(RepairAct.SKIP, "repair.no.failure");
        }
        Registration registration = registrations.get(number);
        return registration.isOpen() && registration.claim().isEmpty()
                ? RepairOffer.of(RepairAct.SKIP, mail ? "repair.skip.mail" : "repair.skip.reminder")
                : RepairOffer.refused(RepairAct.SKIP, "repair.no.link");
    }

    /** Back is to the link, whose renewal drops what the contact and the consumer did with the earlier one. */
    @Override
    public RepairOffer back(String number, String step) {
        if (step.equals(RegistrationElements.CHECK_PREREQUISITES)
                || step.equals(RegistrationElements.RESOLVE_VALIDATION_FINDINGS)) {
            return RepairOffer.refused(RepairAct.BACK, "repair.no.first");
        }
        boolean known = NOT_SKIPPED.containsKey(step) || step.equals(RegistrationElements.REMIND_CONTACT);
        if (!known) {
            return RepairOffer.refused(RepairAct.BACK, "repair.no.linkYet");
        }
        return registrations.get(number).isOpen()
                ? RepairOffer.of(RepairAct.BACK, "repair.back.link")
                : RepairOffer.refused(RepairAct.BACK, "repair.no.link");
    }

    @Override
    public RepairOffer undo(String number) {
        return registrations.get(number).state().closed()
                ? RepairOffer.refused(RepairAct.UNDO, "repair.no.ended")
                : RepairOffer.of(RepairAct.UNDO, "repair.undo.provider");
    }

    @Override
    public boolean carryOut(String number, String step, RepairAct act, String user) {
        switch (act) {
            case RETRY -> {
                return process.retry(number);
            }
            case SKIP -> {
                return step.equals(RegistrationElements.SEND_REGISTRATION_E_MAIL)
                        ? process.handOverLink(number)
                        : process.dropReminder(number);
            }
            case BACK -> requestNewLink.request(number, user);
            case UNDO -> requestCancellation.request(number, user);
        }
        return true;
    }
}
