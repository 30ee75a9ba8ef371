package org.serviceexchange.demo;

/** Users of the demonstration; their passwords are public and used nowhere else. */
final class DemoUsers {

    static final String PROVIDER_ADMIN = "provider.admin";
    static final String PROVIDER_ADMIN_PASSWORD = "demo-provider-1";

    static final String AUDITOR = "kmf.auditor";
    static final String AUDITOR_PASSWORD = "demo-auditor-1";

    /** The contact at the provider; the same person is the admin of the consumer. */
    static final String CONTACT = "abel.tuter";

    static final String CONTACT_PASSWORD = "demo-contact-1";
    static final String CONTACT_MAIL = "abel.tuter@example.com";

    /** Another contact of the same company, to try what happens to the wrong user. */
    static final String OTHER_CONTACT = "beth.anglin";

    static final String OTHER_CONTACT_PASSWORD = "demo-other-12";
    static final String OTHER_CONTACT_MAIL = "beth.anglin@example.com";

    static final String CONSUMER_ADMIN_PASSWORD = "demo-consumer-1";

    static final String CONSUMER_COMPANY = "Boxeo Demo";
    static final String PROVIDER_COMPANY = "Demo Provider";
    static final String PROVIDER_NAME = "demo-provider";

    private DemoUsers() {}
}
