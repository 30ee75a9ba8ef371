package org.serviceexchange.provider.registration.engine;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.serviceexchange.block.field.OwnField;
import org.serviceexchange.directory.Company;
import org.serviceexchange.directory.Directory;
import org.serviceexchange.provider.registration.ProviderSettings;
import org.serviceexchange.provider.registration.RegistrationMail;
import org.serviceexchange.provider.registration.RegistrationOrder;
import org.serviceexchange.provider.registration.RegistrationRequest;
import org.springframework.stereotype.Component;

/** Variables of a registration's process: text, booleans, and times in ISO 8601; never a link or a secret. */
@Component
public class RegistrationVariables {

    private final Directory directory;
    private final RegistrationMail mail;
    private final ProviderSettings settings;

    RegistrationVariables(Directory directory, RegistrationMail mail, ProviderSettings settings) {
        this.directory = directory;
        this.mail = mail;
        this.settings = settings;
    }

    /** An order as the start form would send it. */
    static Map<String, Object> of(RegistrationOrder order) {
        Map<String, Object> variables = new HashMap<>(order.own());
        variables.put(RegistrationElements.COMPANY_ID, order.companyId());
        variables.put(RegistrationElements.CONTACT_ID, order.contactId());
        variables.put(RegistrationElements.CONSUMER_URL, order.consumerUrl());
        variables.put(RegistrationElements.REQUESTED_BY, order.requestedBy());
        return variables;
    }

    /** The order from the start form; missing values are empty, and refused like any other invalid value. */
    RegistrationOrder order(DelegateExecution execution) {
        return new RegistrationOrder(
                text(execution, RegistrationElements.COMPANY_ID),
                text(execution, RegistrationElements.CONTACT_ID),
                text(execution, RegistrationElements.CONSUMER_URL),
                requestedBy(execution),
                own(execution));
    }

    private static Map<String, String> own(DelegateExecution execution) {
        return execution.getVariableNames().stream()
                .filter(name -> name.startsWith(OwnField.PREFIX))
                .collect(Collectors.toMap(name -> name, name -> text(execution, name)));
    }

    /** The logged-in user; the variable itself is used only without one, because anybody could send it. */
    private static String requestedBy(DelegateExecution execution) {
        Authentication admin =
                execution.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
        return admin == null ? text(execution, RegistrationElements.REQUESTED_BY) : admin.getUserId();
    }

    void begin(DelegateExecution execution, RegistrationRequest request) {
        execution.setProcessBusinessKey(request.number());
        execution.setVariable(RegistrationElements.REGISTRATION_NUMBER, request.number());
        execution.setVariable(
                RegistrationElements.COMPANY_NAME,
                directory.company(request.companyId()).map(Company::name).orElse(request.companyId()));
        execution.setVariable(RegistrationElements.CONSUMER_URL, request.consumerUrl());
        execution.setVariable(RegistrationElements.REQUESTED_BY, request.requestedBy());
        execution.setVariable(RegistrationElements.RECHECK_CYCLE, "R/" + settings.recheckInterval());
        execution.setVariable(
                RegistrationElements.TASK_REMINDER, settings.taskReminder().toString());
        execution.setVariable(
                RegistrationElements.TASK_LIFE, settings.taskLife().toString());
    }

    public void link(DelegateExecution execution, Instant expiresAt) {
        execution.setVariable(RegistrationElements.LINK_EXPIRES_AT, expiresAt.toString());
        execution.setVariable(RegistrationElements.MAIL_ON, mail.on());
    }

    private static String text(DelegateExecution execution, String name) {
        return execution.getVariable(name) instanceof String text ? text : "";
    }
}
