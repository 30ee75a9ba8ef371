package org.serviceexchange.consumer.connection.engine;

/** Element ids, messages and variables of {@code processes/provider-connection.bpmn} that the code uses. */
public final class ConnectionElements {

    public static final String PROCESS = "provider-connection";

    public static final String CHECK_PREREQUISITES = "serviceTask_checkPrerequisites";
    public static final String RESOLVE_VALIDATION_FINDINGS = "userTask_resolveValidationFindings";
    public static final String CONNECT_TO_PROVIDER = "userTask_connectToProvider";
    public static final String CLAIM_REGISTRATION = "serviceTask_claimRegistration";
    public static final String AUTHENTICATE_AT_PROVIDER = "userTask_authenticateAtProvider";
    public static final String EXCHANGE_KEYS = "serviceTask_exchangeKeys";
    static final String CLOSE_CONNECTION = "serviceTask_closeConnection";
    static final String EXPIRE_CONNECTION = "serviceTask_expireConnection";
    public static final String ACTIVATE_CONNECTION = "serviceTask_activateConnection";
    public static final String AWAIT_PROBE_OF_THE_PROVIDER = "receiveTask_awaitProbeOfTheProvider";
    static final String CANCEL_CONNECTION = "serviceTask_cancelConnection";

    static final String LINK_EXPIRED = "event_linkExpired";
    static final String NOT_RESOLVED_IN_TIME = "event_notResolvedInTime";
    public static final String RE_CHECK_DUE = "event_reCheckDue";

    static final String PROVIDER_PROBED = "providerProbed";
    static final String NEWER_LINK_OPENED = "newerLinkOpened";
    static final String CANCELLATION_REQUESTED = "connectionCancellationRequested";

    public static final String REFUSED = "refused";
    public static final String AUTHORIZATION_EXPIRED = "authorizationExpired";

    static final String CONNECTION_NUMBER = "connectionNumber";
    static final String PROVIDER_NAME = "providerName";
    static final String OPENED_BY = "openedBy";
    static final String LINK_EXPIRES_AT = "linkExpiresAt";
    static final String RECHECK_CYCLE = "recheckCycle";
    public static final String COMPANY_ID = "companyId";
    public static final String PROBED_BY_PROVIDER = "probedByProvider";

    private ConnectionElements() {}
}
