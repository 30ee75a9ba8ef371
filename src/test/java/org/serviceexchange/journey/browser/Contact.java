package org.serviceexchange.journey.browser;

import java.net.URI;

/** The person who received the link: admin of the consumer, and contact at the provider. */
record Contact(Person person) {

    static final String COMPANY_OF_PROVIDER = "Demo Provider";

    static final String USER = "abel.tuter";
    static final String PASSWORD_AT_CONSUMER = "demo-consumer-1";

    /** Opens the link, logs in at the consumer, and begins. */
    Wizard begin(URI link) {
        StartPage start = open(link);
        start.logIn(USER, PASSWORD_AT_CONSUMER);
        return start.begin();
    }

    StartPage open(URI link) {
        person.open(link);
        return new StartPage(person);
    }

    /** Logs in at the consumer if its login page is shown. */
    void logInAgain() {
        new LoginPage(person).logIn(USER, PASSWORD_AT_CONSUMER);
    }

    /** Goes from the link to the login page of the provider. */
    Wizard goToProvider(URI link) {
        Wizard wizard = begin(link);
        wizard.chooseCompany(COMPANY_OF_PROVIDER);
        wizard.authenticate();
        return wizard;
    }

    /** Logs in at the provider; the result is the consent page, or the page for the wrong user. */
    ConsentPage logInAtProvider(String user, String password) {
        new LoginPage(person).logIn(user, password);
        return new ConsentPage(person);
    }

    /** All steps from the link to an onboarded connection. */
    Wizard goAllTheWay(URI link, String user, String password) {
        Wizard wizard = goToProvider(link);
        logInAtProvider(user, password).allow();
        wizard.awaitOnboarded();
        return wizard;
    }
}
