package org.serviceexchange.platform.mail.store;

import java.time.Duration;
import org.serviceexchange.platform.mail.ReturnedMailRounds;
import org.serviceexchange.platform.mail.ReturnedMailSettings;
import org.serviceexchange.platform.mail.SentMails;
import org.serviceexchange.platform.store.HousekeepingTask;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has the mailbox for returned e-mails read, on one node, and forgets e-mails that no server returns any more. */
@Configuration(proxyBeanMethods = false)
class ReturnedMailHousekeeping {

    @Bean
    HousekeepingTask returnedMail(ReturnedMailRounds rounds, ReturnedMailSettings settings) {
        return HousekeepingTask.starting("returned mail", settings.interval(), rounds::start);
    }

    @Bean
    HousekeepingTask oldSentMails(SentMails sentMails) {
        return HousekeepingTask.of(
                "sent_mail", Duration.ofDays(1), now -> sentMails.purge(now.minus(ReturnedMailRounds.KEPT)));
    }
}
