package org.serviceexchange.provider.registration;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Email;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.mail.MailIdentity;
import org.serviceexchange.platform.message.Languages;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of this instance as a provider.
 *
 * @param linkLife validity of a registration link
 * @param recheckInterval time between two checks of failed prerequisites
 * @param reminders after which times the contact is reminded of a link that was not used, as in earlier versions; null for the
 *     table {@code processes/reminders.dmn}
 * @param expiryNotice how long before the end of such a link the contact and admins are told, likewise
 * @param mailFrom sender of e-mails; default: no-reply at the host of the base URL
 * @param mailLanguage language of e-mails to contacts without a chosen one
 */
@Validated
@ConfigurationProperties(prefix = "service-exchange.provider", ignoreUnknownFields = false)
public record ProviderSettings(
        @DefaultValue("14d") Duration linkLife,
        @DefaultValue("1m") Duration recheckInterval,
        @DefaultValue("7d") Duration taskReminder,
        @DefaultValue("14d") Duration taskLife,
        @Nullable List<Duration> reminders,
        @Nullable Duration expiryNotice,

        @Email(message = "it is not an e-mail address") @Nullable
        String mailFrom,

        @DefaultValue("en") Locale mailLanguage)
        implements MailIdentity {

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    /** Whether the settings say when the contact is reminded, and not the table. */
    public boolean hasReminders() {
        return reminders != null || expiryNotice != null;
    }

    @AssertTrue(message = "link-life must be between one second and one year, such as 14d")
    boolean isLinkLifeUsable() {
        return linkLife.compareTo(SHORTEST) >= 0 && linkLife.compareTo(Duration.ofDays(366)) <= 0;
    }

    @AssertTrue(message = "task-reminder must be at least one second and shorter than task-life, such as 7d")
    boolean isTaskReminderUsable() {
        return taskReminder.compareTo(SHORTEST) >= 0 && taskReminder.compareTo(taskLife) < 0;
    }

    @AssertTrue(message = "task-life must be between two seconds and one year, such as 14d")
    boolean isTaskLifeUsable() {
        return taskLife.compareTo(SHORTEST) > 0 && taskLife.compareTo(Duration.ofDays(366)) <= 0;
    }

    @AssertTrue(message = "reminders and expiry-notice must be between one second and one year, such as 3d")
    boolean isReminding() {
        return Stream.concat(Stream.ofNullable(reminders).flatMap(List::stream), Stream.ofNullable(expiryNotice))
                .allMatch(time -> time.compareTo(SHORTEST) >= 0 && time.compareTo(Duration.ofDays(366)) <= 0);
    }

    @AssertTrue(message = "mail-language must be a language in which pages are offered, such as en or de")
    boolean isMailLanguageOffered() {
        return Languages.OFFERED.contains(mailLanguage);
    }

    @AssertTrue(message = "recheck-interval must be between one second and one day, such as 1m")
    boolean isRecheckIntervalUsable() {
        return recheckInterval.compareTo(SHORTEST) >= 0 && recheckInterval.compareTo(Duration.ofDays(1)) <= 0;
    }
}
