package org.serviceexchange.journey.browser;

import java.net.URI;

/** The person who got the link: admin of the consumer, and contact at the provider. */
record Contact(Person person) {

    static final String COMPANY_OF_PROVIDER = "Demo Provider";

    private static final String USER = "abel.tuter";
    private static final String PASSWORD_AT_CONSUMER = "demo-consumer-1";

    /** Opens the link, logs in at the consumer, begins. */
    ConnectionPage begin(URI link) {
        StartPage start = open(link);
        start.logIn(USER, PASSWORD_AT_CONSUMER);
        return start.begin();
    }

    StartPage open(URI link) {
        person.open(link);
        return new StartPage(person);
    }

    /** Logs in at the consumer, when its login page is what a page shows. */
    void logInAgain() {
        new LoginPage(person).logIn(USER, PASSWORD_AT_CONSUMER);
    }

    /** From the link to the login page of the provider. */
    ConnectionPage goToProvider(URI link) {
        ConnectionPage connection = begin(link);
        connection.chooseCompany(COMPANY_OF_PROVIDER);
        connection.authenticate();
        return connection;
    }

    /** Logs in at the provider and sees the consent page, or the page for the wrong user. */
    ConsentPage logInAtProvider(String user, String password) {
        new LoginPage(person).logIn(user, password);
        return new ConsentPage(person);
    }

    /** The whole way from the link to a connection that is onboarded. */
    ConnectionPage goAllTheWay(URI link, String user, String password) {
        ConnectionPage connection = goToProvider(link);
        logInAtProvider(user, password).allow();
        connection.awaitOnboarded();
        return connection;
    }
}
