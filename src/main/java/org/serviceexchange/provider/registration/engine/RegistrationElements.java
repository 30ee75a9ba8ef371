package org.serviceexchange.provider.registration.engine;

/** Element ids, messages and variables of {@code processes/consumer-registration.bpmn} that the code uses. */
public final class RegistrationElements {

    public static final String PROCESS = "consumer-registration";

    static final String RECEIVE_REGISTRATION_REQUEST = "serviceTask_receiveRegistrationRequest";
    public static final String CHECK_PREREQUISITES = "serviceTask_checkPrerequisites";
    static final String REMIND_OF_FINDINGS = "serviceTask_remindOfFindings";
    static final String CREATE_REGISTRATION_TASK = "serviceTask_createRegistrationTask";
    public static final String SEND_REGISTRATION_E_MAIL = "serviceTask_sendRegistrationEMail";
    static final String WRITE_WORK_NOTE = "serviceTask_writeWorkNote";
    static final String MATCH_CONTACT = "serviceTask_matchContact";
    static final String RECORD_MISMATCH = "serviceTask_recordMismatch";
    static final String RENEW_REGISTRATION_LINK = "serviceTask_renewRegistrationLink";
    static final String REPORT_SUSPENSION = "serviceTask_reportSuspension";
    static final String REMIND_OF_REVIEW = "serviceTask_remindOfReview";
    static final String CLOSE_FAILED_REGISTRATION = "serviceTask_closeFailedRegistration";
    static final String EXPIRE_REGISTRATION = "serviceTask_expireRegistration";
    static final String CANCEL_REGISTRATION = "serviceTask_cancelRegistration";
    static final String DECLINE_REGISTRATION = "serviceTask_declineRegistration";
    public static final String REMIND_CONTACT = "serviceTask_remindContact";
    public static final String ACTIVATE_CONNECTION = "serviceTask_activateConnection";
    public static final String RESOLVE_VALIDATION_FINDINGS = "userTask_resolveValidationFindings";
    public static final String REVIEW_SUSPENDED_REGISTRATION = "userTask_reviewSuspendedRegistration";
    public static final String RE_CHECK_DUE = "event_reCheckDue";
    public static final String AWAIT_CONSUMER_CONNECT = "receiveTask_awaitConsumerConnect";
    public static final String AWAIT_CONSENT = "receiveTask_awaitConsent";
    public static final String AWAIT_KEY_EXCHANGE = "receiveTask_awaitKeyExchange";

    static final String CONSUMER_CONNECTING = "consumerConnecting";
    static final String CONSENT_GIVEN = "consentGiven";
    static final String CONSENT_DENIED = "consentDenied";
    static final String KEYS_CONFIRMED = "keysConfirmed";
    static final String RESEND_REQUESTED = "resendRequested";
    static final String KEY_EXCHANGE_SUSPENDED = "keyExchangeSuspended";
    static final String CANCELLATION_REQUESTED = "registrationCancellationRequested";
    static final String REGISTRATION_DECLINED = "registrationDeclined";
    public static final String DELIVERY_FAILED = "deliveryFailed";

    static final String COMPANY_ID = "companyId";
    static final String CONTACT_ID = "contactId";
    static final String CONSUMER_URL = "consumerUrl";
    static final String REQUESTED_BY = "requestedBy";
    static final String REGISTRATION_NUMBER = "registrationNumber";
    static final String COMPANY_NAME = "companyName";
    static final String RECHECK_CYCLE = "recheckCycle";
    static final String TASK_REMINDER = "taskReminder";
    static final String TASK_LIFE = "taskLife";
    static final String MAIL_ON = "mailOn";
    static final String LINK_EXPIRES_AT = "linkExpiresAt";
    public static final String DELIVERY_PROBLEM = "deliveryProblem";
    public static final String CONTACT_MATCHES = "contactMatches";
    static final String CONTINUE_WITH_NEW_LINK = "continueWithNewLink";

    private RegistrationElements() {}
}
