package org.serviceexchange.demo;

/** Writes the message on the terminal once both instances are ready. */
final class Welcome {

    private Welcome() {}

    static String text() {
        return """

                Service Exchange is running as a pair: a provider and a consumer.

                  1. As the provider's admin, start "Register a consumer" in Tasklist
                       %1$s/camunda/app/tasklist
                       user %3$s, password %4$s
                       Company %7$s, Contact Abel Tuter, URL %2$s
                  2. On the registration's page, copy the registration link
                       %1$s/registrations
                  3. As the contact, open the link and follow it
                       at the consumer: user %5$s, password %6$s
                       at the provider: user %5$s, password %8$s

                  The consumer's pages: %2$s
                  Key management health, for an auditor: user %9$s, password %10$s

                Ctrl-C stops both. Delete the folder with their data to start over.
                """.formatted(
                        DemoSide.PROVIDER.address(),
                        DemoSide.CONSUMER.address(),
                        DemoUsers.PROVIDER_ADMIN,
                        DemoUsers.PROVIDER_ADMIN_PASSWORD,
                        DemoUsers.CONTACT,
                        DemoUsers.CONSUMER_ADMIN_PASSWORD,
                        DemoUsers.CONSUMER_COMPANY,
                        DemoUsers.CONTACT_PASSWORD,
                        DemoUsers.AUDITOR,
                        DemoUsers.AUDITOR_PASSWORD);
    }
}
