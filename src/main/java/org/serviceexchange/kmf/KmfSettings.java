package org.serviceexchange.kmf;

import jakarta.validation.constraints.AssertTrue;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How this instance stores its keys.
 *
 * @param keyStore file of the root key; default: {@code key-store.bcfks} in the home folder
 * @param passphraseFile file whose first line opens the key store; default: {@code key-store.passphrase} in the home
 *     folder
 * @param passphrase the passphrase itself, meant to be set through an environment variable
 * @param healthMaxAge how long a health report is reused, at most 15 s
 * @param cacheMaxAge how long the rows of the instance keys are cached in memory, at most 15 s
 * @param rootKeyLife age from which the key store is reported as old
 * @param instanceKeyLife validity of an instance key
 * @param moduleKeyLife validity of a module key
 */
@Validated
@ConfigurationProperties(prefix = "service-exchange.kmf", ignoreUnknownFields = false)
public record KmfSettings(
        @Nullable Path keyStore,
        @Nullable Path passphraseFile,
        @Nullable String passphrase,
        @DefaultValue("15s") Duration healthMaxAge,
        @DefaultValue("15s") Duration cacheMaxAge,
        @DefaultValue("1095d") Duration rootKeyLife,
        @DefaultValue("730d") Duration instanceKeyLife,
        @DefaultValue("730d") Duration moduleKeyLife) {

    private static final Duration MAX_AGE = Duration.ofSeconds(15);
    private static final int MIN_PASSPHRASE = 12;

    @AssertTrue(message = "service-exchange.kmf.passphrase needs at least 12 characters; better use a passphrase file")
    boolean isPassphraseLongEnough() {
        return passphrase == null || passphrase.isEmpty() || passphrase.length() >= MIN_PASSPHRASE;
    }

    @AssertTrue(message = "set service-exchange.kmf.passphrase or service-exchange.kmf.passphrase-file, not both")
    boolean isPassphraseGivenOnce() {
        return passphrase == null || passphrase.isEmpty() || passphraseFile == null;
    }

    @AssertTrue(message = "service-exchange.kmf.health-max-age and cache-max-age are between 0 and 15 seconds")
    boolean isFresh() {
        return isUpTo15Seconds(healthMaxAge) && isUpTo15Seconds(cacheMaxAge);
    }

    @AssertTrue(message = "the lives of keys, service-exchange.kmf.*-life, are at least 60 days")
    boolean isLongLived() {
        return !shorterThan60Days(rootKeyLife)
                && !shorterThan60Days(instanceKeyLife)
                && !shorterThan60Days(moduleKeyLife);
    }

    private static boolean isUpTo15Seconds(Duration age) {
        return !age.isNegative() && age.compareTo(MAX_AGE) <= 0;
    }

    private static boolean shorterThan60Days(Duration life) {
        return life.toDays() < 60;
    }

    /** Omits the passphrase. */
    @Override
    public String toString() {
        return "KmfSettings[keyStore=" + keyStore + ", passphraseFile=" + passphraseFile + "]";
    }
}
